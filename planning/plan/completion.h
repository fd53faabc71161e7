#pragma once

#include <vector>

#include "planning/plan/plan.h"

namespace planning {

struct Completion {
  bool may = false;
  std::vector<Finding>
      reasons;  ///< why not, all errors: "plan-not-ready", "operator-absent", "site-check-absent", "site-check-stale"
};
/// A plan is completed when it is ready, its operator is named and its site check stands. Whatever else it is, it may
/// be saved as a draft.
Completion mayComplete(const Plan& plan);

}  // namespace planning
