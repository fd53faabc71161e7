#pragma once

#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/procedure/route.h"

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
/// other-needles, requires, may-cross, may-touch, touch-last-mm, margin.KIND, levels, needs-side, requires-all-given,
/// foraminal, positions, limit.ID.en, limit.ID.fr, limit.ID.source. Keys of a required structure: name.en, name.fr,
/// kinds, codes, words, other-words, any-of-kind, of-side, of-level. Lists are separated by commas, yes and no are
/// "yes" and "no". A new route needs its names, level, guidance and target in both languages, its own or from the route
/// it is based on.
///
/// Errors: "bad-route-file", subject "line 12", detail what is wrong there. One bad line refuses all.
Expected<std::vector<Route>> parseRoutes(const std::string& text, const std::vector<Route>& builtIn);

}  // namespace planning::procedure
