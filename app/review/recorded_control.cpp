#include "app/review/recorded_control.h"

#include <algorithm>
#include <utility>

#include "app/case/beside_plan.h"

namespace app::review {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::Plan;
using planning::Progress;
using planning::ProgressPart;
using planning::refuse;
using planning::review::Control;

constexpr double kSamePlaceMm = 0.002;  // places are written to 0.001 in each direction

/// Beside the control; empty when it is not there.
Expected<fs::path> planBeside(const fs::path& file, const std::string& uid, Progress& progress) {
  const auto found = findBeside(file, {uid}, progress);
  if (!found) return tl::unexpected(found.error());
  return found->empty() ? fs::path() : fs::path(found->begin()->second.toStdU16String());
}

Expected<OpenedPlan> openCitedPlan(const RecordedControl& record, const fs::path& planFile,
                                   const std::vector<fs::path>& folders, Progress& progress) {
  const std::string& uid = record.control.plan.sopInstanceUid;
  ProgressPart first(progress, 0, 0.4), searching(progress, 0.4, 0.6), second(progress, 0.6, 1);
  if (!planFile.empty()) {
    auto plan = openPlanFile(planFile, folders, first);
    if (plan && plan->side.plan.report.sopInstanceUid == uid) return plan;
  }
  const auto beside = planBeside(record.file, uid, searching);
  if (!beside) return tl::unexpected(beside.error());
  if (beside->empty()) return refuse("control-plan-not-found", record.file.filename().string(), uid);
  return openPlanFile(*beside, folders, second);
}

Expected<void> findScan(RecordedControl& record, const std::vector<fs::path>& folders, Progress& progress) {
  const auto share = 1.0 / static_cast<double>(std::max<std::size_t>(folders.size(), 1));
  for (std::size_t i = 0; i < folders.size(); ++i) {
    ProgressPart part(progress, static_cast<double>(i) * share, static_cast<double>(i + 1) * share);
    auto found = io::dicom::scan(folders[i], part);
    if (progress.stopRequested()) return refuse("cancelled");
    if (!found) continue;
    if (const auto* series = io::dicom::seriesOf(found->series, record.control.actual.choices.scan)) {
      record.scan = *series;
      return {};
    }
  }
  return {};
}

double apartMm(const planning::NeedleChoice& recorded, const planning::needle::Trajectory& now) {
  return std::max((*recorded.target - now.target).GetNorm(), (*recorded.entry - now.entry).GetNorm());
}

}  // namespace

Expected<RecordedControl> openRecordedControl(RecordedControl record, const fs::path& planFile,
                                              const std::vector<fs::path>& folders, Progress& progress) {
  ProgressPart planning(progress, 0, 0.7), searching(progress, 0.7, 1);
  auto plan = openCitedPlan(record, planFile, folders, planning);
  if (!plan) return tl::unexpected(plan.error());
  record.plan = std::move(*plan);
  for (const auto& needle : record.control.needles)
    if (!plannedPlace(needle, record.plan.side.plan))
      return refuse("broken-report", record.file.filename().string(), "a needle that the plan does not have");
  if (auto found = findScan(record, folders, searching); !found) return tl::unexpected(found.error());
  return record;
}

ReviewMarks recordedMarks(const Control& control, const Plan& plan) {
  using planning::review::RegistrationKind;
  ReviewMarks marks;
  marks.shown.resize(plan.choices.needles.size());
  marks.contrastTest = control.contrastTest;
  marks.timePoint = control.timePoint;
  if (control.registration.kind != RegistrationKind::SameFrame && control.registration.accepted)
    marks.acceptable = true;
  for (const auto& landmark : control.registration.landmarks)
    marks.landmarks.push_back({landmark.inControl, landmark.inPlan});
  for (std::size_t i = 0; i < control.needles.size(); ++i) {
    const auto place = plannedPlace(control.needles[i], plan);
    const auto& actual = control.actual.choices.needles[i];
    if (place && control.needles[i].clicked) marks.shown[*place] = {actual.entry, actual.target};
  }
  return marks;
}

std::vector<std::size_t> notFoundAgain(const Control& control, const Plan& plan, const Compared* now) {
  std::vector<std::size_t> lost;
  for (std::size_t i = 0; i < control.needles.size(); ++i) {
    const auto place = plannedPlace(control.needles[i], plan);
    if (!place || control.needles[i].clicked) continue;
    const auto isThere = [&](const planning::review::ActualNeedle& found) {
      return found.planned == *place &&
             apartMm(control.actual.choices.needles[i], found.found.trajectory) <= kSamePlaceMm;
    };
    if (now == nullptr || std::none_of(now->needles.begin(), now->needles.end(), isThere)) lost.push_back(*place);
  }
  return lost;
}

}  // namespace app::review
