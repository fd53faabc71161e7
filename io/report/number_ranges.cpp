#include "io/report/number_ranges.h"

#include <algorithm>

#include "io/dicom/encode.h"
#include "io/report/plan_fields.h"
#include "io/report/record_fields.h"

namespace io::report {
namespace {

NumberRange length(const CodedConcept& name) {
  return {name, 0, kLongestMm, kCodes.millimeter};
}
/// Distances are negative inside, deviations where the needle stayed short.
NumberRange signedLength(const CodedConcept& name) {
  return {name, -kLongestMm, kLongestMm, kCodes.millimeter};
}
NumberRange angle(const CodedConcept& name, double least, double most) {
  return {name, least, most, kCodes.degree};
}

template <class Owner>
void addRanges(const std::vector<Field<Owner>>& fields, std::vector<NumberRange>& ranges) {
  for (const auto& field : fields)
    if (const auto* number = std::get_if<Number<Owner>>(&field.value))
      ranges.push_back({field.name, number->least, number->most, number->unit});
}

const std::vector<NumberRange>& byHand() {
  static const std::vector<NumberRange> ranges{
      {kCodes.pathLength, 0, 1e5, kCodes.millimeter},
      {kCodes.projectedLength, 0, 1e5, kCodes.millimeter, true},
      length(kCodes.diameter),
      length(kCodes.needleLength),
      {kCodes.gaugeNumber, 7, 34, kCodes.gauge},  // the regular-wall chart
      angle(kCodes.inPlaneAngle, -90, 90),        // atan2 of a length without sign, and two arcsines
      angle(kCodes.cranioCaudalAngle, -90, 90),
      angle(kCodes.angleInTiltedSlice, -90, 90),
      angle(kCodes.gantryTilt, -90, 90),
      angle(kCodes.positionerPrimary, -180, 180),
      angle(kCodes.positionerSecondary, -180, 180),  // a file may state it beyond 90
      signedLength(kCodes.distance),
      signedLength(kCodes.clearance),
      signedLength(kCodes.unseenDistance),
      length(kCodes.errorBound),
      length(kCodes.margin),
      length(kCodes.closestDepth),
      length(kCodes.radiusUncertainty),
      length(kCodes.registrationResidual),
      length(kCodes.tipDeviation),
      length(kCodes.entryDeviation),
      length(kCodes.lateralDeviation),
      signedLength(kCodes.depthDeviation),
      angle(kCodes.angularDeviation, 0, 180),
      length(kCodes.tipBound),
      length(kCodes.entryBound),
      angle(kCodes.directionBound, 0, 180),
      length(kCodes.bend),
      {kCodes.reprojectionResidual, 0, 1e5, kCodes.pixels},
      length(kCodes.rayResidual),
      {kCodes.assumedMagnification, 0, 1000, kCodes.noUnits}};
  return ranges;
}

}  // namespace

bool isInReach(const planning::Point& place) {
  constexpr double kFarthestMm = 1e5;
  return place.GetVectorFromOrigin().GetNorm() < kFarthestMm;
}

const std::vector<NumberRange>& numberRanges() {
  static const std::vector<NumberRange> ranges = [] {
    auto all = byHand();
    addRanges(needleFields(), all);
    addRanges(recordFields(), all);
    return all;
  }();
  return ranges;
}

std::optional<std::string> impossibleNumber(const ContentItem& item) {
  if (item.valueType != "NUM") return std::nullopt;
  if (!item.number) return item.name.meaning + ": no number";
  const auto& ranges = numberRanges();
  const auto range = std::ranges::find_if(ranges, [&](const NumberRange& one) { return item.is(one.name); });
  if (range == ranges.end()) return std::nullopt;
  const bool ours = range->unit.is(item.unit) || (range->orPixels && kCodes.pixels.is(item.unit));
  const std::string said = item.name.meaning + " = " + dicom::decimalString(*item.number);
  if (!ours) return said + " " + item.unit.value;
  if (*item.number >= range->least && *item.number <= range->most) return std::nullopt;
  return said;
}

}  // namespace io::report
