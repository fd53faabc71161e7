#include "io/report/group_writer.h"

#include <algorithm>
#include <cmath>

#include "io/files/uid.h"
#include "io/report/coded_values.h"
#include "io/report/plan_fields.h"
#include "io/report/plan_texts.h"
#include "io/report/site_texts.h"
#include "io/report/view_texts.h"
#include "planning/check.h"
#include "planning/plan/imported.h"
#include "planning/plan/own_choices.h"
#include "planning/rounding.h"

namespace io::report {
namespace {

using planning::rounded;
using planning::anatomy::Code;
using planning::fluoroscopy::MarkedView;
using planning::needle::Clearance;
using enum Relation;

constexpr const char* kSegmentationStorage = "1.2.840.10008.5.1.4.1.1.66.4";
constexpr const char* kMeasurements = "1501";
constexpr const char* kPlanarRegion = "1410";

/// Entry and target, and not the same place.
bool hasPath(const planning::NeedleChoice& needle) {
  return needle.entry && needle.target && *needle.entry != *needle.target;
}

/// Of the surfaces' overlap: undetermined while the error bound reaches across zero.
CodedConcept intersection(const Clearance& clearance) {
  if (!clearance.distanceMm || std::abs(*clearance.distanceMm) <= clearance.errorBoundMm) return kCodes.undetermined;
  return *clearance.distanceMm < 0 ? kCodes.yes : kCodes.no;
}

/// Nominal: places from the file's or the operator's numbers alone.
std::string geometryParameter(const planning::fluoroscopy::FluoroscopyPlan& plan) {
  const bool calibrated =
      std::any_of(plan.views.begin(), plan.views.end(), planning::fluoroscopy::spacingFromCalibration);
  return calibrated ? "geometry=calibrated" : "geometry=nominal";
}

/// Nominal: pixels, or millimetres at the isocentre's depth.
std::string scaleParameter(const MarkedView& view) {
  const auto scale = scaleOf(view);
  const bool calibrated = scale && scale->source != planning::fluoroscopy::Scale::Source::Isocentre;
  return calibrated ? "geometry=calibrated" : "geometry=nominal";
}

/// Marks of a view, with the frame they lie in where its object has several.
void picture(TreeWriter& tree, Relation relation, const CodedConcept& name,
             const std::vector<planning::fluoroscopy::ImagePoint>& points, const MarkedView& view) {
  std::vector<std::array<double, 2>> places;
  for (const auto& point : points) places.push_back({point.column, point.row});
  tree.marks(relation, name, places, view.view.identity.instances.front(), view.view.frames > 1 ? view.frame + 1 : 0);
}

std::string labelOf(const planning::NeedleChoice& needle, const Performed* performed) {
  return needle.label + (performed != nullptr ? kControlSuffix : "");
}

bool cites(const planning::SeriesIdentity& series, const std::string& sopInstanceUid) {
  return std::any_of(series.instances.begin(), series.instances.end(),
                     [&](const auto& instance) { return instance.sopInstanceUid == sopInstanceUid; });
}

}  // namespace

void GroupWriter::needle(const planning::PlannedNeedle& needle, const Performed* performed) {
  needleGroup(needle, performed);
  const std::string label = labelOf(needle, performed);
  for (const auto& clearance : needle.clearances) clearanceGroup(needle, label, clearance);
  if (needle.target) displayGroup(needle, label, performed ? kCodes.reachedTip : kCodes.targetPoint, *needle.target);
  if (needle.entry) displayGroup(needle, label, kCodes.entryPoint, *needle.entry);
}

void GroupWriter::needleGroup(const planning::PlannedNeedle& needle, const Performed* performed) {
  group(kMeasurements, labelOf(needle, performed), needle.trackingUid, [&] {
    if (performed) tree_.text(ObservationContext, kCodes.timePoint, performed->timePoint);
    const auto own = planning::ownChoices(plan_.choices, needle);
    findingAndSite(kCodes.needle.code(), siteOf(own.level, own.routeId),
                   own.side.value_or(planning::anatomy::Side::None));
    std::vector<std::string> parameters{"frame=DICOM LPS, mm", "rounded=0.001",
                                        "angles=in-plane atan2(dx,|dy|), craniocaudal asin(dz)"};
    if (plan_.choices.fluoroscopy) {
      parameters.front() = "frame=C-arm isocentre, patient LPS axes, mm";
      const std::string geometry = geometryParameter(*plan_.choices.fluoroscopy);
      parameters.push_back(geometry);
    }
    algorithm(parameters);
    needleNumbers(needle);
    if (plan_.choices.fluoroscopy) triangulationNumbers();
    if (performed) deviationNumbers(needle, performed->needle);
    if (performed && performed->needle.found) seenNumbers(*performed->needle.found);
    tree_.code(Contains, kCodes.trajectoryStatus, performed ? kCodes.performed : kCodes.planned);
    if (!own.routeId.empty()) tree_.code(Contains, kCodes.instrumentApproach, approachOf(own.routeId));
    if (needle.tooShort) tree_.answer(Contains, kCodes.tooShort, *needle.tooShort);
    if (needle.verdict) tree_.code(Contains, kCodes.verdict, codeOf(*needle.verdict));
    if (needle.needle) tree_.text(Contains, kCodes.needleGauge, std::to_string(needle.needle->gauge) + "G");
    if (needle.placementError) tree_.text(Contains, kCodes.placementError, textOf(*needle.placementError));
    tree_.text(Contains, kCodes.needleOwn, joinFields(ownFields(needle)));
    tree_.text(Contains, kCodes.measuredSite, textOf(needle.site));
    if (isImported(needle)) tree_.text(Contains, kCodes.imported, textOf(*needle.imported));
    if (performed) tree_.answer(Contains, kCodes.clicked, performed->needle.clicked);
    if (performed && performed->needle.found)
      tree_.answer(Contains, kCodes.entrySeen, performed->needle.found->entrySeen);
    needlePlaces(needle, performed ? kCodes.reachedTip : kCodes.targetPoint);
    if (!performed) return;
    if (performed->needle.found) tree_.course(Contains, kCodes.seenCourse, performed->needle.found->course);
    if (performed->needle.plannedTip) tree_.place(Contains, kCodes.plannedTip, *performed->needle.plannedTip);
    tree_.uid(Contains, kCodes.relatedTrajectory, performed->needle.plannedTrackingUid);
  });
}

/// Signed where it has a sign: depth positive when the needle went too deep.
void GroupWriter::deviationNumbers(const planning::NeedleChoice& needle,
                                   const planning::review::ReviewedNeedle& reviewed) {
  if (!reviewed.deviation) return;
  const auto& deviation = *reviewed.deviation;
  tree_.number(Contains, kCodes.tipDeviation, deviation.tipMm, kCodes.millimeter, [&] {
    if (reviewed.plannedTip && needle.target && *reviewed.plannedTip != *needle.target)
      tree_.course(InferredFrom, kCodes.tipVector, {*reviewed.plannedTip, *needle.target});
  });
  optionalNumber(kCodes.entryDeviation, deviation.entryMm, kCodes.millimeter);
  tree_.number(Contains, kCodes.angularDeviation, rounded(deviation.angle.degrees()), kCodes.degree);
  tree_.number(Contains, kCodes.lateralDeviation, deviation.lateralMm, kCodes.millimeter);
  tree_.number(Contains, kCodes.depthDeviation, deviation.depthMm, kCodes.millimeter);
}

/// Of the places in the control scan alone: what a registration leaves open comes on top.
void GroupWriter::seenNumbers(const planning::review::FoundNeedle& found) {
  tree_.number(Contains, kCodes.tipBound, found.tipBoundMm, kCodes.millimeter);
  tree_.number(Contains, kCodes.entryBound, found.entryBoundMm, kCodes.millimeter);
  tree_.number(Contains, kCodes.directionBound, rounded(found.angleBound.degrees()), kCodes.degree);
  tree_.number(Contains, kCodes.bend, found.bendMm, kCodes.millimeter);
}

void GroupWriter::needleNumbers(const planning::PlannedNeedle& needle) {
  if (needle.pathLengthMm)
    tree_.number(Contains, kCodes.pathLength, *needle.pathLengthMm, kCodes.millimeter, [&] {
      if (hasPath(needle)) tree_.course(InferredFrom, kCodes.path, {*needle.entry, *needle.target});
    });
  if (needle.needle) {
    tree_.number(Contains, kCodes.diameter, needle.needle->outerDiameterMm, kCodes.millimeter,
                 [&] { tree_.text(ConceptModifier, kCodes.equivalentMeaning, "Needle outer diameter"); });
    tree_.number(Contains, kCodes.needleLength, needle.needle->lengthMm, kCodes.millimeter);
    tree_.number(Contains, kCodes.gaugeNumber, needle.needle->gauge, kCodes.gauge);
  }
  for (const auto& field : needleFields()) writeField<planning::NeedleAssessment>(tree_, field, needle);
  if (!needle.angles) return;
  const auto angle = [&](const CodedConcept& name, const std::optional<planning::Angle>& value) {
    if (value) tree_.number(Contains, name, rounded(value->degrees()), kCodes.degree);
  };
  angle(kCodes.inPlaneAngle, needle.angles->inPlane);
  angle(kCodes.cranioCaudalAngle, needle.angles->cranioCaudal);
  angle(kCodes.positionerPrimary, needle.angles->carmPrimary);
  angle(kCodes.positionerSecondary, needle.angles->carmSecondary);
  if (!needle.angles->tilted) return;
  angle(kCodes.gantryTilt, needle.angles->tilted->tilt);
  angle(kCodes.angleInTiltedSlice, needle.angles->tilted->inSlice);
}

/// Of target and entry the worse.
void GroupWriter::triangulationNumbers() {
  std::optional<double> residualPx, gapMm;
  for (const auto* place : {&plan_.choices.fluoroscopy->target, &plan_.choices.fluoroscopy->entry}) {
    if (!*place) continue;
    const auto& each = (*place)->residualsPx;
    residualPx = std::max(residualPx.value_or(0), *std::max_element(each.begin(), each.end()));
    gapMm = std::max(gapMm.value_or(0), (*place)->rayGapMm);
  }
  optionalNumber(kCodes.reprojectionResidual, rounded(residualPx), kCodes.pixels);
  optionalNumber(kCodes.rayResidual, rounded(gapMm), kCodes.millimeter);
}

void GroupWriter::view(const MarkedView& view, std::size_t place, const planning::NeedleChoice& needle) {
  const std::string name = place == 0 ? "view A" : "view B";
  group(kMeasurements, needle.label + " / " + name, groupUid(needle.trackingUid + "/" + name), [&] {
    const auto own = planning::ownSiteOf(plan_.choices, needle);
    findingAndSite(kCodes.needle.code(), siteOf(own.level, own.routeId),
                   own.side.value_or(planning::anatomy::Side::None));
    algorithm({"frame=picture, column and row", scaleParameter(view)});
    viewNumbers(view);
    tree_.code(Contains, kCodes.trajectoryStatus, kCodes.planned);
    tree_.code(Contains, kCodes.verdict, codeOf(planning::needle::Verdict::Unknown));
    tree_.text(Contains, kCodes.markedView, textOf(view));
    tree_.text(Contains, kCodes.viewSeries, textOf(view.view.identity));
    viewMarks(view);
    tree_.uid(Contains, kCodes.relatedTrajectory, needle.trackingUid);
  });
}

/// The projected length in pixels, unless the picture is calibrated.
void GroupWriter::viewNumbers(const MarkedView& view) {
  if (view.target && view.entry && *view.target != *view.entry) {
    const auto scale = scaleOf(view);
    const bool calibrated = scale && scale->source != planning::fluoroscopy::Scale::Source::Isocentre;
    const auto length = lengthBetween(view, *view.entry, *view.target);
    tree_.number(Contains, kCodes.projectedLength, rounded(calibrated ? *length.mm : length.pixels),
                 calibrated ? kCodes.millimeter : kCodes.pixels, [&] {
                   picture(tree_, InferredFrom, kCodes.path, {*view.entry, *view.target}, view);
                 });
  }
  const auto whole = completed(view);
  const auto angles = whole.anglesOf(view.frame);
  optionalNumber(kCodes.positionerPrimary, rounded(angles.primaryDeg), kCodes.degree);
  optionalNumber(kCodes.positionerSecondary, rounded(angles.secondaryDeg), kCodes.degree);
  if (whole.sourceToDetectorMm && whole.sourceToIsocentreMm && *whole.sourceToIsocentreMm > 0)
    tree_.number(Contains, kCodes.assumedMagnification, rounded(*whole.sourceToDetectorMm / *whole.sourceToIsocentreMm),
                 kCodes.noUnits);
}

void GroupWriter::viewMarks(const MarkedView& view) {
  if (view.target && view.entry && *view.target != *view.entry)
    picture(tree_, Contains, kCodes.path, {*view.entry, *view.target}, view);
  if (view.entry) picture(tree_, Contains, kCodes.entryPoint, {*view.entry}, view);
  if (view.target) picture(tree_, Contains, kCodes.targetPoint, {*view.target}, view);
}

void GroupWriter::needlePlaces(const planning::PlannedNeedle& needle, const CodedConcept& end) {
  if (hasPath(needle)) tree_.course(Contains, kCodes.path, {*needle.entry, *needle.target});
  if (needle.entry)
    tree_.place(Contains, kCodes.entryPoint, *needle.entry, uidFromName(needle.trackingUid + "/entry fiducial"));
  if (needle.target) tree_.place(Contains, end, *needle.target, uidFromName(needle.trackingUid + "/target fiducial"));
}

void GroupWriter::clearanceGroup(const planning::PlannedNeedle& needle, const std::string& label,
                                 const Clearance& clearance) {
  const auto uid = groupUid(needle.trackingUid + "/" + clearance.structureTrackingUid + "/" + clearance.structure);
  group(kMeasurements, label + " / " + clearance.structure, uid, [&] {
    const auto own = planning::ownSiteOf(plan_.choices, needle);
    if (std::holds_alternative<planning::needle::OtherNeedle>(clearance.source))
      findingAndSite(kCodes.needle.code(), siteOf(own.level, own.routeId), clearance.side);
    else
      structureFinding(clearance);
    std::vector<std::string> parameters{"distance=needle axis to structure surface, negative inside"};
    if (!clearance.code) parameters.emplace_back(kFindingFromKind);
    algorithm(parameters);
    clearanceNumbers(needle, clearance);
    origin(clearance.sourceSopClassUid, clearance.sourceSopInstanceUid, clearance.sourceNumber);
    clearancePlaces(needle, clearance);
    tree_.code(Contains, kCodes.intersects, intersection(clearance).code());
    if (clearance.verdict) tree_.code(Contains, kCodes.verdict, codeOf(*clearance.verdict));
    tree_.code(Contains, kCodes.structureKind, codeOf(clearance.kind));
    tree_.code(Contains, kCodes.role, codeOf(clearance.role));
    tree_.code(Contains, kCodes.provenance, provenanceOf(clearance.source));
    tree_.answer(Contains, kCodes.confirmed, clearance.confirmed);
    tree_.text(Contains, kCodes.structureLabel, clearance.structure);
    tree_.text(Contains, kCodes.source, planning::needle::textOf(clearance.source));
    tree_.text(Contains, kCodes.unknownAcceptedBy, clearance.acceptedBy);
    tree_.uid(Contains, kCodes.relatedTrajectory, needle.trackingUid);
    tree_.uid(Contains, kCodes.relatedStructure, clearance.structureTrackingUid);
  });
}

/// distanceMm is from the needle's surface, 121206 from its axis (io/report/README.md, "Numbers"). What was not
/// measured has neither distance nor error bound: a bound of 0 would read as known exactly.
void GroupWriter::clearanceNumbers(const planning::PlannedNeedle& needle, const Clearance& clearance) {
  if (clearance.distanceMm) {
    const double radius = needle.needle ? needle.needle->radiusMm() : 0.0;
    const double axis = std::round((*clearance.distanceMm + radius) * 1e6) / 1e6;
    tree_.number(Contains, kCodes.distance, axis, kCodes.millimeter, [&] {
      tree_.code(ConceptModifier, kCodes.derivation, kCodes.minimum);
      if (clearance.closestOnNeedle && clearance.closestOnStructure)
        tree_.course(InferredFrom, kCodes.path, {*clearance.closestOnNeedle, *clearance.closestOnStructure});
    });
    tree_.number(Contains, kCodes.clearance, rounded(*clearance.distanceMm - clearance.marginMm), kCodes.millimeter);
    tree_.number(Contains, kCodes.errorBound, clearance.errorBoundMm, kCodes.millimeter);
  }
  tree_.number(Contains, kCodes.margin, clearance.marginMm, kCodes.millimeter);
  optionalNumber(kCodes.closestDepth, clearance.depthMm, kCodes.millimeter);
  optionalNumber(kCodes.breachProbability, clearance.breachProbability, kCodes.noUnits);
  optionalNumber(kCodes.breachStandardError, clearance.breachStandardError, kCodes.noUnits);
  optionalNumber(kCodes.unseenDistance, clearance.unseenDistanceMm, kCodes.millimeter);
}

/// A path comes first, because OHIF takes a group whose first place is a point for a probe: the shortest line, or the
/// needle itself where nothing was measured.
void GroupWriter::clearancePlaces(const planning::PlannedNeedle& needle, const Clearance& clearance) {
  const auto &onNeedle = clearance.closestOnNeedle, &onStructure = clearance.closestOnStructure;
  if (onNeedle && onStructure)
    tree_.course(Contains, kCodes.path, {*onNeedle, *onStructure});
  else if (hasPath(needle))
    tree_.course(Contains, kCodes.path, {*needle.entry, *needle.target});
  if (onStructure) tree_.place(Contains, kCodes.closestOnStructure, *onStructure);
  if (onNeedle) tree_.place(Contains, kCodes.closestOnNeedle, *onNeedle);
  if (!onStructure && !onNeedle && !hasPath(needle))
    tree_.place(Contains, needle.target ? kCodes.targetPoint : kCodes.entryPoint,
                needle.target ? *needle.target : *needle.entry);
}

void GroupWriter::displayGroup(const planning::PlannedNeedle& needle, const std::string& label,
                               const CodedConcept& which, const planning::Point& place) {
  const bool entry = which.is(kCodes.entryPoint.code()), tip = which.is(kCodes.reachedTip.code());
  const std::string word = entry ? "entry" : tip ? "tip" : "target";
  group(kPlanarRegion, label + " " + word, groupUid(needle.trackingUid + "/" + word + " display"), [&] {
    const auto own = planning::ownChoices(plan_.choices, needle);
    findingAndSite(which.code(), siteOf(own.level, own.routeId), own.side.value_or(planning::anatomy::Side::None));
    tree_.place(Contains, kCodes.imageRegion, place);
    tree_.uid(Contains, kCodes.relatedTrajectory, needle.trackingUid);
  });
}

void GroupWriter::landmark(const planning::review::Landmark& landmark, std::size_t place,
                           const std::string& planFrame) {
  const std::string name = "Landmark " + std::to_string(place + 1);
  group(kMeasurements, name, groupUid(plan_.report.seriesUid + "/" + name), [&] {
    findingAndSite(kCodes.landmark.code(), siteOf(plan_.choices.level, plan_.choices.routeId),
                   planning::anatomy::Side::None);
    tree_.place(Contains, kCodes.landmarkInControl, landmark.inControl);
    tree_.placeIn(planFrame, Contains, kCodes.landmarkInPlan, landmark.inPlan);
  });
}

void GroupWriter::tube(const planning::anatomy::Structure& structure) {
  const auto* tube = std::get_if<planning::anatomy::Tube>(&structure.shape);
  planning::check(tube != nullptr, "a traced structure of a plan is a tube");
  group(kMeasurements, structure.name, structure.trackingUid, [&] {
    structureFinding(structure);
    std::vector<std::string> parameters{"shape=round cones between the vertices"};
    if (!structure.code) parameters.emplace_back(kFindingFromKind);
    algorithm(parameters);
    tree_.number(Contains, kCodes.radiusUncertainty, tube->radiusUncertaintyMm, kCodes.millimeter);
    if (structure.registrationResidualMm > 0)
      tree_.number(Contains, kCodes.registrationResidual, structure.registrationResidualMm, kCodes.millimeter);
    optionalNumber(kCodes.margin, structure.marginMm, kCodes.millimeter);
    origin(structure.sourceSopClassUid, structure.sourceSopInstanceUid, structure.sourceNumber);
    tree_.course(Contains, kCodes.centreline, tube->centreline);
    tree_.code(Contains, kCodes.structureKind, codeOf(structure.kind));
    tree_.answer(Contains, kCodes.kindGuessed, structure.kindGuessed);
    tree_.code(Contains, kCodes.role, codeOf(structure.role));
    tree_.code(Contains, kCodes.provenance, provenanceOf(structure.source));
    tree_.answer(Contains, kCodes.confirmed, structure.confirmed);
    tree_.text(Contains, kCodes.structureLabel, structure.name);
    tree_.text(Contains, kCodes.source, structure.source.text());
    tree_.text(Contains, kCodes.radii, textOf(tube->radiiMm));
    tree_.text(Contains, kCodes.displayColour,
               textOf(std::vector<double>(structure.colour.begin(), structure.colour.end())));
  });
}

void GroupWriter::group(const std::string& templateId, const std::string& identifier, const std::string& uid,
                        const TreeWriter::Children& children) {
  used_.insert(uid);
  tree_.container(Contains, kCodes.measurementGroup, templateId.c_str(), [&] {
    tree_.text(ObservationContext, kCodes.trackingIdentifier, identifier);
    tree_.uid(ObservationContext, kCodes.trackingUid, uid);
    children();
  });
}

void GroupWriter::findingAndSite(const Code& finding, const Code& site, planning::anatomy::Side side) {
  tree_.code(Contains, kCodes.finding, finding);
  tree_.code(ConceptModifier, kCodes.findingSite, site, [&] {
    if (const auto laterality = codeOf(side)) tree_.code(ConceptModifier, kCodes.laterality, *laterality);
  });
}

void GroupWriter::structureFinding(const Clearance& clearance) {
  const Code anatomy = clearance.code.value_or(anatomyOf(clearance.kind, clearance.structure));
  findingAndSite(anatomy, anatomy, clearance.side);
}

void GroupWriter::structureFinding(const planning::anatomy::Structure& structure) {
  const Code anatomy = structure.code.value_or(anatomyOf(structure.kind, structure.name));
  findingAndSite(anatomy, anatomy, structure.side);
}

void GroupWriter::algorithm(const std::vector<std::string>& parameters) {
  tree_.text(ConceptModifier, kCodes.algorithmName, "needleplan");
  tree_.text(ConceptModifier, kCodes.algorithmVersion, NEEDLEPLAN_VERSION);
  for (const auto& parameter : parameters) tree_.text(ConceptModifier, kCodes.algorithmParameters, parameter);
}

void GroupWriter::origin(const std::string& sopClassUid, const std::string& sopInstanceUid,
                         const std::optional<int>& number) {
  const auto& evidence = plan_.choices.structureEvidence;
  const bool cited =
      std::any_of(evidence.begin(), evidence.end(), [&](const auto& series) { return cites(series, sopInstanceUid); });
  if (!cited) return;
  if (sopClassUid == kSegmentationStorage)
    return tree_.image({sopClassUid, sopInstanceUid}, &kCodes.sourceOfMeasurement, number);
  tree_.composite(kCodes.regionInSpace, {sopClassUid, sopInstanceUid}, [&] {
    if (number) tree_.text(ConceptModifier, kCodes.roiIdentifier, std::to_string(*number));
  });
}

void GroupWriter::optionalNumber(const CodedConcept& name, const std::optional<double>& value,
                                 const CodedConcept& unit) {
  if (value) tree_.number(Contains, name, *value, unit);
}

std::string GroupWriter::groupUid(const std::string& seed) {
  std::string uid = uidFromName(seed);
  for (int again = 2; used_.contains(uid); ++again) uid = uidFromName(seed + "#" + std::to_string(again));
  return uid;
}

}  // namespace io::report
