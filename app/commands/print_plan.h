#pragma once

#include "planning/plan/plan.h"

namespace app::commands {

/// The plan for a person at a terminal: every number with its unit, verdicts as sign and word.
void printPlan(const planning::Plan& plan);

}  // namespace app::commands
