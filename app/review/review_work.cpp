#include "app/review/review_work.h"

#include <algorithm>
#include <set>

#include "app/case/beside_plan.h"
#include "app/work/series_choice.h"
#include "io/reading/ct_reader.h"
#include "io/reading/report_reader.h"
#include "planning/rounding.h"

namespace app::review {
namespace {

namespace fs = std::filesystem;
using io::dicom::SeriesInfo;
using planning::Expected;
using planning::Progress;
using planning::ProgressPart;
using planning::refuse;
using planning::Volume;
using planning::review::Landmark;
using planning::review::ShownNeedle;

std::set<std::string> citedBy(const planning::Plan& plan) {
  std::set<std::string> cited;
  for (const auto& object : plan.choices.structureEvidence)
    for (const auto& instance : object.instances) cited.insert(instance.sopInstanceUid);
  return cited;
}

/// Files of the wanted objects: beside the plan, then anywhere in the folders.
Expected<std::vector<fs::path>> filesOf(std::set<std::string> wanted, const fs::path& planFile,
                                        const std::vector<fs::path>& folders, Progress& progress) {
  std::set<fs::path> files;
  if (wanted.empty()) return std::vector<fs::path>();
  const auto beside = findBeside(planFile, wanted, progress);
  if (!beside) return tl::unexpected(beside.error());
  for (const auto& [uid, file] : *beside) files.insert(file.toStdU16String()), wanted.erase(uid);
  for (const auto& folder : folders) {
    if (wanted.empty()) break;
    const auto scanned = io::dicom::scan(folder, progress);
    if (progress.stopRequested()) return refuse("cancelled");
    if (!scanned) continue;
    for (const auto& series : scanned->series)
      for (std::size_t i = 0; i < std::min(series.files.size(), series.identity.instances.size()); ++i)
        if (wanted.erase(series.identity.instances[i].sopInstanceUid) > 0) files.insert(series.files[i]);
  }
  return std::vector<fs::path>(files.begin(), files.end());
}

/// The registration by the marks, or that of before where they did not change it.
Expected<planning::review::Registration> registrationFor(const ReviewInput& input, Outcome& outcome,
                                                         Progress& progress) {
  outcome.landmarks = input.marks.wholeLandmarks();
  if (input.before.registration && outcome.landmarks == input.before.landmarks) return *input.before.registration;
  if (input.recorded && outcome.landmarks == input.recorded->registration.landmarks)
    return input.recorded->registration;
  const auto& scan = input.planned->plan.choices.scan;
  const auto& control = input.control.volume->identity;
  const bool sameFrame =
      !control.frameOfReferenceUid.empty() && control.frameOfReferenceUid == scan.frameOfReferenceUid;
  if (!sameFrame && outcome.landmarks.empty() && !outcome.plannedScan && samePatient(scan.patient, control.patient)) {
    ProgressPart loading(progress, 0, 0.3);
    auto found = findPlannedScan(scan, input.folders, loading);
    if (!found) return tl::unexpected(found.error());
    outcome.plannedScan = std::move(*found);
  }
  ProgressPart registering(progress, 0.3, 1);
  return planning::review::registrationOf({scan, outcome.plannedScan.get(), *input.control.volume}, outcome.landmarks,
                                          registering);
}

bool sameMotion(const Outcome& a, const Outcome& b) {
  return a.registration && b.registration && a.registration->controlToPlan == b.registration->controlToPlan;
}

/// A needle that is shown otherwise is still the same needle.
void keepTrackingUids(planning::review::NeedlesInControl& found, const ReviewInput& input) {
  for (auto& needle : found.needles) {
    for (std::size_t i = 0; input.recorded && i < input.recorded->needles.size(); ++i)
      if (plannedPlace(input.recorded->needles[i], input.planned->plan) == needle.planned)
        needle.trackingUid = input.recorded->actual.choices.needles[i].trackingUid;
    if (!input.before.found) continue;
    for (const auto& known : input.before.found->needles)
      if (known.planned == needle.planned) needle.trackingUid = known.trackingUid;
  }
}

}  // namespace

std::vector<ShownNeedle> ReviewMarks::shownNeedles() const {
  std::vector<ShownNeedle> needles;
  for (std::size_t i = 0; i < shown.size(); ++i)
    if (shown[i].entry && shown[i].tip && *shown[i].entry != *shown[i].tip)
      needles.push_back({i, *shown[i].entry, *shown[i].tip, shown[i].recorded});
  return needles;
}

std::vector<Landmark> ReviewMarks::wholeLandmarks() const {
  std::vector<Landmark> whole;
  for (const Pair& pair : landmarks)
    if (pair.inControl && pair.inPlan) whole.push_back({*pair.inControl, *pair.inPlan});
  return whole.size() < 2 ? std::vector<Landmark>() : whole;
}

Expected<OpenedPlan> openPlanFile(const fs::path& file, const std::vector<fs::path>& folders, Progress& progress) {
  auto plan = io::report::readPlan(file);
  if (!plan) return tl::unexpected(plan.error());
  ProgressPart searching(progress, 0, 0.5), reading(progress, 0.5, 1);
  const auto files = filesOf(citedBy(*plan), file, folders, searching);
  if (!files) return tl::unexpected(files.error());
  auto structures = plannedStructures(*plan, nullptr, *files, reading);
  if (!structures) return tl::unexpected(structures.error());
  auto missing = missingStructures(*plan, *structures);
  return OpenedPlan{{std::move(*plan), std::move(*structures), std::move(missing)}, file};
}

Expected<std::vector<SeriesInfo>> ctSeries(const fs::path& path, Progress& progress) {
  auto found = io::dicom::scan(path, progress);
  if (!found) return tl::unexpected(found.error());
  std::vector<SeriesInfo> loadable;
  for (auto& series : volumesIn(*found))
    if (series.loadable) loadable.push_back(std::move(series));
  if (loadable.size() > 1) return loadable;
  auto only = chooseSeries(*found, {path, {}});
  if (!only) return tl::unexpected(only.error());
  return std::vector<SeriesInfo>{std::move(*only)};
}

Expected<OpenedControl> openControlSeries(const SeriesInfo& series, Progress& progress) {
  ProgressPart reading(progress, 0, 0.6), searching(progress, 0.6, 1);
  auto volume = io::readCt(series, reading);
  if (!volume) return tl::unexpected(volume.error());
  OpenedControl opened;
  opened.volume = std::make_shared<const Volume>(std::move(*volume));
  auto skin = planning::anatomy::findSkin(*opened.volume, searching);
  if (progress.stopRequested()) return refuse("cancelled");
  if (skin) opened.skin = std::make_shared<const planning::anatomy::Skin>(std::move(*skin));
  return opened;
}

Expected<std::shared_ptr<const Volume>> findPlannedScan(const planning::SeriesIdentity& scan,
                                                        const std::vector<fs::path>& folders, Progress& progress) {
  for (const auto& folder : folders) {
    ProgressPart searching(progress, 0, 0.3), reading(progress, 0.3, 1);
    const auto found = io::dicom::scan(folder, searching);
    if (progress.stopRequested()) return refuse("cancelled");
    if (!found) continue;
    const auto* series = io::dicom::seriesOf(found->series, scan);
    if (series == nullptr) continue;
    auto volume = io::readCt(*series, reading);
    if (!volume) return tl::unexpected(volume.error());
    return std::make_shared<const Volume>(std::move(*volume));
  }
  return nullptr;
}

Expected<Outcome> outcomeOf(const ReviewInput& input, Progress& progress) {
  Outcome outcome;
  outcome.plannedScan = input.plannedScan;
  ProgressPart registering(progress, 0, 0.6), finding(progress, 0.6, 0.95);
  auto registration = registrationFor(input, outcome, registering);
  if (progress.stopRequested()) return refuse("cancelled");
  if (!registration) {
    outcome.why = registration.error();
    return outcome;
  }
  using planning::review::RegistrationKind;
  registration->accepted = registration->kind == RegistrationKind::SameFrame || input.marks.acceptable.value_or(false);
  registration->residualMm = planning::rounded(registration->residualMm);  // as it is kept
  outcome.registration = *registration;
  outcome.shown = input.marks.shownNeedles();
  const Outcome& before = input.before;
  if (before.found && sameMotion(before, outcome) && before.shown == outcome.shown) {
    outcome.found = before.found;
  } else {
    auto found =
        planning::review::needlesIn(*input.control.volume, input.planned->plan, *registration, outcome.shown, finding);
    if (progress.stopRequested()) return refuse("cancelled");
    if (!found) {
      outcome.why = found.error();
      return outcome;
    }
    outcome.found = std::move(*found);
    keepTrackingUids(*outcome.found, input);
  }
  outcome.result = compared(*input.planned, *input.control.volume, input.control.skin.get(), *registration,
                            *outcome.found, {input.marks.timePoint, input.marks.contrastTest});
  outcome.found->needles = outcome.result->needles;  // with their tracking UIDs, which stay
  return outcome;
}

}  // namespace app::review
