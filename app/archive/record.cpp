#include "app/archive/record.h"

#include <algorithm>
#include <utility>

#include "io/reading/report_reader.h"
#include "planning/plan/own_choices.h"

namespace app::archive {
namespace {

void join(std::vector<std::string>& texts, const std::string& text) {
  if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

void take(Record& record, const planning::Plan& plan) {
  record.uid = plan.report.sopInstanceUid;
  record.predecessorUid = plan.report.predecessorUid;
  record.patient = plan.choices.scan.patient;
  record.scanSeriesUid = plan.choices.scan.seriesUid;
  record.frameOfReferenceUid = plan.choices.scan.frameOfReferenceUid;
  record.saved =
      plan.report.savedDate + (plan.report.savedTime.size() >= 6 ? plan.report.savedTime.substr(0, 6) : std::string());
  auto [routeId, level, side] = sitesOf(plan.choices);
  record.routeId = std::move(routeId), record.level = std::move(level), record.side = std::move(side);
  record.operatorName = plan.choices.operatorName;
  record.label = plan.choices.label;
  record.verdict = plan.assessment.verdict;
  record.complete = plan.report.complete;
  record.ready = plan.assessment.ready;
}

void take(Record& record, const planning::review::Control& control) {
  take(record, control.actual);
  record.planUid = control.plan.sopInstanceUid;
  record.label = control.timePoint;
  record.needles = planning::review::auditedNeedles(control);
  for (const auto& needle : record.needles)
    if (const auto& tip = needle.value(planning::review::Measure::TipError))
      record.tipMm = std::max(record.tipMm.value_or(*tip), *tip);
}

}  // namespace

Sites sitesOf(const planning::PlanChoices& choices) {
  std::vector<std::string> routes, levels, sides;
  const auto take = [&](const planning::OwnSite& site) {
    join(routes, site.routeId);
    join(levels, site.level);
    if (site.side) join(sides, word(*site.side));
  };
  if (choices.needles.empty()) take({choices.routeId, choices.level, choices.side});
  for (const auto& needle : choices.needles) take(planning::ownSiteOf(choices, needle));
  return {joined(routes), joined(levels), joined(sides)};
}

Record readRecord(const std::filesystem::path& file) {
  Record record;
  record.file = file;
  const auto report = io::report::readReport(file);
  if (!report) {
    record.refusal = report.error();
  } else if (report->isControl) {
    record.kind = Kind::Control;
    take(record, report->content);
  } else {
    record.kind = Kind::Plan;
    take(record, report->content.actual);
    record.procedure = planning::review::auditedProcedure(report->content.actual);
  }
  return record;
}

}  // namespace app::archive
