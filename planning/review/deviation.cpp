#include "planning/review/deviation.h"

#include <cmath>

namespace planning::review {
namespace {

/// Well conditioned for small angles, where the arc cosine is not.
Angle between(const Vector& a, const Vector& b) {
  return Angle::radians(std::atan2(cross(a, b).GetNorm(), dot(a, b)));
}

}  // namespace

Deviation deviationOf(const needle::Trajectory& planned, const needle::Trajectory& actual) {
  const Vector direction = planned.direction();
  Deviation deviation;
  deviation.tip = actual.target - planned.target;
  deviation.tipMm = deviation.tip.GetNorm();
  deviation.depthMm = dot(deviation.tip, direction);
  deviation.lateralMm = (deviation.tip - direction * deviation.depthMm).GetNorm();
  deviation.entryMm = (actual.entry - planned.entry).GetNorm();
  deviation.angle = between(direction, actual.direction());
  return deviation;
}

Correction correctionOf(const needle::Trajectory& present, const Point& target) {
  const Vector direction = present.direction();
  const Vector way = target - present.target;
  Correction correction;
  correction.remainingMm = way.GetNorm();
  correction.straightOnMm = dot(way, direction);
  correction.missMm = (way - direction * correction.straightOnMm).GetNorm();
  if (correction.remainingMm > 0) correction.turn = between(direction, way);
  return correction;
}

}  // namespace planning::review
