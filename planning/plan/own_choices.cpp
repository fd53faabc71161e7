#include "planning/plan/own_choices.h"

#include "planning/procedure/roles.h"

namespace planning {

PlanChoices ownChoices(const PlanChoices& choices, const NeedleChoice& needle) {
  PlanChoices own = choices;
  if (needle.routeId) own.routeId = *needle.routeId;
  if (needle.level) own.level = *needle.level;
  if (needle.side) own.side = needle.side;
  return own;
}

std::vector<anatomy::MeasuredStructure> ownStructures(const std::vector<anatomy::MeasuredStructure>& structures,
                                                      const PlanChoices& choices, const NeedleChoice& needle,
                                                      const procedure::Routes& routes) {
  std::vector<anatomy::MeasuredStructure> own = structures;
  if (!needle.routeId || *needle.routeId == choices.routeId) return own;
  std::vector<anatomy::MeasuredStructure> ofPlan = structures;
  procedure::assignRoles(ofPlan, routes.rulesFor(choices.routeId), targetsOf(choices));
  std::vector<Point> target;
  if (needle.target) target.push_back(*needle.target);
  procedure::assignRoles(own, routes.rulesFor(*needle.routeId), target);
  for (std::size_t i = 0; i < own.size(); ++i)
    if (structures[i].structure.role != ofPlan[i].structure.role) own[i].structure.role = structures[i].structure.role;
  return own;
}

std::vector<Point> targetsOf(const PlanChoices& choices) {
  std::vector<Point> targets;
  for (const NeedleChoice& needle : choices.needles)
    if (needle.target) targets.push_back(*needle.target);
  return targets;
}

}  // namespace planning
