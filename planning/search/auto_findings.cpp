#include "planning/search/auto_findings.h"

#include <cmath>

namespace planning {
namespace {

constexpr double kLeastMoveMm = 0.5;  ///< a smaller part of a move is not worth a word

Finding info(const char* code, std::vector<std::string> arguments = {}) {
  return {code, Severity::Info, std::move(arguments), {}};
}

void addMoves(std::vector<Finding>& findings, const TargetMove& move, bool sided) {
  const auto add = [&](double mm, const char* positive, const char* negative) {
    if (std::abs(mm) >= kLeastMoveMm) findings.push_back(info(mm > 0 ? positive : negative, {mmText(std::abs(mm))}));
  };
  add(move.lateral, sided ? "auto-move-lateral" : "auto-move-left", sided ? "auto-move-medial" : "auto-move-right");
  add(move.up, "auto-move-up", "auto-move-down");
  add(move.front, "auto-move-front", "auto-move-back");
  findings.push_back(
      info("auto-free-at",
           {tenths(move.place[0]) + ", " + tenths(move.place[1]) + ", " + tenths(move.place[2]), mmText(move.mm())}));
}

}  // namespace

std::vector<Finding> findingsOf(const AutoBlock& block, const std::optional<anatomy::Side>& side) {
  std::vector<Finding> findings;
  const std::string ways = std::to_string(block.ways);
  if (!block.structure.empty() && block.alone > 0)
    findings.push_back(info("auto-blocked-by", {block.structure, std::to_string(block.alone), ways}));
  else if (!block.structure.empty())
    findings.push_back(info("auto-blocked-together", {block.structure, std::to_string(block.blocked), ways}));
  else
    findings.push_back(info(block.bar == "too-far"    ? "auto-too-far"
                            : block.bar == "approach" ? "auto-no-approach"
                                                      : "auto-no-way"));
  if (block.expectedOnly) findings.push_back(info("auto-blocked-expected", {block.structure}));
  const bool sided = side == anatomy::Side::Left || side == anatomy::Side::Right;
  if (block.freed)
    addMoves(findings, *block.freed, sided);
  else
    findings.push_back(info("auto-none-free", {mmText(kAroundRegionMm)}));
  return findings;
}

}  // namespace planning
