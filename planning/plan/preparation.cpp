#include "planning/plan/preparation.h"

#include "planning/plan/own_choices.h"
#include "planning/procedure/roles.h"
#include "planning/rounding.h"

namespace planning {

Overruled overruledBy(const PlanChoices& choices) {
  Overruled overruled;
  for (const NeedleChoice& needle : choices.needles)
    if (needle.needle) overruled.needles.insert(needle.trackingUid);
  return overruled;
}

void followRoute(PlanChoices& choices, std::vector<anatomy::MeasuredStructure>& structures, const Overruled& overruled,
                 const procedure::Routes& routes) {
  procedure::assignRoles(structures, routes.rulesFor(choices.routeId), targetsOf(choices), overruled.roles);
  for (NeedleChoice& needle : choices.needles) {
    const procedure::Route* route = routes.find(needle.routeId.value_or(choices.routeId));
    const bool usual = route && route->usualNeedle && !overruled.needles.contains(needle.trackingUid);
    if (usual) needle.needle = route->usualNeedle;
  }
}

PlanChoices prepared(PlanChoices choices, const SeriesIdentity& scan, std::vector<SeriesIdentity> structureEvidence,
                     const std::vector<anatomy::MeasuredStructure>& structures) {
  choices.scan = scan;
  for (NeedleChoice& needle : choices.needles)
    needle.target = rounded(needle.target), needle.entry = rounded(needle.entry);
  choices.structureEvidence = std::move(structureEvidence);
  choices.tracedStructures.clear();
  for (const auto& measured : structures)
    if (std::holds_alternative<anatomy::Tube>(measured.structure.shape))
      choices.tracedStructures.push_back(measured.structure);
  return choices;
}

PlanChoices placedFromViews(PlanChoices choices) {
  if (!choices.fluoroscopy) return choices;
  fluoroscopy::locate(*choices.fluoroscopy);
  if (choices.needles.empty()) return choices;
  const auto placeOf = [](const std::optional<fluoroscopy::Triangulated>& found) {
    return found ? std::optional(found->place) : std::nullopt;
  };
  choices.needles.front().target = placeOf(choices.fluoroscopy->target);
  choices.needles.front().entry = placeOf(choices.fluoroscopy->entry);
  return choices;
}

}  // namespace planning
