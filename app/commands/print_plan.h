#pragma once

#include "planning/plan/completion.h"
#include "planning/plan/plan.h"

namespace app::commands {

/// The plan for a person at a terminal: every number with its unit, verdicts as sign and word.
void printPlan(const planning::Plan& plan);

/// Why a plan may not be completed, on standard error, one line each: what `completion` says, then the plan's errors
/// and the verdicts that stand against it.
void printReasons(const planning::Plan& plan, const planning::Completion& completion);

}  // namespace app::commands
