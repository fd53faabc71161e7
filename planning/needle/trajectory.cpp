#include "planning/needle/trajectory.h"

#include <algorithm>
#include <cmath>

namespace planning::needle {
namespace {

constexpr double kNothing = 1e-9;  // of a unit vector: no direction in that plane

/// No signed zero, so that nothing prints "-0.0".
double unsignedZero(double value) {
  return value == 0 ? 0.0 : value;
}

double arcSine(double sine) {
  return unsignedZero(std::asin(std::clamp(sine, -1.0, 1.0)));
}

/// Into (-180, 180]: what rounds to -180.000 is the same angle, and written 180.
Angle primary(double degrees) {
  if (degrees > 180.0) degrees -= 360.0;
  if (degrees < -180.0 + 0.0005) degrees = 180.0;
  return Angle::degrees(unsignedZero(degrees));
}

}  // namespace

Vector Trajectory::direction() const {
  const Vector way = target - entry;
  return way / way.GetNorm();
}

TrajectoryAngles anglesOf(const Trajectory& trajectory) {
  const Vector d = trajectory.direction();
  TrajectoryAngles angles;
  angles.cranioCaudal = Angle::radians(arcSine(d[2]));
  // Source to detector is u = -d. PS3.3 C.8.7.5.1.2: u = (cos s sin p, -cos s cos p, sin s) in LPS.
  angles.carmSecondary = Angle::radians(arcSine(-d[2]));
  if (std::hypot(d[0], d[1]) > kNothing) {
    angles.inPlane = Angle::radians(unsignedZero(std::atan2(d[0], std::abs(d[1]))));
    angles.carmPrimary = primary(Angle::radians(std::atan2(unsignedZero(-d[0]), d[1])).degrees());
  }
  return angles;
}

TrajectoryAngles anglesOf(const Trajectory& trajectory, const std::string& patientPosition) {
  TrajectoryAngles angles = anglesOf(trajectory);
  const Vector d = trajectory.direction();
  const std::optional<Vector> down = gravityOf(patientPosition);
  if (down && (*down)[0] == 0 && std::hypot(d[1], d[2]) > kNothing)
    angles.tilted =
        TiltedGantry{Angle::radians(unsignedZero(std::atan2(d[2], std::abs(d[1])))), Angle::radians(arcSine(d[0]))};
  return angles;
}

CArmAngles opposite(const CArmAngles& angles) {
  return {primary(angles.primary.degrees() + 180.0), Angle::radians(unsignedZero(-angles.secondary.radians()))};
}

std::optional<Vector> gravityOf(const std::string& position) {
  if (position == "HFS" || position == "FFS") return makeVector(0, 1, 0);
  if (position == "HFP" || position == "FFP") return makeVector(0, -1, 0);
  if (position == "HFDR" || position == "FFDR") return makeVector(-1, 0, 0);
  if (position == "HFDL" || position == "FFDL") return makeVector(1, 0, 0);
  return std::nullopt;
}

std::optional<Angle> angleFromVertical(const Trajectory& trajectory, const std::string& patientPosition) {
  const std::optional<Vector> down = gravityOf(patientPosition);
  const Vector d = trajectory.direction();
  if (!down || std::hypot(d[0], d[1]) <= kNothing) return std::nullopt;
  const double across = d[0] * (*down)[1] - d[1] * (*down)[0];
  const double along = d[0] * (*down)[0] + d[1] * (*down)[1];
  return Angle::radians(std::atan2(std::abs(across), along));
}

}  // namespace planning::needle
