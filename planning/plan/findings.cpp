#include "planning/plan/findings.h"

#include <algorithm>
#include <cmath>

#include "planning/anatomy/level_names.h"
#include "planning/joined.h"
#include "planning/procedure/said.h"

namespace planning {
namespace {

constexpr double kOnSkinMm = 1.0;         ///< beyond the skin's error bound: an entry nearer to it lies on it
constexpr double kEntryTooDeepMm = 2.0;   ///< deeper, and the way from the skin to the entry is not measured
constexpr double kSwappedDepthMm = 10.0;  ///< an entry so deep, with the target on the skin, was meant as target
constexpr double kTiltShownDegrees = 0.1;

Finding make(const char* code, Severity severity, std::vector<std::string> arguments = {}) {
  return {code, severity, std::move(arguments), {}};
}

bool tells(const std::vector<Finding>& findings, const std::string& code) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; });
}

bool insideScan(const Volume& volume, const Point& place) {
  if (!volume.hu) return false;
  const auto index = volume.hu->TransformPhysicalPointToContinuousIndex<double>(place);
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  for (unsigned axis = 0; axis < 3; ++axis)
    if (!(index[axis] >= -0.5 && index[axis] <= static_cast<double>(size[axis]) - 0.5)) return false;
  return true;
}

void addSkinFindings(std::vector<Finding>& findings, const PlannedNeedle& planned, const anatomy::Skin& skin) {
  const double target = skin.field->signedDistance(*planned.target);
  const double entry = skin.field->signedDistance(*planned.entry);
  const double onSkin = skin.errorBoundMm + kOnSkinMm;
  const double tolerance = std::max(kEntryTooDeepMm, onSkin);
  if (entry < -kSwappedDepthMm && target > -tolerance) {
    findings.push_back(make("entry-target-swapped", Severity::Error, {planned.label}));
    return;
  }
  if (entry < -tolerance)
    findings.push_back(make("entry-inside-body", Severity::Error, {planned.label, mmText(-entry)}));
  else if (std::abs(entry) > onSkin)
    findings.push_back(make("entry-off-skin", Severity::Warning, {planned.label, mmText(std::abs(entry))}));
  if (target > 0) findings.push_back(make("target-outside-body", Severity::Error, {planned.label}));
}

/// What a report, whose texts are no longer than DICOM allows, cannot keep whole.
void addCutTexts(const SeriesIdentity& scan, std::vector<Finding>& findings) {
  SeriesIdentity texts;  // without the instances, a thousand UIDs
  texts.patient = scan.patient, texts.study = scan.study;
  const SeriesIdentity kept = fitted(std::move(texts));
  const auto compare = [&](const char* tag, const std::string& whole, const std::string& cut) {
    if (cut != whole) findings.push_back(make("header-text-cut", Severity::Warning, {tag, cut}));
  };
  compare("(0010,0010)", scan.patient.name, kept.patient.name);
  compare("(0008,0090)", scan.study.referringPhysician, kept.study.referringPhysician);
  compare("(0008,1030)", scan.study.description, kept.study.description);
}

/// Vertebrae whose names do not follow each other from the feet to the head: somebody clicked or named a wrong one.
void addLevelOrder(const std::vector<anatomy::CountedLevel>& levels, std::vector<Finding>& findings) {
  const auto& names = anatomy::levelNames();  // from the head to the feet
  const auto placeOf = [&](const anatomy::CountedLevel& level) {
    return std::find(names.begin(), names.end(), level.name);
  };
  std::vector<std::string> wrong;
  for (const auto& a : levels)
    for (const auto& b : levels)
      if (placeOf(b) != names.end() && placeOf(a) < placeOf(b) && a.middle[2] <= b.middle[2])
        wrong.push_back(a.name + "/" + b.name);
  if (!wrong.empty()) findings.push_back(make("levels-out-of-order", Severity::Error, {joined(wrong)}));
}

}  // namespace

