#include "planning/plan/imported.h"

namespace planning {
namespace {

bool isStill(const std::optional<Point>& given, const std::optional<Point>& now) {
  constexpr double kRoundedMm = 0.01;
  return given && now && (*given - *now).GetNorm() <= kRoundedMm;
}

}  // namespace

bool isImported(const NeedleChoice& needle) {
  return needle.imported &&
         (isStill(needle.imported->entry, needle.entry) || isStill(needle.imported->target, needle.target));
}

std::vector<Finding> importedFindings(const PlanChoices& choices) {
  std::vector<Finding> findings;
  for (const NeedleChoice& needle : choices.needles) {
    if (!isImported(needle)) continue;
    const ImportedPlaces& from = *needle.imported;
    const bool here = from.source == kProposedHere;
    if (from.seenBy.empty())
      findings.push_back(
          {here ? "proposed-not-seen" : "imported-not-seen", Severity::Error, {needle.label, from.source}, {}});
    else
      findings.push_back(
          {here ? "proposed-seen" : "imported-seen", Severity::Info, {needle.label, from.source, from.seenBy}, {}});
  }
  return findings;
}

}  // namespace planning
