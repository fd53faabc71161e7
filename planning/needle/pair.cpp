#include "planning/needle/pair.h"

#include <algorithm>

namespace planning::needle {
namespace {

Point closestOn(const Segment& segment, const Point& p) {
  const Vector way = segment.end - segment.start;
  const double square = dot(way, way);
  if (square == 0) return segment.start;
  return segment.start + way * std::clamp(dot(p - segment.start, way) / square, 0.0, 1.0);
}

}  // namespace

/// Either the lines' common perpendicular lies within both segments, or the least distance is at one of the four ends.
ClosestPlaces closestPlaces(const Segment& first, const Segment& second) {
  const Vector u = first.end - first.start;
  const Vector v = second.end - second.start;
  const Vector w = first.start - second.start;
  const double uu = dot(u, u), uv = dot(u, v), vv = dot(v, v);
  const double determinant = uu * vv - uv * uv;
  ClosestPlaces best{first.start, closestOn(second, first.start)};
  const auto offer = [&best](const Point& a, const Point& b) {
    if ((a - b).GetNorm() < (best.onFirst - best.onSecond).GetNorm()) best = {a, b};
  };
  offer(first.end, closestOn(second, first.end));
  offer(closestOn(first, second.start), second.start);
  offer(closestOn(first, second.end), second.end);
  if (determinant > 1e-12 * uu * vv) {
    const double s = (uv * dot(v, w) - vv * dot(u, w)) / determinant;
    if (s >= 0 && s <= 1) {
      const Point onFirst = first.start + u * s;
      offer(onFirst, closestOn(second, onFirst));
    }
  }
  return best;
}

Segment shaftOf(const Trajectory& trajectory, const Needle& needle) {
  const Segment fromTip{trajectory.target, trajectory.entry};
  return {fromTip.at(std::max(needle.lengthMm, fromTip.lengthMm())), trajectory.target};
}

Clearance clearanceBetween(const Trajectory& trajectory, const Needle& needle, const Trajectory& other,
                           const Needle& otherNeedle) {
  const ClosestPlaces closest = closestPlaces(shaftOf(trajectory, needle), shaftOf(other, otherNeedle));
  Clearance row;
  row.kind = anatomy::Kind::Other;
  row.source = OtherNeedle{};
  row.confirmed = true;
  row.distanceMm = (closest.onFirst - closest.onSecond).GetNorm() - needle.radiusMm() - otherNeedle.radiusMm();
  row.closestOnNeedle = closest.onFirst;
  row.closestOnStructure = closest.onSecond;
  row.errorBoundMm = kPairBoundMm;
  const double depthMm = dot(closest.onFirst - trajectory.entry, trajectory.direction());
  if (depthMm >= 0) row.depthMm = depthMm;
  row.verdict = judge(*row.distanceMm, row.errorBoundMm, row.marginMm);
  return row;
}

}  // namespace planning::needle
