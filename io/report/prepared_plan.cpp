#include "io/files/uid.h"
#include "io/report/control_report.h"
#include "io/report/document_header.h"
#include "io/report/plan_document.h"
#include "io/report/plan_fields.h"
#include "io/report/record_fields.h"
#include "planning/check.h"
#include "planning/rounding.h"

namespace io::report {
namespace {

using planning::Angle;

Angle rounded(const Angle& angle) {
  return Angle::degrees(planning::rounded(angle.degrees()));
}
std::optional<Angle> rounded(const std::optional<Angle>& angle) {
  return angle ? std::optional(rounded(*angle)) : std::nullopt;
}

void round(planning::needle::TrajectoryAngles& angles) {
  angles = {rounded(angles.inPlane), rounded(angles.cranioCaudal), rounded(angles.carmPrimary),
            rounded(angles.carmSecondary), angles.tilted};
  if (angles.tilted) *angles.tilted = {rounded(angles.tilted->tilt), rounded(angles.tilted->inSlice)};
}

void dropEmpty(std::optional<planning::anatomy::Code>& code) {
  if (code && (code->value.empty() || code->scheme.empty())) code.reset();
}

void prepare(planning::needle::Clearance& clearance) {
  using planning::rounded;
  dropEmpty(clearance.code);
  clearance.distanceMm = rounded(clearance.distanceMm);
  clearance.errorBoundMm = clearance.distanceMm ? rounded(clearance.errorBoundMm) : 0;  // of what is not measured: none
  clearance.marginMm = rounded(clearance.marginMm);
  clearance.closestOnStructure = rounded(clearance.closestOnStructure);
  clearance.closestOnNeedle = rounded(clearance.closestOnNeedle);
  clearance.depthMm = rounded(clearance.depthMm);
  clearance.breachProbability = rounded(clearance.breachProbability);
  clearance.breachStandardError = rounded(clearance.breachStandardError);
  clearance.unseenDistanceMm = rounded(clearance.unseenDistanceMm);
}

void prepare(planning::NeedleChoice& needle, std::size_t place) {
  using planning::rounded;
  if (needle.label.empty()) needle.label = "Needle " + std::to_string(place + 1);
  if (needle.trackingUid.empty()) needle.trackingUid = newUid();
  needle.target = rounded(needle.target);
  needle.entry = rounded(needle.entry);
  if (needle.imported) {
    needle.imported->entry = rounded(needle.imported->entry);
    needle.imported->target = rounded(needle.imported->target);
  }
  if (!needle.needle) return;
  needle.needle->lengthMm = rounded(needle.needle->lengthMm);
  needle.needle->outerDiameterMm = rounded(needle.needle->outerDiameterMm);
}

void prepare(planning::NeedleAssessment& needle) {
  using planning::rounded;
  needle.pathLengthMm = rounded(needle.pathLengthMm);
  for (const auto& field : needleFields()) roundField(field, needle);
  if (needle.angles) round(*needle.angles);
  needle.site.lateralMm = rounded(needle.site.lateralMm);
  for (auto& clearance : needle.clearances) prepare(clearance);
}

void prepare(planning::anatomy::Structure& structure) {
  using planning::rounded;
  dropEmpty(structure.code);
  if (structure.trackingUid.empty()) structure.trackingUid = newUid();
  structure.marginMm = rounded(structure.marginMm);
  structure.registrationResidualMm = rounded(structure.registrationResidualMm);
  auto* tube = std::get_if<planning::anatomy::Tube>(&structure.shape);
  if (tube == nullptr) return;
  for (auto& vertex : tube->centreline) vertex = rounded(vertex);
  for (auto& radius : tube->radiiMm) radius = rounded(radius);
  tube->radiusUncertaintyMm = rounded(tube->radiusUncertaintyMm);
}

/// A view without a mark has nothing to write. The places follow from the marks as they are written.
void prepare(planning::fluoroscopy::FluoroscopyPlan& fluoroscopy) {
  auto& views = fluoroscopy.views;
  std::erase_if(views, [](const auto& view) { return !view.target && !view.entry; });
  for (auto& view : views) {
    for (auto* mark : {&view.target, &view.entry})
      if (*mark)
        *mark = planning::fluoroscopy::ImagePoint{planning::rounded((*mark)->column), planning::rounded((*mark)->row)};
    view.view.presentation = {};
  }
  planning::fluoroscopy::locate(fluoroscopy);
}

void prepare(planning::SiteCheck& check) {
  for (auto& site : check.needles) {
    site.entry = planning::rounded(site.entry);
    site.target = planning::rounded(site.target);
  }
}

void prepare(planning::anatomy::CountedLevel& level) {
  level.middle = planning::rounded(level.middle);
  level.inCanal = planning::rounded(level.inCanal);
  level.vertebra.reset();
}

void prepare(planning::PlanChoices& choices) {
  if (choices.fluoroscopy) prepare(*choices.fluoroscopy);
  choices.nearBandMm = planning::rounded(choices.nearBandMm);
  for (auto& place : choices.midline) place = planning::rounded(place);
  for (auto& level : choices.levels) prepare(level);
  if (choices.siteCheck) prepare(*choices.siteCheck);
  for (const auto& field : recordFields())
    if (choices.record) roundField(field, *choices.record);
  for (std::size_t i = 0; i < choices.needles.size(); ++i) prepare(choices.needles[i], i);
  for (auto& structure : choices.tracedStructures) prepare(structure);
}

}  // namespace

planning::Plan prepared(planning::Plan plan) {
  if (plan.report.seriesUid.empty()) plan.report.seriesUid = newUid();
  prepare(plan.choices);
  auto& assessed = plan.assessment.needles;
  planning::check(assessed.empty() || assessed.size() == plan.choices.needles.size(), "every needle is assessed");
  assessed.resize(plan.choices.needles.size());  // a plan may be kept before it was assessed
  for (auto& needle : assessed) prepare(needle);
  return plan;
}

planning::review::FoundNeedle asKept(planning::review::FoundNeedle found) {
  using planning::rounded;
  found.angleBound = Angle::degrees(rounded(found.angleBound.degrees()));
  found.trajectory = {rounded(found.trajectory.entry), rounded(found.trajectory.target)};
  for (auto& place : found.course) place = rounded(place);
  for (double* mm : {&found.bendMm, &found.tipBoundMm, &found.entryBoundMm}) *mm = rounded(*mm);
  return found;
}

planning::review::Control prepared(planning::review::Control control) {
  using planning::rounded;
  control.actual = prepared(std::move(control.actual));
  if (control.plan.sopClassUid.empty()) control.plan.sopClassUid = kComprehensive3DSr;
  control.registration.residualMm = rounded(control.registration.residualMm);
  for (auto& landmark : control.registration.landmarks)
    landmark = {rounded(landmark.inControl), rounded(landmark.inPlan)};
  for (auto& reviewed : control.needles) {
    reviewed.plannedTip = rounded(reviewed.plannedTip);
    if (reviewed.found) reviewed.found = asKept(*reviewed.found);
    if (!reviewed.deviation) continue;
    auto& deviation = *reviewed.deviation;
    deviation.tipMm = rounded(deviation.tipMm);
    deviation.lateralMm = rounded(deviation.lateralMm);
    deviation.depthMm = rounded(deviation.depthMm);
    if (deviation.entryMm) deviation.entryMm = rounded(*deviation.entryMm);
    deviation.angle = Angle::degrees(rounded(deviation.angle.degrees()));
  }
  return control;
}

}  // namespace io::report
