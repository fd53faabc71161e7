#include "planning/plan/next_step.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "planning/procedure/said.h"

namespace planning {
namespace {

using needle::Verdict;

/// Of findings that concern the plan's choices. What stands in no table is mended elsewhere, if at all.
constexpr std::pair<std::string_view, Step> kStepsOfFindings[] = {
    {"route-absent", Step::ChooseRoute},
    {"route-not-known", Step::ChooseRoute},
    {"level-absent", Step::StateLevel},
    {"level-not-stated", Step::StateLevel},
    {"level-not-of-the-list", Step::StateLevel},
    {"level-not-readable", Step::StateLevel},
    {"level-contradicts", Step::StateLevel},
    {"level-near-border", Step::StateLevel},
    {"side-absent", Step::StateSide},
    {"side-not-stated", Step::StateSide},
    {"side-contradicts", Step::StateSide},
    {"target-absent", Step::SetTarget},
    {"target-outside-scan", Step::SetTarget},
    {"target-outside-body", Step::SetTarget},
    {"target-on-midline", Step::SetTarget},
    {"needle-absent", Step::ChooseNeedle},
    {"needle-too-short", Step::ChooseNeedle},
    {"entry-absent", Step::SetEntry},
    {"entry-equals-target", Step::SetEntry},
    {"entry-target-swapped", Step::SetEntry},
    {"entry-inside-body", Step::SetEntry},
    {"entry-off-skin", Step::SetEntry},
    {"entry-outside-scan", Step::SetEntry},
    {"entry-on-midline", Step::SetEntry},
    {"depth-unknown", Step::SetEntry},
    {"needle-not-judged", Step::SetEntry},
    {"rule-broken", Step::MoveNeedle},
    {"breach-chance-high", Step::MoveNeedle},
    {"level-not-counted", Step::CountLevels},
    {"levels-out-of-order", Step::CountLevels},
    {"side-not-measured", Step::MarkMidline},
    {"rule-not-judged", Step::GiveStructure},
    {"no-structure-listed", Step::GiveStructure},
    {"required-absent", Step::GiveStructure},
    {"required-too-small", Step::GiveStructure},
    {"structure-not-reopened", Step::GiveStructure},
    {"lung-found", Step::GiveStructure},
    {"acceptance-not-allowed", Step::GiveStructure},
    {"acceptance-incomplete", Step::GiveStructure},
    {"required-unconfirmed", Step::ConfirmStructure},
    {"required-place-unknown", Step::ConfirmStructure},
    {"structure-kind-guessed", Step::ConfirmStructure},
    {"reserve-short", Step::AcceptReserve},
    {"rule-needs-word", Step::AcceptRule},
    {"rule-unknown", Step::AcceptRule},
    {"imported-not-seen", Step::SeeImported},
    {"mirrored-not-seen", Step::SeeImported},
    {"next-level-not-seen", Step::SeeImported},
    {"proposed-not-seen", Step::SeeImported},
    {"contrast-allergy-guidance-open", Step::ChooseGuidance},
    {"contrast-allergy-fluoroscopy", Step::ChooseGuidance},
    {"checks-open", Step::AnswerCheck},
    {"check-unknown", Step::AnswerCheck},
    {"check-answer-invalid", Step::AnswerCheck},
    {"operator-absent", Step::NameOperator},
    {"site-check-absent", Step::Approve},
    {"site-check-stale", Step::Approve},
};

/// Of the answers to checks: the check that a code is of, by how the code begins.
std::string checkOf(const Finding& finding) {
  static const std::pair<const char*, const char*> kBegins[] = {
      {"anticoagulant", "anticoagulant"}, {"contrast-allergy", "contrast-allergy"},
      {"infection", "infection"},         {"operated-spine", "operated-spine"},
      {"diabetes", "diabetes"},           {"infiltration", "earlier-infiltration"},
      {"pregnan", "pregnancy"},
  };
  if (finding.code == "check-unknown" || finding.code == "check-answer-invalid") return finding.arguments.front();
  for (const auto& [begin, id] : kBegins)
    if (finding.code.starts_with(begin)) return id;
  return {};
}

NextStep ofFinding(const Finding& finding, const PlanChoices& choices) {
  NextStep next{Step::Done, std::nullopt, {}, {}, finding};
  const auto known = std::ranges::find(kStepsOfFindings, finding.code, &std::pair<std::string_view, Step>::first);
  if (known != std::end(kStepsOfFindings))
    next.step = known->second;
  else if (!checkOf(finding).empty())
    next.step = Step::AnswerCheck;
  else if (finding.severity == Severity::Error)
    next.step = Step::Mend;
  if (next.step == Step::AnswerCheck) next.about = checkOf(finding);
  if (finding.arguments.empty()) return next;
  for (std::size_t n = 0; n < choices.needles.size(); ++n)
    if (choices.needles[n].label == finding.arguments.front()) next.needle = n;
  if (next.step == Step::GiveStructure || next.step == Step::ConfirmStructure) next.about = finding.arguments.front();
  return next;
}

Step ofUnknown(const needle::Clearance& row) {
  if (!needle::isStructure(row.source)) return Step::GiveStructure;
  return row.confirmed ? Step::Mend : Step::ConfirmStructure;
}

NextStep ofRow(const needle::Clearance& row, std::size_t needle) {
  NextStep next{Step::Mend, needle, row.structure, row.structureTrackingUid, std::nullopt};
  if (row.verdict == Verdict::Breach) next.step = Step::MoveNeedle;
  if (row.verdict == Verdict::Near) next.step = Step::AcceptNear;
  if (row.verdict == Verdict::Unknown) next.step = ofUnknown(row);
  if (const auto* absent = std::get_if<needle::Required>(&row.source)) next.about = absent->id;
  return next;
}

}  // namespace

NextStep stepFor(const Blocking& blocking, const PlanChoices& choices) {
  return blocking.finding ? ofFinding(*blocking.finding, choices) : ofRow(*blocking.row, blocking.needle);
}

NextStep nextStep(const Plan& plan) {
  std::optional<NextStep> first;
  for (const Blocking& blocking : whatBlocks(plan.choices, plan.assessment))
    if (NextStep step = stepFor(blocking, plan.choices); !first || step.step < first->step) first = std::move(step);
  if (first) return *first;
  if (plan.choices.needles.empty()) return {Step::SetTarget};  // nothing blocks, and it is not ready
  if (!isSaid(plan.choices.operatorName) || !isSaid(plan.choices.operatorOrganization)) return {Step::NameOperator};
  return {plan.report.complete ? Step::Done : Step::Approve};
}

std::vector<std::string> leftToConfirm(const Plan& plan, std::size_t needle,
                                       const std::vector<anatomy::MeasuredStructure>& structures) {
  std::vector<std::string> left;
  const auto& needles = plan.assessment.needles;
  if (needle < needles.size() && !needles[needle].clearances.empty()) {
    for (const auto& row : needles[needle].clearances)
      if (needle::isStructure(row.source) && row.verdict && !row.confirmed) left.push_back(row.structureTrackingUid);
    return left;
  }
  for (const auto& measured : structures)
    if (!measured.structure.confirmed) left.push_back(measured.structure.trackingUid);
  return left;
}

}  // namespace planning
