#pragma once

#include <vector>

#include "planning/plan/plan.h"
#include "planning/procedure/routes.h"

namespace planning {

/// The structures as the plan took them: role, kind, margin and confirmation are the operator's and live in the report;
/// those that were traced live there whole and are added. What a needle's own route gave a structure for that needle
/// alone is not taken for the operator's.
void takeChoices(std::vector<anatomy::MeasuredStructure>& structures, const Plan& plan,
                 const procedure::Routes& routes);

}  // namespace planning
