#include "planning/plan/blocking.h"

#include <algorithm>

namespace planning {
namespace {

using needle::Verdict;

bool isWhole(const NeedleAssessment& planned) {
  const bool judged =
      std::any_of(planned.clearances.begin(), planned.clearances.end(), [](const auto& row) { return row.verdict; });
  return judged && planned.depthMm && planned.tooShort == false;
}

}  // namespace

bool stands(const needle::Clearance& row, bool nearAccepted) {
  return !row.verdict || *row.verdict == Verdict::Clear || (*row.verdict == Verdict::Near && nearAccepted) ||
         (*row.verdict == Verdict::Unknown && !row.acceptedBy.empty());
}

std::vector<Blocking> whatBlocks(const PlanChoices& choices, const Assessment& assessment) {
  std::vector<Blocking> blocking;
  for (const Finding& finding : assessment.findings)
    if (finding.severity == Severity::Error) blocking.push_back({finding, std::nullopt, 0});
  const bool said = !blocking.empty();
  for (std::size_t n = 0; n < assessment.needles.size(); ++n) {
    if (!said && !isWhole(assessment.needles[n]))
      blocking.push_back({Finding{"needle-not-judged", Severity::Error, {choices.needles[n].label}, {}}, {}, n});
    for (const auto& row : assessment.needles[n].clearances)
      if (!stands(row, choices.nearAccepted)) blocking.push_back({std::nullopt, row, n});
  }
  return blocking;
}

}  // namespace planning
