#pragma once

#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/plan/choices.h"
#include "planning/procedure/routes.h"

/// A needle may have its own route, level and side: a session of six facets is one plan.
namespace planning {

/// The plan as one of its needles has it: route, level and side are the needle's own where it has them.
PlanChoices ownChoices(const PlanChoices& choices, const NeedleChoice& needle);

/// The structures with the roles that the needle's own route has for them, by its own target. A role that is another
/// than the plan's route would give was set by the operator, and stays.
std::vector<anatomy::MeasuredStructure> ownStructures(const std::vector<anatomy::MeasuredStructure>& structures,
                                                      const PlanChoices& choices, const NeedleChoice& needle,
                                                      const procedure::Routes& routes);

/// The targets of all needles that have one.
std::vector<Point> targetsOf(const PlanChoices& choices);

}  // namespace planning