std::vector<Finding> scanFindings(const PlanChoices& choices, const Scene& scene) {
  std::vector<Finding> findings;
  if (choices.scan.patient.id.empty()) findings.push_back(make("no-patient-id", Severity::Error));
  addCutTexts(choices.scan, findings);
  addLevelOrder(choices.levels, findings);
  if (choices.scan.study.uid.empty()) findings.push_back(make("no-study-uid", Severity::Error));
  if (choices.scan.frameOfReferenceUid.empty() && !choices.fluoroscopy)
    findings.push_back(make("no-frame-of-reference", Severity::Error));
  if (!scene.skin) findings.push_back(make("skin-unknown", Severity::Error));
  if (scene.skin && scene.skin->againstPadding) findings.push_back(make("skin-against-padding", Severity::Error));
  if (!scene.volume) return findings;
  const Volume& volume = *scene.volume;
  if (!choices.scan.patient.id.empty() && !samePatient(choices.scan.patient, volume.identity.patient)) {
    const auto [planned, open] = toldApart(choices.scan.patient, volume.identity.patient);
    findings.push_back(make("another-patient", Severity::Error, {planned, open}));
  }
  const std::string& frame = volume.identity.frameOfReferenceUid;
  if (!choices.scan.frameOfReferenceUid.empty() && choices.scan.frameOfReferenceUid != frame)
    findings.push_back(make("another-frame", Severity::Error, {choices.scan.frameOfReferenceUid, frame}));
  findings.insert(findings.end(), volume.findings.begin(), volume.findings.end());
  if (!tells(findings, "gantry-tilt") && volume.gantryTilt.degrees() > kTiltShownDegrees)
    findings.push_back(make("gantry-tilt", Severity::Info, {tenths(volume.gantryTilt.degrees())}));
  return findings;
}

std::vector<Finding> procedureFindings(const PlanChoices& choices, const procedure::Route* route) {
  std::vector<Finding> findings;
  if (choices.routeId.empty())
    findings.push_back(make("route-absent", Severity::Error));
  else if (!route)
    findings.push_back(make("route-not-known", Severity::Error, {choices.routeId}));
  if (!isSaid(choices.operatorName)) findings.push_back(make("operator-absent", Severity::Warning));
  const std::string position = procedure::bodyPosition(choices.scan.patientPosition);
  if (position.empty())
    findings.push_back(make("no-patient-position", Severity::Warning));
  else if (route && !route->positions.empty() &&
           std::find(route->positions.begin(), route->positions.end(), position) == route->positions.end())
    findings.push_back(make("position-differs", Severity::Error, {position, route->positions.front()}));
  return findings;
}

std::vector<Finding> structureFindings(const Scene& scene) {
  std::vector<Finding> findings;
  std::string guessed;
  for (const anatomy::MeasuredStructure& measured : scene.structures) {
    if (measured.errorBoundMm > needle::kLargestUsableBoundMm)
      findings.push_back(
          make("error-bound-large", Severity::Warning, {measured.structure.name, mmText(measured.errorBoundMm)}));
    if (measured.hiddenMm > 0)
      findings.push_back(
          make("structure-thin", Severity::Warning, {measured.structure.name, mmText(measured.hiddenMm)}));
    if (measured.beingMeasured)
      findings.push_back(make("structure-being-measured", Severity::Error, {measured.structure.name}));
    else if (!measured.field)
      findings.push_back(make("structure-empty", Severity::Warning, {measured.structure.name}));
    if (measured.structure.kindGuessed && !measured.structure.code)
      guessed += (guessed.empty() ? "" : ", ") + measured.structure.name;
  }
  if (!guessed.empty()) findings.push_back(make("structure-kind-guessed", Severity::Info, {guessed}));
  return findings;
}

std::vector<Finding> cutFindings(const PlannedNeedle& planned) {
  std::vector<Finding> findings;
  for (const needle::Clearance& row : planned.clearances)
    if (row.unseenDistanceMm && row.verdict)
      findings.push_back(make("structure-cut-by-its-grid", Severity::Warning,
                              {planned.label, row.structure, mmText(std::max(0.0, *row.unseenDistanceMm))}));
  return findings;
}

std::vector<Finding> reserveFindings(const PlannedNeedle& planned, const procedure::Route* route, bool accepted) {
  const double leastMm = route ? route->leastReserveMm : procedure::Route().leastReserveMm;
  if (!planned.outsideSkinMm || *planned.outsideSkinMm < 0 || *planned.outsideSkinMm >= leastMm) return {};
  return {make("reserve-short", accepted ? Severity::Warning : Severity::Error,
               {planned.label, mmText(*planned.outsideSkinMm), mmText(leastMm)})};
}

std::vector<Finding> pointFindings(const PlannedNeedle& planned, const Scene& scene) {
  std::vector<Finding> findings;
  if ((*planned.target - *planned.entry).GetNorm() < kSamePlaceMm)
    findings.push_back(make("entry-equals-target", Severity::Error, {planned.label}));
  if (scene.volume && !insideScan(*scene.volume, *planned.target))
    findings.push_back(make("target-outside-scan", Severity::Error, {planned.label}));
  if (scene.volume && !insideScan(*scene.volume, *planned.entry))
    findings.push_back(make("entry-outside-scan", Severity::Warning, {planned.label}));
  if (scene.skin && scene.skin->field) addSkinFindings(findings, planned, *scene.skin);
  return findings;
}

}  // namespace planning
