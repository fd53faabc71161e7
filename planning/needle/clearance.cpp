#include "planning/needle/clearance.h"

#include <algorithm>
#include <utility>

namespace planning::needle {
namespace {

using anatomy::Role;

constexpr std::pair<Verdict, const char*> kVerdicts[] = {
    {Verdict::Breach, "breach"}, {Verdict::Unknown, "unknown"}, {Verdict::Near, "near"}, {Verdict::Clear, "clear"}};

Clearance identified(const anatomy::MeasuredStructure& measured) {
  const anatomy::Structure& structure = measured.structure;
  Clearance row;
  row.structure = structure.name;
  row.structureTrackingUid = structure.trackingUid;
  row.kind = structure.kind;
  row.role = structure.role;
  row.side = structure.side;
  row.code = structure.code;
  row.source = structure.source;
  row.sourceSopClassUid = structure.sourceSopClassUid;
  row.sourceSopInstanceUid = structure.sourceSopInstanceUid;
  row.sourceNumber = structure.sourceNumber;
  row.confirmed = structure.confirmed;
  row.errorBoundMm = measured.errorBoundMm;
  return row;
}

void measureInto(Clearance& row, const Segment& axis, double radiusMm, const anatomy::DistanceField& field) {
  const anatomy::AxisDistance nearest = field.distance(axis);
  row.distanceMm = nearest.distanceMm - radiusMm;
  row.closestOnNeedle = nearest.onAxis;
  row.closestOnStructure = nearest.onStructure;
  row.depthMm = nearest.alongMm;
  if (*row.distanceMm <= 0) row.depthMm = field.firstContactMm(axis, radiusMm).value_or(nearest.alongMm);
}

void lookBeyond(Clearance& row, const Segment& axis, double radiusMm, const anatomy::Unseen& unseen) {
  const double measuredMm = *row.distanceMm + radiusMm;
  const double unseenMm = unseen.distanceMm(axis, measuredMm);
  if (unseenMm < measuredMm) row.unseenDistanceMm = unseenMm - radiusMm;
}

/// What may lie unseen is no more than unknown where it may be hit.
Verdict judged(const Clearance& row, double nearBandMm) {
  const auto at = [&](double mm) { return judge(mm, row.errorBoundMm, row.marginMm, nearBandMm); };
  const Verdict seen = at(*row.distanceMm);
  if (!row.unseenDistanceMm) return seen;
  const Verdict beyond = at(*row.unseenDistanceMm);
  return worse(seen, beyond == Verdict::Breach ? Verdict::Unknown : beyond);
}

}  // namespace

const char* word(Verdict verdict) {
  return std::find_if(std::begin(kVerdicts), std::end(kVerdicts), [&](const auto& row) { return row.first == verdict; })
      ->second;
}

std::optional<Verdict> verdictFromWord(const std::string& text) {
  for (const auto& [verdict, name] : kVerdicts)
    if (text == name) return verdict;
  return std::nullopt;
}

bool isExpectedOnly(const Clearance& row) {
  const auto* origin = std::get_if<anatomy::Origin>(&row.source);
  return origin != nullptr && origin->kind == anatomy::Origin::Kind::Expected && !row.confirmed;
}

Verdict judge(double distanceMm, double errorBoundMm, double marginMm, double nearBandMm) {
  if (errorBoundMm > kLargestUsableBoundMm) return Verdict::Unknown;
  const double safeSideMm = distanceMm - errorBoundMm;
  if (safeSideMm < marginMm) return Verdict::Breach;
  return safeSideMm < marginMm + nearBandMm ? Verdict::Near : Verdict::Clear;
}

Clearance clearanceOf(const Trajectory& trajectory, const Needle& needle, const anatomy::MeasuredStructure& measured,
                      double marginMm, double freeLastMm, double nearBandMm) {
  Clearance row = identified(measured);
  row.marginMm = marginMm;
  Segment axis = trajectory.axis();
  const double judgedMm = axis.lengthMm() - (row.role == Role::Target ? freeLastMm : 0.0);
  if (measured.field && judgedMm > 0) {
    axis.end = axis.at(judgedMm);
    measureInto(row, axis, needle.radiusMm(), *measured.field);
    if (measured.unseen) lookBeyond(row, axis, needle.radiusMm(), *measured.unseen);
  }
  if (row.role != Role::Crossable) row.verdict = row.distanceMm ? judged(row, nearBandMm) : Verdict::Unknown;
  return row;
}

}  // namespace planning::needle
