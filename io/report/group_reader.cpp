#include "io/report/group_reader.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "io/dicom/encode.h"
#include "io/report/coded_values.h"
#include "io/report/group_writer.h"
#include "io/report/needle_geometry.h"
#include "io/report/number_ranges.h"
#include "io/report/plan_fields.h"
#include "io/report/plan_texts.h"
#include "io/report/site_texts.h"
#include "io/report/view_texts.h"
#include "planning/rounding.h"

namespace io::report {
namespace {

using planning::Plan;
using planning::PlannedNeedle;
using planning::refuse;
using planning::rounded;
using planning::anatomy::Structure;
using planning::needle::Clearance;
using planning::review::Control;
using planning::review::FoundNeedle;

/// Absent when the item is missing or holds no finite number.
std::optional<double> numberOf(const ContentItem& group, const CodedConcept& name) {
  const auto* item = group.child(name, "NUM");
  return item != nullptr ? rounded(item->number) : std::nullopt;
}

std::optional<planning::Point> placeOf(const ContentItem& group, const CodedConcept& name) {
  const auto* item = group.child(name, "SCOORD3D");
  const bool there = item != nullptr && item->points.size() == 1;
  return there ? std::optional(rounded(item->points[0])) : std::nullopt;
}

std::optional<bool> answerOf(const ContentItem& group, const CodedConcept& name) {
  const auto* item = group.child(name, "CODE");
  if (item == nullptr || (!kCodes.yes.is(item->code) && !kCodes.no.is(item->code))) return std::nullopt;
  return kCodes.yes.is(item->code);
}

template <class Value>
std::optional<Value> valueOf(const ContentItem& group, const CodedConcept& name,
                             std::optional<Value> (*meaning)(const planning::anatomy::Code&)) {
  const auto* item = group.child(name, "CODE");
  return item != nullptr ? meaning(item->code) : std::nullopt;
}

std::optional<planning::Angle> angleOf(const ContentItem& group, const CodedConcept& name) {
  const auto degrees = numberOf(group, name);
  return degrees ? std::optional(planning::Angle::degrees(*degrees)) : std::nullopt;
}

std::optional<planning::needle::TrajectoryAngles> anglesIn(const ContentItem& group) {
  const auto cranioCaudal = angleOf(group, kCodes.cranioCaudalAngle);
  const auto carmSecondary = angleOf(group, kCodes.positionerSecondary);
  if (!cranioCaudal || !carmSecondary) return std::nullopt;
  planning::needle::TrajectoryAngles angles{
      angleOf(group, kCodes.inPlaneAngle), *cranioCaudal, angleOf(group, kCodes.positionerPrimary), *carmSecondary, {}};
  const auto tilt = angleOf(group, kCodes.gantryTilt), inSlice = angleOf(group, kCodes.angleInTiltedSlice);
  if (tilt && inSlice) angles.tilted = planning::needle::TiltedGantry{*tilt, *inSlice};
  return angles;
}

PlannedNeedle needleOf(const ContentItem& group) {
  PlannedNeedle needle;
  needle.label = textOf(group, kCodes.trackingIdentifier);
  needle.trackingUid = textOf(group, kCodes.trackingUid);
  needle.target = placeOf(group, kCodes.targetPoint);
  if (const auto tip = placeOf(group, kCodes.reachedTip)) needle.target = tip;
  needle.entry = placeOf(group, kCodes.entryPoint);
  const auto gauge = numberOf(group, kCodes.gaugeNumber), length = numberOf(group, kCodes.needleLength),
             diameter = numberOf(group, kCodes.diameter);
  if (gauge && length && diameter)
    needle.needle = planning::needle::Needle{static_cast<int>(std::clamp(*gauge, 0.0, 99.0)), *length, *diameter};
  needle.pathLengthMm = numberOf(group, kCodes.pathLength);
  for (const auto& field : needleFields()) readField<planning::NeedleAssessment>(group, field, needle);
  needle.tooShort = answerOf(group, kCodes.tooShort);
  needle.angles = anglesIn(group);
  needle.verdict = valueOf(group, kCodes.verdict, verdictOf);
  needle.placementError = placementErrorOf(textOf(group, kCodes.placementError));
  return needle;
}

bool hasParameter(const ContentItem& group, const std::string& parameter) {
  const auto parameters = group.childrenNamed(kCodes.algorithmParameters);
  return std::any_of(parameters.begin(), parameters.end(), [&](const auto* item) { return item->text == parameter; });
}

/// What a clearance and a traced structure have in common.
template <class StructureLike>
void readStructure(const ContentItem& group, StructureLike& structure) {
  const auto* finding = group.child(kCodes.finding);
  if (finding != nullptr && !hasParameter(group, kFindingFromKind)) structure.code = finding->code;
  const auto* site = group.child(kCodes.findingSite);
  if (site != nullptr)
    structure.side = valueOf(*site, kCodes.laterality, sideOf).value_or(planning::anatomy::Side::None);
  structure.kind = valueOf(group, kCodes.structureKind, kindOf).value_or(planning::anatomy::Kind::Other);
  structure.role = valueOf(group, kCodes.role, roleOf).value_or(planning::anatomy::Role::Avoid);
  structure.confirmed = answerOf(group, kCodes.confirmed).value_or(false);
  const auto* image = group.child(kCodes.sourceOfMeasurement);
  const auto* region = group.child(kCodes.regionInSpace);
  const auto* origin = image != nullptr ? image : region;
  if (origin == nullptr) return;
  structure.sourceSopClassUid = origin->reference.sopClassUid;
  structure.sourceSopInstanceUid = origin->reference.sopInstanceUid;
  if (!origin->segments.empty()) structure.sourceNumber = origin->segments.front();
  const auto number = numbersOf(textOf(*origin, kCodes.roiIdentifier));
  if (number && number->size() == 1) structure.sourceNumber = static_cast<int>(std::clamp(number->front(), 0.0, 1e9));
}

Clearance clearanceOf(const ContentItem& group, const std::optional<planning::needle::Needle>& needle) {
  Clearance clearance;
  readStructure(group, clearance);
  clearance.source = planning::needle::rowSourceFromText(textOf(group, kCodes.source));
  clearance.structure = textOf(group, kCodes.structureLabel);
  clearance.structureTrackingUid = textOf(group, kCodes.relatedStructure);
  const auto* axis = group.child(kCodes.distance, "NUM");
  const double radius = needle ? needle->radiusMm() : 0.0;
  if (axis != nullptr && axis->number) {
    clearance.distanceMm = rounded(*axis->number - radius);
    clearance.errorBoundMm = numberOf(group, kCodes.errorBound).value_or(0.0);
  }
  clearance.marginMm = numberOf(group, kCodes.margin).value_or(0.0);
  clearance.closestOnStructure = placeOf(group, kCodes.closestOnStructure);
  clearance.closestOnNeedle = placeOf(group, kCodes.closestOnNeedle);
  clearance.depthMm = numberOf(group, kCodes.closestDepth);
  clearance.breachProbability = numberOf(group, kCodes.breachProbability);
  clearance.breachStandardError = numberOf(group, kCodes.breachStandardError);
  clearance.unseenDistanceMm = numberOf(group, kCodes.unseenDistance);
  clearance.acceptedBy = textOf(group, kCodes.unknownAcceptedBy);
  clearance.verdict = valueOf(group, kCodes.verdict, verdictOf);
  return clearance;
}

std::optional<Structure> tubeOf(const ContentItem& group) {
  Structure structure;
  readStructure(group, structure);
  structure.source = planning::anatomy::originFromText(textOf(group, kCodes.source));
  structure.name = textOf(group, kCodes.structureLabel);
  structure.trackingUid = textOf(group, kCodes.trackingUid);
  structure.kindGuessed = answerOf(group, kCodes.kindGuessed).value_or(true);
  structure.marginMm = numberOf(group, kCodes.margin);
  structure.registrationResidualMm = numberOf(group, kCodes.registrationResidual).value_or(0.0);
  const auto colour = numbersOf(textOf(group, kCodes.displayColour));
  for (std::size_t i = 0; colour && colour->size() == 3 && i < 3; ++i)
    structure.colour[i] = static_cast<std::uint8_t>(std::clamp((*colour)[i], 0.0, 255.0));
  planning::anatomy::Tube tube;
  for (const auto& vertex : group.child(kCodes.centreline)->points) tube.centreline.push_back(rounded(vertex));
  tube.radiiMm = numbersOf(textOf(group, kCodes.radii)).value_or(std::vector<double>());
  tube.radiusUncertaintyMm = numberOf(group, kCodes.radiusUncertainty).value_or(0.0);
  const bool positive =
      std::all_of(tube.radiiMm.begin(), tube.radiiMm.end(), [](double r) { return r > 0 && r < 1000; });
  if (tube.centreline.size() < 2 || tube.radiiMm.size() != tube.centreline.size() || !positive) return std::nullopt;
  structure.shape = std::move(tube);
  return structure;
}

/// The frame that a mark was made in: its object, and the mark with the first pixel's centre at (0, 0).
std::optional<planning::fluoroscopy::ImagePoint> markOf(const ContentItem& group, const CodedConcept& name) {
  const auto* item = group.child(name, "SCOORD");
  if (item == nullptr || item->pixels.size() != 1) return std::nullopt;
  return planning::fluoroscopy::ImagePoint{rounded(item->pixels[0][0] - 0.5), rounded(item->pixels[0][1] - 0.5)};
}

enum class GroupKind { View, Needle, Performed, Landmark, Clearance, Tube, Other };

GroupKind groupKindOf(const ContentItem& group) {
  if (group.child(kCodes.centreline) != nullptr) return GroupKind::Tube;
  if (group.child(kCodes.markedView) != nullptr) return GroupKind::View;
  if (group.child(kCodes.landmarkInControl) != nullptr) return GroupKind::Landmark;
  const auto* finding = group.child(kCodes.finding);
  const auto* status = group.child(kCodes.trajectoryStatus);
  if (finding != nullptr && kCodes.needle.is(finding->code) && status != nullptr) {
    if (kCodes.planned.is(status->code)) return GroupKind::Needle;
    if (kCodes.performed.is(status->code)) return GroupKind::Performed;
  }
  const bool ofNeedle = group.child(kCodes.relatedTrajectory) != nullptr;
  return ofNeedle && group.child(kCodes.structureKind) != nullptr ? GroupKind::Clearance : GroupKind::Other;
}

tl::unexpected<planning::Error> broken(const ContentItem& group, const std::string& what) {
  return refuse("broken-report", {}, "\"" + textOf(group, kCodes.trackingIdentifier) + "\": " + what);
}

constexpr std::size_t kMostFindings = 1000;  ///< with more, comparing each with all would hang the program

/// Once, however often the plan is read and saved again.
void addFinding(Plan& plan, const char* code, std::vector<std::string> arguments) {
  if (plan.assessment.findings.size() >= kMostFindings) return;
  const planning::Finding finding{code, planning::Severity::Warning, std::move(arguments), {}};
  const auto same = [&](const auto& there) {
    return there.code == finding.code && there.arguments == finding.arguments;
  };
  if (std::none_of(plan.assessment.findings.begin(), plan.assessment.findings.end(), same))
    plan.assessment.findings.push_back(finding);
}

/// Versions before wrote the tilt of the gantry for a patient on the side as for one on the belly: it is not read.
void dropUndefinedTilt(Plan& plan) {
  const auto down = planning::needle::gravityOf(plan.choices.scan.patientPosition);
  if (down && (*down)[0] == 0) return;
  for (auto& needle : plan.assessment.needles)
    if (needle.angles) needle.angles->tilted.reset();
}

void compareGeometry(const PlannedNeedle& needle, Plan& plan) {
  for (const auto& difference : geometryDifferences(needle, plan.choices.scan.patientPosition))
    addFinding(plan, difference.what == "path-length" ? "report-length-differs" : "report-angles-differ",
               {needle.label, difference.what, dicom::decimalString(rounded(difference.stored)),
                dicom::decimalString(rounded(difference.computed))});
}

/// What stands there must be possible, and be understood: a verdict that is not known must not turn into none.
planning::Expected<void> checkReadable(const ContentItem& group) {
  for (const auto& item : group.children) {
    if (const auto impossible = impossibleNumber(item)) return broken(group, *impossible);
    const bool places =
        item.valueType != "SCOORD3D" || (!item.points.empty() && std::ranges::all_of(item.points, isInReach));
    const bool verdict = !item.is(kCodes.verdict) || verdictOf(item.code);
    const bool kind = !item.is(kCodes.structureKind) || kindOf(item.code);
    const bool role = !item.is(kCodes.role) || roleOf(item.code);
    if (!places || !verdict || !kind || !role) return broken(group, item.name.meaning);
  }
  return {};
}

planning::Expected<void> readSite(const ContentItem& group, PlannedNeedle& needle) {
  if (!takeOwn(splitFields(textOf(group, kCodes.needleOwn)), needle)) return broken(group, kCodes.needleOwn.meaning);
  const auto site = siteOf(textOf(group, kCodes.measuredSite));
  if (!site) return broken(group, kCodes.measuredSite.meaning);
  needle.site = *site;
  const std::string imported = textOf(group, kCodes.imported);
  if (imported.empty()) return {};
  needle.imported = importedOf(imported);
  return needle.imported ? planning::Expected<void>() : broken(group, kCodes.imported.meaning);
}

planning::Expected<void> readNeedle(const ContentItem& group, Plan& plan) {
  PlannedNeedle needle = needleOf(group);
  if (auto read = readSite(group, needle); !read) return read;
  if (needle.trackingUid.empty()) return broken(group, "a needle without tracking UID");
  if (!isPlaced(needle)) return broken(group, "a needle without entry and target");
  const bool path = group.child(kCodes.path, "SCOORD3D") != nullptr;
  if (needle.pathLengthMm && !path) return broken(group, "a needle with a path length and no path");
  if (!needle.placementError && group.child(kCodes.placementError) != nullptr)
    return broken(group, kCodes.placementError.meaning);
  plan.add(needle);
  return {};
}

planning::Expected<void> readView(const ContentItem& group, Plan& plan) {
  auto view = markedViewOf(textOf(group, kCodes.markedView));
  const auto series = seriesOf(textOf(group, kCodes.viewSeries), plan.choices.scan.patient);
  if (!view || !series || series->instances.size() != 1)
    return broken(group, "a fluoroscopy frame that cannot be told");
  view->view.identity = *series;
  view->target = markOf(group, kCodes.targetPoint);
  view->entry = markOf(group, kCodes.entryPoint);
  for (const auto& item : group.children) {
    const auto* image = item.valueType == "SCOORD" && !item.children.empty() ? &item.children.front() : nullptr;
    if (item.valueType == "SCOORD" && (image == nullptr || image->reference != series->instances.front()))
      return broken(group, "a mark in another image");
    if (image != nullptr && image->frame != (view->view.frames > 1 ? view->frame + 1 : 0))
      return broken(group, "a mark in another frame");
  }
  if (!plan.choices.fluoroscopy) plan.choices.fluoroscopy.emplace();
  plan.choices.fluoroscopy->views.push_back(std::move(*view));
  return {};
}

planning::Expected<void> readClearance(const ContentItem& group, Plan& plan) {
  if (!numberOf(group, kCodes.margin)) return broken(group, "a clearance without margin");
  const bool measured = group.child(kCodes.distance, "NUM") != nullptr;
  if (measured && !numberOf(group, kCodes.errorBound)) return broken(group, "a distance without error bound");
  const auto verdict = valueOf(group, kCodes.verdict, verdictOf);
  if (!measured && verdict.value_or(planning::needle::Verdict::Unknown) != planning::needle::Verdict::Unknown)
    return broken(group, "a verdict without a distance");
  const std::string uid = textOf(group, kCodes.relatedTrajectory);
  const auto& needles = plan.choices.needles;
  const auto needle =
      std::find_if(needles.begin(), needles.end(), [&](const auto& each) { return each.trackingUid == uid; });
  if (needle == needles.end())
    addFinding(plan, "report-orphan-clearance", {textOf(group, kCodes.trackingIdentifier)});
  else
    plan.assessment.needles[static_cast<std::size_t>(needle - needles.begin())].clearances.push_back(
        clearanceOf(group, needle->needle));
  return {};
}

planning::Expected<void> readTube(const ContentItem& group, Plan& plan) {
  auto tube = tubeOf(group);
  if (!tube) return broken(group, "a traced tube without centreline and one radius a vertex");
  plan.choices.tracedStructures.push_back(std::move(*tube));
  return {};
}

/// Absent when one of its numbers is that every control has.
std::optional<planning::review::Deviation> deviationIn(const ContentItem& group, const planning::NeedleChoice& needle,
                                                       const std::optional<planning::Point>& plannedTip) {
  const auto tip = numberOf(group, kCodes.tipDeviation), lateral = numberOf(group, kCodes.lateralDeviation),
             depth = numberOf(group, kCodes.depthDeviation), entry = numberOf(group, kCodes.entryDeviation);
  const auto angle = angleOf(group, kCodes.angularDeviation);
  if (!tip || !lateral || !depth || !angle || !plannedTip || !needle.target) return std::nullopt;
  return planning::review::Deviation{*needle.target - *plannedTip, *tip, *lateral, *depth, entry, *angle};
}

/// How the needle was seen; nothing where an old control kept no course.
planning::Expected<std::optional<FoundNeedle>> foundIn(const ContentItem& group, const planning::NeedleChoice& needle) {
  const auto* course = group.child(kCodes.seenCourse, "SCOORD3D");
  if (course == nullptr) return std::nullopt;
  const auto tip = numberOf(group, kCodes.tipBound), entry = numberOf(group, kCodes.entryBound),
             bend = numberOf(group, kCodes.bend);
  const auto direction = angleOf(group, kCodes.directionBound);
  const auto entrySeen = answerOf(group, kCodes.entrySeen);
  const bool whole = tip && entry && bend && direction && entrySeen;
  if (!whole || std::min({*tip, *entry, *bend, direction->radians()}) < 0)
    return broken(group, "a needle's course without its bounds");
  FoundNeedle found;
  found.trajectory = {*needle.entry, *needle.target};
  for (const auto& place : course->points) found.course.push_back(rounded(place));
  found.entrySeen = *entrySeen;
  found.bendMm = *bend;
  found.tipBoundMm = *tip;
  found.entryBoundMm = *entry;
  found.angleBound = *direction;
  if (found.course.size() < 2 || found.course.front() != *needle.entry || found.course.back() != *needle.target)
    return broken(group, "a course that does not run from entry to tip");
  return found;
}

planning::Expected<void> readPerformed(const ContentItem& group, Control& content) {
  if (auto read = readNeedle(group, content.actual); !read) return read;
  planning::NeedleChoice& needle = content.actual.choices.needles.back();
  if (needle.label.ends_with(kControlSuffix)) needle.label.resize(needle.label.size() - std::strlen(kControlSuffix));
  if (!needle.entry || !needle.target) return broken(group, "an actual needle without entry or tip");
  planning::review::ReviewedNeedle review;
  review.plannedTrackingUid = textOf(group, kCodes.relatedTrajectory);
  review.plannedTip = placeOf(group, kCodes.plannedTip);
  review.deviation = deviationIn(group, needle, review.plannedTip);
  review.clicked = answerOf(group, kCodes.clicked).value_or(false);
  auto found = foundIn(group, needle);
  if (!found) return tl::unexpected(found.error());
  review.found = std::move(*found);
  content.needles.push_back(std::move(review));
  return {};
}

planning::Expected<void> readLandmark(const ContentItem& group, Control& content) {
  const auto inControl = placeOf(group, kCodes.landmarkInControl), inPlan = placeOf(group, kCodes.landmarkInPlan);
  if (!inControl || !inPlan) return broken(group, "a landmark without its place in both scans");
  content.registration.landmarks.push_back({*inControl, *inPlan});
  return {};
}

planning::Expected<void> readGroup(const ContentItem& group, Control& content) {
  Plan& plan = content.actual;
  const GroupKind kind = groupKindOf(group);
  if (kind == GroupKind::Other) return {};
  if (auto readable = checkReadable(group); !readable) return readable;
  switch (kind) {
    case GroupKind::View:
      return readView(group, plan);
    case GroupKind::Needle:
      return readNeedle(group, plan);
    case GroupKind::Performed:
      return readPerformed(group, content);
    case GroupKind::Landmark:
      return readLandmark(group, content);
    case GroupKind::Clearance:
      return readClearance(group, plan);
    case GroupKind::Tube:
      return readTube(group, plan);
    case GroupKind::Other:
      return {};
  }
  return {};
}

}  // namespace

planning::Expected<void> readGroups(const ContentItem& measurements, Control& content) {
  for (const auto* group : measurements.childrenNamed(kCodes.measurementGroup))
    if (auto read = readGroup(*group, content); !read) return read;
  dropUndefinedTilt(content.actual);
  for (const auto& needle : content.actual.needles()) compareGeometry(needle, content.actual);
  return {};
}

}  // namespace io::report
