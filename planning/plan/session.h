#pragma once

#include <optional>
#include <string>

#include "planning/anatomy/skin.h"
#include "planning/error.h"
#include "planning/plan/choices.h"
#include "planning/procedure/routes.h"

/// Further needles of a session, made of one that is planned: a session of six facets is one plan. What is made is a
/// proposal: its places are taken over from the other needle (ImportedPlaces), so the plan is not ready before a person
/// has seen them on the scan; its side, its level and its structures are measured and judged like any needle's.
namespace planning {

/// From which needle of the plan, and how, a needle's places were made.
struct Derivation {
  enum class How { Mirrored, NextTowardHead, NextTowardFeet };
  How how;
  std::string from;  ///< the needle's label, as it was then
};
/// Absent for places that another program's file gave.
std::optional<Derivation> derivationOf(const ImportedPlaces& places);

/// A needle that has no place yet, with the route, level, side, gauge and length of needle `which` as its own, and a
/// label that no other has. Its tracking UID is left empty.
NeedleChoice duplicated(const PlanChoices& choices, std::size_t which);

/// "Needle 3": the next that no needle of the plan bears, counted on from how many there are. `text` in the reader's
/// language holds "%1" for the number.
std::string freeLabel(const PlanChoices& choices, const std::string& text = "Needle %1");

/// Needle `which` on the other side of the patient's midline plane, at its target's height. The plane, as a site is
/// measured (lateralOf()): through the canal, turned as the vertebral bodies that were found are; else through the two
/// clicks on the midline, or the bodies, upright in the scan. Never the scan's own x = 0. The entry is where the
/// mirrored path leaves the skin (null, or where it leaves through the scan's end: as it was mirrored). Error: as the
/// body is not the same on both sides, for a person to see.
///
/// Errors, each with the label: "mirror-no-target"; "mirror-no-side", where neither left nor right is stated;
/// "mirror-no-midline", where no midline is known at the target's height.
Expected<NeedleChoice> mirrored(const PlanChoices& choices, std::size_t which, const anatomy::Skin* skin);

/// Needle `which` one level further toward the head or the feet: at the same place between the pedicles that bound the
/// level, as a part of their distance along the canal and in mm across it, in the same direction to the level's axes.
/// The entry as above.
///
/// Errors, each with the label: "next-no-target"; "next-no-level" (the stated level), where the route has none there;
/// "next-not-counted" (the level), where the canal at one of its two vertebrae is not known, or the count is not sure.
Expected<NeedleChoice> atNextLevel(const PlanChoices& choices, std::size_t which, bool towardHead,
                                   const anatomy::Skin* skin, const procedure::Routes& routes);

}  // namespace planning
