#pragma once

#include <optional>
#include <vector>

#include "planning/plan/assessment.h"

namespace planning {

/// One thing that keeps a plan from being ready: a finding that is an Error, or a row of a needle that does not stand.
struct Blocking {
  std::optional<Finding> finding;
  std::optional<needle::Clearance> row;  ///< in place of a finding
  std::size_t needle = 0;                ///< whose row it is
};

/// Does a row let the plan be ready? One without a verdict does, one that is clear, that is near with the operator's
/// word, or that is unknown and was accepted by name.
bool stands(const needle::Clearance& row, bool nearAccepted);

/// All that keeps a plan from being ready, findings first: it is ready when it has a needle and nothing blocks. A
/// needle that is not judged or whose depth is not known, where no finding says why: "needle-not-judged" (its label).
std::vector<Blocking> whatBlocks(const PlanChoices& choices, const Assessment& assessment);

}  // namespace planning
