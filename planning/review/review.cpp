#include "planning/review/review.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "planning/needle/worst_first.h"
#include "planning/plan/assess.h"
#include "planning/review/moved_structure.h"
#include "planning/review/registration.h"

namespace planning::review {
namespace {

using anatomy::MeasuredStructure;
using needle::Clearance;

constexpr double kBentMm = 1.0;         ///< from which a bend is told
constexpr double kAlongCourseMm = 0.2;  ///< from which distances are measured along the bent course

/// What is said of the structures stays; the rest was about a plan.
bool concernsMeasuring(const Finding& finding) {
  return finding.code == "error-bound-large" || finding.code == "structure-empty" ||
         finding.code == "structure-kind-guessed" || finding.code == "structure-thin" ||
         finding.code == "structure-cut-by-its-grid";
}

NeedleChoice actualOf(const NeedleChoice& planned, const ActualNeedle& actual) {
  NeedleChoice needle;
  needle.label = planned.label;
  needle.trackingUid = actual.trackingUid;
  needle.needle = planned.needle;
  needle.routeId = planned.routeId;
  needle.level = planned.level;
  needle.side = planned.side;
  needle.target = actual.found.trajectory.target;
  needle.entry = actual.found.trajectory.entry;
  return needle;
}

ReviewedNeedle reviewed(const NeedleChoice& planned, const ActualNeedle& actual, const Registration& registration) {
  ReviewedNeedle review;
  review.plannedTrackingUid = planned.trackingUid;
  review.clicked = actual.clicked;
  review.found = actual.found;
  const auto way = wayInControl(planned, registration);
  if (!way) return review;
  review.plannedTip = way->target;
  review.deviation = deviationOf(*way, actual.found.trajectory);
  if (!actual.found.entrySeen) review.deviation->entryMm.reset();
  return review;
}

/// The nearest of all pieces of a bent needle.
std::optional<Clearance> alongCourse(const std::vector<Point>& course, const needle::Needle& needle,
                                     const MeasuredStructure& structure, const Clearance& straight, double freeLastMm) {
  std::optional<Clearance> nearest;
  double before = 0, after = 0;
  for (std::size_t i = 0; i + 1 < course.size(); ++i) after += (course[i + 1] - course[i]).GetNorm();
  for (std::size_t i = 0; i + 1 < course.size(); ++i) {
    const double length = (course[i + 1] - course[i]).GetNorm();
    after -= length;
    Clearance piece = needle::clearanceOf({course[i], course[i + 1]}, needle, structure, straight.marginMm,
                                          std::max(0.0, freeLastMm - after));
    if (piece.distanceMm && (!nearest || *piece.distanceMm < *nearest->distanceMm)) {
      if (piece.depthMm) *piece.depthMm += before;
      nearest = piece;
    }
    before += length;
  }
  return nearest;
}

void measureAlongCourse(NeedleAssessment& actual, const std::optional<needle::Needle>& needle, const FoundNeedle& found,
                        const Scene& scene, const procedure::Route* rules) {
  if (found.bendMm < kAlongCourseMm || !needle) return;
  const double freeLastMm = rules ? rules->touchLastMm : procedure::Route().touchLastMm;
  for (Clearance& row : actual.clearances)
    for (const MeasuredStructure& structure : scene.structures)
      if (structure.structure.trackingUid == row.structureTrackingUid && structure.structure.name == row.structure)
        if (auto bent = alongCourse(found.course, *needle, structure, row, freeLastMm)) row = *bent;
  needle::sortWorstFirst(actual.clearances);
  std::optional<needle::Verdict> worst;
  for (const Clearance& row : actual.clearances)
    if (row.verdict) worst = needle::worse(*row.verdict, worst.value_or(*row.verdict));
  if (worst) actual.verdict = worst;
}

void addNeedleFindings(std::vector<Finding>& findings, const std::string& label, const ActualNeedle& actual) {
  const FoundNeedle& found = actual.found;
  if (actual.clicked)
    findings.push_back({"needle-clicked", Severity::Info, {label, mmText(found.tipBoundMm)}, {}});
  else
    findings.push_back({actual.asRecorded ? "needle-as-recorded" : "needle-found",
                        actual.asRecorded ? Severity::Warning : Severity::Info,
                        {label, mmText(found.tipBoundMm), tenths(found.angleBound.degrees()) + "\u00b0"},
                        {}});
  if (found.bendMm >= kBentMm) findings.push_back({"needle-bent", Severity::Info, {label, mmText(found.bendMm)}, {}});
  if (!found.entrySeen) findings.push_back({"entry-not-in-control", Severity::Warning, {label}, {}});
}

void addFindings(Control& control, const ReviewNotes& notes) {
  auto& findings = control.actual.assessment.findings;
  const std::string residual = mmText(control.registration.residualMm);
  if (control.registration.kind == RegistrationKind::Bone)
    findings.push_back({"registered-by-bone", Severity::Info, {residual}, {}});
  if (control.registration.kind == RegistrationKind::Landmarks)
    findings.push_back({"registered-by-landmarks", Severity::Info, {residual}, {}});
  if (!control.registration.accepted) findings.push_back({"residual-not-accepted", Severity::Warning, {residual}, {}});
  for (const std::string& label : notes.missing)
    findings.push_back({"planned-needle-not-found", Severity::Warning, {label}, {}});
  if (notes.contrastTest == "vascular") findings.push_back({"contrast-vascular", Severity::Warning, {}, {}});
}

/// Of the needles as they lie: no plan that could be ready, and what is said of a plan's choices is left out.
Assessment reached(const PlanChoices& actual, const Scene& scene, const procedure::Routes& routes,
                   const std::vector<ActualNeedle>& needles) {
  Assessment result = assess(actual, scene, routes);
  std::erase_if(result.findings, [](const Finding& finding) { return !concernsMeasuring(finding); });
  result.findings.insert(result.findings.end(), scene.volume->findings.begin(), scene.volume->findings.end());
  result.ready = false;
  result.verdict.reset();
  for (std::size_t i = 0; i < needles.size(); ++i) {
    NeedleAssessment& needle = result.needles[i];
    measureAlongCourse(needle, actual.needles[i].needle, needles[i].found, scene, routes.find(actual.routeId));
    if (!needles[i].found.entrySeen) needle.depthMm.reset(), needle.outsideSkinMm.reset();
    if (needle.verdict) result.verdict = needle::worse(*needle.verdict, result.verdict.value_or(*needle.verdict));
    addNeedleFindings(result.findings, actual.needles[i].label, needles[i]);
  }
  return result;
}

}  // namespace

Expected<NeedlesInControl> needlesIn(const Volume& control, const Plan& plan, const Registration& registration,
                                     const std::vector<ShownNeedle>& shown, Progress& progress) {
  NeedlesInControl found;
  std::optional<Error> why;
  for (std::size_t i = 0; i < plan.choices.needles.size(); ++i) {
    const auto way = wayInControl(plan.choices.needles[i], registration);
    if (!way) continue;
    const auto clicked = std::find_if(shown.begin(), shown.end(), [i](const auto& one) { return one.planned == i; });
    if (clicked != shown.end() && clicked->recorded) {
      found.needles.push_back({i, {}, *clicked->recorded, false, true});
      continue;
    }
    if (clicked != shown.end()) {
      found.needles.push_back({i, {}, clickedNeedle(control, clicked->entry, clicked->tip), true});
      continue;
    }
    const double share = 1.0 / static_cast<double>(plan.choices.needles.size());
    ProgressPart part(progress, static_cast<double>(i) * share, static_cast<double>(i + 1) * share);
    auto needle = findNeedle(control, {*way}, part);
    if (needle)
      found.needles.push_back({i, {}, std::move(*needle), false});
    else
      found.missing.push_back(plan.choices.needles[i].label), why = why.value_or(needle.error());
  }
  if (!found.needles.empty()) return found;
  return why ? tl::unexpected(*why) : refuse("no-planned-needle");
}

std::vector<MeasuredStructure> structuresInControl(const std::vector<MeasuredStructure>& planned,
                                                   const Registration& registration,
                                                   const std::vector<ActualNeedle>& needles) {
  double placesMm = 0;
  for (const ActualNeedle& actual : needles) placesMm = std::max(placesMm, actual.found.tipBoundMm);
  const RigidMotion planToControl = controlToPlan(registration).inverse();
  std::vector<MeasuredStructure> brought;
  for (const auto& structure : planned)
    brought.push_back(moved(structure, planToControl, registration.residualMm + placesMm));
  return brought;
}

ErrorBounds errorBoundsOf(const FoundNeedle& found, bool clicked, const Registration& registration) {
  ErrorBounds bounds;
  bounds.tipMm = found.tipBoundMm + registration.residualMm;
  if (found.entrySeen) bounds.entryMm = found.entryBoundMm + registration.residualMm;
  const double turned = std::atan2(2 * registration.residualMm, found.trajectory.pathLengthMm());
  bounds.angle = Angle::radians(found.angleBound.radians() + turned);
  if (!clicked) bounds.bendMm = found.tipBoundMm;
  return bounds;
}

std::optional<needle::Trajectory> wayInControl(const NeedleChoice& planned, const Registration& registration) {
  if (!planned.target || !planned.entry || *planned.target == *planned.entry) return std::nullopt;
  const RigidMotion planToControl = controlToPlan(registration).inverse();
  return needle::Trajectory{planToControl(*planned.entry), planToControl(*planned.target)};
}

Control reviewOf(const Plan& plan, const Scene& scene, const procedure::Routes& routes,
                 const Registration& registration, const std::vector<ActualNeedle>& needles, const ReviewNotes& notes) {
  Control control;
  PlanChoices& actual = control.actual.choices;
  actual.scan = scene.volume->identity;
  actual.routeId = plan.choices.routeId;
  actual.level = plan.choices.level;
  actual.side = plan.choices.side;
  actual.guidance = plan.choices.guidance;
  actual.label = plan.choices.label;
  actual.operatorName = plan.choices.operatorName;
  actual.operatorOrganization = plan.choices.operatorOrganization;
  actual.structureEvidence = plan.choices.structureEvidence;
  for (const ActualNeedle& each : needles) {
    actual.needles.push_back(actualOf(plan.choices.needles.at(each.planned), each));
    control.needles.push_back(reviewed(plan.choices.needles.at(each.planned), each, registration));
  }
  control.actual.assessment = reached(actual, scene, routes, needles);
  control.plan.sopInstanceUid = plan.report.sopInstanceUid;
  control.planStudyUid = plan.choices.scan.study.uid;
  control.planSeriesUid = plan.report.seriesUid;
  control.planFrameOfReferenceUid = plan.choices.scan.frameOfReferenceUid;
  control.timePoint = notes.timePoint;
  control.contrastTest = notes.contrastTest;
  control.registration = registration;
  addFindings(control, notes);
  return control;
}

}  // namespace planning::review
