#include "planning/plan/imported.h"

#include "planning/plan/session.h"
#include "planning/procedure/said.h"

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
    const auto made = derivationOf(from);
    const std::string kind = !made ? (from.source == kProposedHere ? "proposed" : "imported")
                             : made->how == Derivation::How::Mirrored ? "mirrored"
                                                                      : "next-level";
    const std::string source = made ? made->from : from.source;
    if (!isSaid(from.seenBy))
      findings.push_back({kind + "-not-seen", Severity::Error, {needle.label, source}, {}});
    else
      findings.push_back({kind + "-seen", Severity::Info, {needle.label, source, from.seenBy}, {}});
  }
  return findings;
}

}  // namespace planning
