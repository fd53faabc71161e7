#include "app/archive/record.h"

#include <algorithm>

#include "io/reading/report_reader.h"

namespace app::archive {
namespace {

void take(Record& record, const planning::Plan& plan) {
  record.uid = plan.sopInstanceUid;
  record.predecessorUid = plan.predecessorUid;
  record.patient = plan.scan.patient;
  record.scanSeriesUid = plan.scan.seriesUid;
  record.frameOfReferenceUid = plan.scan.frameOfReferenceUid;
  record.saved = plan.savedDate + (plan.savedTime.size() >= 6 ? plan.savedTime.substr(0, 6) : std::string());
  record.routeId = plan.routeId;
  record.level = plan.level;
  if (plan.side) record.side = word(*plan.side);
  record.operatorName = plan.operatorName;
  record.label = plan.label;
  record.verdict = plan.verdict;
  record.complete = plan.complete;
  record.ready = plan.ready;
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
  }
  return record;
}

}  // namespace app::archive
