#pragma once

#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/procedure/routes.h"

namespace planning::procedure {

/// A site's own routes, written as text, on top of `builtIn`: the list of all routes then in use.
///
///     # a comment
///     [required sciatic-nerve]            a structure that routes may require, beside the built-in ones
///     name.en = Sciatic nerve
///     name.fr = Nerf sciatique
///     kinds = nerve
///     words = sciatic, sciatique
///     [route piriformis]                  a new route; the id of an existing one changes that
///     based-on = general                  takes all that is not said below from another route
///     name.en = Piriformis muscle
///     name.fr = Muscle piriforme
///     needle = 22Gx120
///     requires = sciatic-nerve
///     margin.nerve = 3
///
/// Keys of a route: based-on, name, level, guidance, target (each .en and .fr), needle ("free" for none),
/// other-needles, requires, may-cross, may-touch, touch-last-mm, margin.KIND, levels, needs-side, side-of (what a given
/// side is judged by: target, entry, body or nothing), reserve (mm of needle outside the skin), requires-all-given,
/// foraminal, positions, limit.ID.en, limit.ID.fr, limit.ID.source; layout (axial or sagittal), checks (ids, or all),
/// bore-diameter (mm), stop-before-target (mm, or none), chance-warns-above (0 to 1, of touching a structure).
///
/// A site's own placement error goes before the published one. Mean and deviation of the tip in mm, then of the angle
/// in degrees, all but the first may lack; guidance any, ct or fluoroscopy; path any, in-plane, angled, double-angled;
/// then where it was measured:
///
///     placement.ct.in-plane = 2.1 1.0 1.5 0.8
///     placement-source = our own 40 needles, 2025
///
/// Geometric rules (planning/procedure/rule.h), each with a sentence in both languages, its source and one condition;
/// "rules = none" drops those of the route it is based on:
///
///     rule.from-behind.en = The needle comes from behind.
///     rule.from-behind.fr = L'aiguille vient de l'arriere.
///     rule.from-behind.source = ours
///     rule.from-behind.approach = 0 30 -40 40      least and most degrees to the side, least and most toward the head
///     rule.ID.needle = exiting-root behind feet    where it is nearest to that structure the needle lies behind or
///     below rule.ID.target = exiting-root behind         likewise the target; also front, head, outward, inward
///     rule.ID.advance = ligament 5                 at most 5 mm beyond the first ligament's far face
///     rule.ID.off-bone = 2                         at most 2 mm of the path run through bone
///     rule.ID.below-upper-third = yes              the target lies below the foramen's upper third
///     rule.ID.skin-angle = 58 78                   least and most degrees between needle and skin
///     rule.ID.not-above = C6-C7                    the highest level
///     rule.ID.other-approach = 0 30 -60 -30        or the needle comes from there
///     rule.ID.positions = prone                    the rule holds for a patient who lies so
///     rule.ID.needs-word = yes                     broken, it keeps a plan from being ready without the operator's
///     word
///
/// Keys of a required structure: name.en, name.fr,
/// kinds, codes, words, other-words, any-of-kind, of-side, of-level. Lists are separated by commas, yes and no are
/// "yes" and "no". A new route needs its names, level, guidance and target in both languages, its own or from the route
/// it is based on.
///
/// Errors: "bad-route-file", subject "line 12", detail what is wrong there. One bad line refuses all.
Expected<Routes> parseRoutes(const std::string& text, const Routes& builtIn);

}  // namespace planning::procedure
