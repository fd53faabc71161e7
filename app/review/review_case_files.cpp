#include <QFileInfo>

#include <algorithm>
#include <utility>

#include "app/review/review_case.h"
#include "io/report/control_report.h"

// Controls in files: saved, and taken up again.

namespace app::review {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::Progress;

QString textOf(const fs::path& path) {
  return QString::fromStdU16String(path.u16string());
}

}  // namespace

void ReviewCase::openRecord(const QString& file, planning::review::Control control, const fs::path& planFile,
                            const std::vector<fs::path>& folders) {
  for (const auto kind : {Background::Kind::Structures, Background::Kind::Read}) background_.cancel(kind);
  background_.run<RecordedControl>(
      Background::Kind::Scan, tr("Opening the control"),
      [path = fs::path(file.toStdU16String()), control = std::move(control), planFile, folders](Progress& progress) {
        return openRecordedControl({control, path, {}, {}}, planFile, folders, progress);
      },
      [this, folders](Expected<RecordedControl> opened) {
        if (!opened) Q_EMIT refused(opened.error());
        if (!opened) return void(Q_EMIT changed());
        scanFolders_ = folders;
        takeRecord(std::move(*opened));
      });
  Q_EMIT changed();
}

void ReviewCase::takeRecord(RecordedControl record) {
  const auto &mine = record.plan.side.plan.choices.scan.patient, &his = record.control.actual.choices.scan.patient;
  if (!samePatient(mine, his)) {
    strangers_ = Strangers{mine, his};
    Q_EMIT refused({"another-patient", record.file.filename().string(), bothShown(mine, his)});
    return void(Q_EMIT changed());
  }
  dropControl();
  planUnsaved_ = false;
  takePlanned(std::move(record.plan.side), nullptr, textOf(record.plan.file));
  recordFile_ = textOf(record.file);
  recorded_ = std::make_shared<const planning::review::Control>(std::move(record.control));
  if (record.scan) controlPath_ = textOf(record.scan->files.front().parent_path()), choices_ = {*record.scan};
  readAwaited();
}

/// The series that the control was made on, among choices().
void ReviewCase::readAwaited() {
  const auto& scan = recorded_->actual.choices.scan;
  if (const auto* series = io::dicom::seriesOf(choices_, scan)) return readControl(io::dicom::SeriesInfo(*series));
  Q_EMIT refused({"control-scan-not-found", QFileInfo(recordFile_).fileName().toStdString(), scan.seriesUid});
  Q_EMIT changed();
}

void ReviewCase::putBackRecord() {
  marks_ = recordedMarks(*recorded_, planned_->plan);
  savedUid_ = recorded_->actual.report.sopInstanceUid;
  savedSeriesUid_ = recorded_->actual.report.seriesUid;
  savedFile_ = recordFile_;
  recordUnchecked_ = true;
}

/// A needle that is no longer found where it was stays there, with its course and bounds where the control kept them,
/// else as if it had been clicked. True when there is one.
bool ReviewCase::keepRecordedPlaces() {
  const auto& plan = planned_->plan;
  const auto lost = notFoundAgain(*recorded_, plan, result());
  for (std::size_t i = 0; i < recorded_->needles.size(); ++i) {
    const auto place = plannedPlace(recorded_->needles[i], plan);
    if (!place || std::find(lost.begin(), lost.end(), *place) == lost.end()) continue;
    const auto& needle = recorded_->actual.choices.needles[i];
    const auto& found = recorded_->needles[i].found;
    marks_.shown.at(*place) = {needle.entry, needle.target, found};
    Q_EMIT refused({found ? "needle-kept-as-recorded" : "needle-not-found-again", needle.label, {}});
  }
  return !lost.empty();
}

bool ReviewCase::saveControl(const QString& file) {
  planning::Error why;
  if (!outcome_.result || isWorking())
    why = outcome_.why.value_or(planning::Error{"no-needle-found", {}, {}});
  else if (planUnsaved_)
    why = {"plan-not-saved", {}, {}};
  else if (!outcome_.registration->accepted)
    why = {"residual-not-accepted", {}, QString::number(outcome_.registration->residualMm, 'f', 1).toStdString()};
  if (!why.code.empty()) return Q_EMIT refused(why), false;
  auto control = outcome_.result->control;
  control.actual.report.sopInstanceUid = savedUid_;
  control.actual.report.seriesUid = savedSeriesUid_;
  const auto written = io::report::writeControl(control, file.toStdU16String());
  if (!written) return Q_EMIT refused(written.error()), false;
  savedUid_ = written->actual.report.sopInstanceUid;
  savedSeriesUid_ = written->actual.report.seriesUid;
  savedFile_ = file;
  undo_.setClean();
  Q_EMIT message(tr("Control saved: %1").arg(file));
  Q_EMIT changed();
  return true;
}

}  // namespace app::review
