#include "app/archive/record.h"

#include <algorithm>

#include "io/reading/report_reader.h"
#include "planning/joined.h"
#include "planning/plan/own_choices.h"

namespace app::archive {
namespace {

void addOnce(std::vector<std::string>& words, const std::string& word) {
  if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

void take(Record& record, const planning::Plan& plan) {
  record.uid = plan.report.sopInstanceUid;
  record.predecessorUid = plan.report.predecessorUid;
  record.patient = plan.choices.scan.patient;
  record.scanSeriesUid = plan.choices.scan.seriesUid;
  record.frameOfReferenceUid = plan.choices.scan.frameOfReferenceUid;
  record.saved =
      plan.report.savedDate + (plan.report.savedTime.size() >= 6 ? plan.report.savedTime.substr(0, 6) : std::string());
  const Sites sites = sitesOf(plan.choices);
  record.routeId = sites.routeIds;
  record.level = sites.levels;
  record.side = sites.sides;
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
  std::vector<std::string> routeIds, levels, sides;
  const auto add = [&](const planning::OwnSite& site) {
    addOnce(routeIds, site.routeId);
    addOnce(levels, site.level);
    if (site.side) addOnce(sides, word(*site.side));
  };
  for (const auto& needle : choices.needles) add(planning::ownSiteOf(choices, needle));
  if (choices.needles.empty()) add({choices.routeId, choices.level, choices.side});
  return {planning::joined(routeIds), planning::joined(levels), planning::joined(sides)};
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
