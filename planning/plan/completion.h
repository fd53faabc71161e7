#pragma once

#include <vector>

#include "planning/plan/plan.h"

namespace planning {

struct Completion {
  bool may = false;
  std::vector<Finding> reasons;  ///< why not: "plan-not-ready", "site-check-absent", "site-check-stale"; all errors
};
/// A plan is completed when it is ready and its site check stands. Whatever else it is, it may be saved as a draft.
Completion mayComplete(const Plan& plan);

}  // namespace planning
