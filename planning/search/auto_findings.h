#pragma once

#include <vector>

#include "planning/search/auto_proposal.h"

namespace planning {

/// What a block says, one whole thing a finding, all Info. "auto-blocked-by" (structure, ways it alone bars, all ways),
/// "auto-blocked-together" (structure, ways it bars, all ways: no structure bars any alone), "auto-blocked-expected"
/// (structure), "auto-too-far", "auto-no-approach", "auto-no-way"; then what would free it: "auto-move-lateral",
/// "auto-move-medial", "auto-move-left", "auto-move-right", "auto-move-up", "auto-move-down", "auto-move-front",
/// "auto-move-back" (mm), "auto-free-at" (place, mm), or "auto-none-free" (mm).
std::vector<Finding> findingsOf(const AutoBlock& block, const std::optional<anatomy::Side>& side);

}  // namespace planning
