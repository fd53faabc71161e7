#pragma once

#include "io/reading/grid.h"
#include "io/reading/structure_reader.h"
#include "io/report/report_file.h"
#include "io/sandbox/wire.h"
#include "planning/review/control.h"

// The members of structures and plans that travel, each once for both directions.

namespace io::sandbox {

template <>
inline constexpr auto kLast<planning::Severity> = planning::Severity::Error;
template <>
inline constexpr auto kLast<planning::anatomy::Kind> = planning::anatomy::Kind::Other;
template <>
inline constexpr auto kLast<planning::anatomy::Role> = planning::anatomy::Role::Crossable;
template <>
inline constexpr auto kLast<planning::anatomy::Side> = planning::anatomy::Side::Bilateral;
template <>
inline constexpr auto kLast<planning::needle::Verdict> = planning::needle::Verdict::Clear;
template <>
inline constexpr auto kLast<planning::fluoroscopy::Calibration::Object> =
    planning::fluoroscopy::Calibration::Object::Sphere;
template <>
inline constexpr auto kLast<planning::review::RegistrationKind> = planning::review::RegistrationKind::Landmarks;

template <class Archive>
void fields(Archive& a, Grid& x) {
  a(x.size, x.origin, x.spacing, x.direction);
}

}  // namespace io::sandbox

namespace itk {

template <class Archive>
void fields(Archive& a, Vector<double, 3>& x) {
  a(x[0], x[1], x[2]);
}

}  // namespace itk

namespace planning {

template <class Archive>
void fields(Archive& a, Angle& x) {
  double radians = x.radians();
  a(radians);
  x = Angle::radians(radians);
}

}  // namespace planning

namespace planning::anatomy {

template <class Archive>
void fields(Archive& a, Code& x) {
  a(x.value, x.scheme, x.meaning);
}
template <class Archive>
void fields(Archive& a, CountedLevel& x) {
  a(x.name, x.middle, x.byClick, x.sure, x.vertebra, x.clicked);
}
template <class Archive>
void fields(Archive& a, Tube& x) {
  a(x.centreline, x.radiiMm, x.radiusUncertaintyMm);
}
/// A mask's voxels and place go another way.
template <class Archive>
void fields(Archive& a, Structure& x) {
  a(x.name, x.trackingUid, x.kind, x.kindGuessed, x.code, x.side, x.role, x.confirmed, x.source, x.sourceSopClassUid,
    x.sourceSopInstanceUid, x.sourceNumber, x.marginMm, x.registrationResidualMm, x.colour);
  bool isTube = std::holds_alternative<Tube>(x.shape);
  a(isTube);
  if (!isTube) return;
  if (!std::holds_alternative<Tube>(x.shape)) x.shape = Tube{};
  a(std::get<Tube>(x.shape));
}

}  // namespace planning::anatomy

namespace planning::fluoroscopy {

template <class Archive>
void fields(Archive& a, GivenGeometry& x) {
  a(x.primaryDeg, x.secondaryDeg, x.sourceToDetectorMm, x.sourceToIsocentreMm, x.imagerSpacingMm);
}
template <class Archive>
void fields(Archive& a, Calibration& x) {
  a(x.object, x.knownMm, x.from, x.to);
}
template <class Archive>
void fields(Archive& a, MarkedView& x) {
  a(x.view, x.frame, x.given, x.calibration, x.target, x.entry);
}
/// What is computed from the marks is computed again.
template <class Archive>
void fields(Archive& a, FluoroscopyPlan& x) {
  a(x.views, x.nothingMoved);
}

}  // namespace planning::fluoroscopy

namespace planning::needle {

template <class Archive>
void fields(Archive& a, PlacementError& x) {
  a(x.meanTipMm, x.deviationTipMm, x.meanAngle, x.deviationAngle, x.source);
}

template <class Archive>
void fields(Archive& a, Trajectory& x) {
  a(x.entry, x.target);
}
template <class Archive>
void fields(Archive& a, Needle& x) {
  a(x.gauge, x.lengthMm, x.outerDiameterMm);
}
template <class Archive>
void fields(Archive& a, TrajectoryAngles& x) {
  a(x.inPlane, x.cranioCaudal, x.carmPrimary, x.carmSecondary, x.gantryTilt, x.inTiltedSlice);
}
template <class Archive>
void fields(Archive& a, Clearance& x) {
  a(x.structure, x.structureTrackingUid, x.kind, x.role, x.side, x.code, x.source, x.sourceSopClassUid,
    x.sourceSopInstanceUid, x.sourceNumber, x.confirmed, x.distanceMm, x.errorBoundMm, x.marginMm, x.closestOnStructure,
    x.closestOnNeedle, x.depthMm, x.breachProbability, x.breachStandardError, x.verdict);
}

}  // namespace planning::needle

namespace planning::procedure {

template <class Archive>
void fields(Archive& a, CheckAnswer& x) {
  a(x.id, x.answer, x.date, x.by, x.text);
}

}  // namespace planning::procedure

namespace planning {

template <class Archive>
void fields(Archive& a, PlannedNeedle& x) {
  a(x.label, x.trackingUid, x.target, x.entry, x.needle, x.pathLengthMm, x.depthMm, x.outsideSkinMm, x.tooShort,
    x.angles, x.clearances, x.verdict, x.breachProbability, x.breachStandardError, x.placementError, x.fromMidlineMm);
}
template <class Archive>
void fields(Archive& a, Plan& x) {
  a(x.scan, x.routeId, x.level, x.side, x.guidance, x.label, x.operatorName, x.operatorOrganization, x.needles,
    x.checks, x.tracedStructures, x.structureEvidence, x.fluoroscopy, x.nearBandMm, x.midline, x.levels, x.nearAccepted,
    x.complete);
  a(x.verdict, x.ready, x.findings, x.sopInstanceUid, x.seriesUid, x.predecessorUid, x.softwareVersion, x.savedDate,
    x.savedTime);
}

}  // namespace planning

namespace planning::review {

template <class Archive>
void fields(Archive& a, Deviation& x) {
  a(x.tip, x.tipMm, x.lateralMm, x.depthMm, x.entryMm, x.angle);
}
template <class Archive>
void fields(Archive& a, Landmark& x) {
  a(x.inControl, x.inPlan);
}
template <class Archive>
void fields(Archive& a, Registration& x) {
  a(x.kind, x.residualMm, x.accepted, x.controlToPlan, x.landmarks);
}
template <class Archive>
void fields(Archive& a, FoundNeedle& x) {
  a(x.trajectory, x.course, x.entrySeen, x.bendMm, x.tipBoundMm, x.entryBoundMm, x.angleBound);
}
template <class Archive>
void fields(Archive& a, ReviewedNeedle& x) {
  a(x.plannedTrackingUid, x.plannedTip, x.deviation, x.clicked, x.found);
}
template <class Archive>
void fields(Archive& a, Control& x) {
  a(x.actual, x.needles, x.plan, x.planStudyUid, x.planSeriesUid, x.planFrameOfReferenceUid, x.timePoint,
    x.registration, x.contrastTest);
}

}  // namespace planning::review

namespace io {

template <class Archive>
void fields(Archive& a, NamedPoint& x) {
  a(x.name, x.place, x.source);
}
template <class Archive>
void fields(Archive& a, StructureSet& x) {
  a(x.identity, x.structures, x.points, x.findings);
}

}  // namespace io

namespace io::report {

template <class Archive>
void fields(Archive& a, ReadReport& x) {
  a(x.content, x.isControl);
}

}  // namespace io::report
