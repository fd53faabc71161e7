#include "planning/plan/preparation.h"

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
  std::vector<Point> targets;
  for (const NeedleChoice& needle : choices.needles)
    if (needle.target) targets.push_back(*needle.target);
  procedure::assignRoles(structures, routes.rulesFor(choices.routeId), targets, overruled.roles);
  const procedure::Route* route = routes.find(choices.routeId);
  if (!route || !route->usualNeedle) return;
  for (NeedleChoice& needle : choices.needles)
    if (!overruled.needles.contains(needle.trackingUid)) needle.needle = route->usualNeedle;
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
