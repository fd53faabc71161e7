#pragma once

#include <vector>

#include "planning/plan/plan.h"

namespace planning {

/// The structures as the plan took them: role, kind, margin and confirmation are the operator's and live in the report;
/// those that were traced live there whole and are added.
void takeChoices(std::vector<anatomy::MeasuredStructure>& structures, const Plan& plan);

}  // namespace planning
