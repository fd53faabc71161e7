#include "planning/fluoroscopy/pose.h"

#include <algorithm>
#include <cmath>

namespace planning::fluoroscopy {
namespace {

Vector times(const std::array<Vector, 3>& rows, const Vector& v) {
  return makeVector(dot(rows[0], v), dot(rows[1], v), dot(rows[2], v));
}

Vector timesTransposed(const std::array<Vector, 3>& rows, const Vector& v) {
  return rows[0] * v[0] + rows[1] * v[1] + rows[2] * v[2];
}

/// Rodrigues' formula.
Vector turned(const Vector& v, const Vector& turnRadians) {
  const double angle = turnRadians.GetNorm();
  if (angle < 1e-15) return v;
  const Vector axis = turnRadians / angle;
  return v * std::cos(angle) + cross(axis, v) * std::sin(angle) + axis * (dot(axis, v) * (1 - std::cos(angle)));
}

}  // namespace

Point RigidPose::apply(const Point& scan) const {
  const Vector placed = times(rows, scan.GetVectorFromOrigin()) + shift;
  return makePoint(placed[0], placed[1], placed[2]);
}

Point RigidPose::inverse(const Point& fromIsocentre) const {
  const Vector placed = timesTransposed(rows, fromIsocentre.GetVectorFromOrigin() - shift);
  return makePoint(placed[0], placed[1], placed[2]);
}

RigidPose poseAround(const Point& scan) {
  RigidPose pose;
  pose.shift = scan.GetVectorFromOrigin() * -1.0;
  return pose;
}

RigidPose moved(const RigidPose& pose, const Vector& turnRadians, const Point& about, const Vector& shift) {
  std::array<Vector, 3> columns;
  for (unsigned axis = 0; axis < 3; ++axis)
    columns[axis] = turned(makeVector(pose.rows[0][axis], pose.rows[1][axis], pose.rows[2][axis]), turnRadians);
  RigidPose made;
  for (unsigned row = 0; row < 3; ++row) made.rows[row] = makeVector(columns[0][row], columns[1][row], columns[2][row]);
  const Vector centre = about.GetVectorFromOrigin();
  made.shift = turned(pose.shift - centre, turnRadians) + centre + shift;
  return made;
}

double differenceMm(const RigidPose& a, const RigidPose& b, const Point& about, double radiusMm) {
  double largest = (a.apply(about) - b.apply(about)).GetNorm();
  for (unsigned axis = 0; axis < 3; ++axis)
    for (const double side : {-radiusMm, radiusMm}) {
      Point place = about;
      place[axis] += side;
      largest = std::max(largest, (a.apply(place) - b.apply(place)).GetNorm());
    }
  return largest;
}

CArmGeometry seenFrom(const RigidPose& pose, CArmGeometry view) {
  CArmGeometry bare = view;  // the detector's own directions, before the picture was flipped and turned
  bare.flippedHorizontally = false;
  bare.quarterTurns = 0;
  const Projection carm(bare);
  const Vector beam = timesTransposed(pose.rows, carm.towardDetector());
  const Vector right = timesTransposed(pose.rows, carm.columnDirection());
  view.primary = Angle::radians(std::atan2(beam[0], -beam[1]));
  view.secondary = Angle::radians(std::asin(std::clamp(beam[2], -1.0, 1.0)));
  const Vector level = makeVector(std::cos(view.primary.radians()), std::sin(view.primary.radians()), 0);
  const Vector down = cross(beam, level) * -1.0;
  view.roll = Angle::radians(std::atan2(dot(right, down), dot(right, level)));
  view.isocentre = pose.inverse(view.isocentre);
  return view;
}

}  // namespace planning::fluoroscopy
