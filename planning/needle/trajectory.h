#pragma once

#include <optional>
#include <string>

#include "planning/geometry.h"

namespace planning::needle {

/// The straight way of a needle.
struct Trajectory {
  Point entry;
  Point target;

  Segment axis() const { return {entry, target}; }
  double pathLengthMm() const { return (target - entry).GetNorm(); }
  /// Unit vector from entry to target, LPS. Undefined when both are one place.
  Vector direction() const;
};

/// Positioner angles of a C-arm in terms of the patient, PS3.3 C.8.7.5.1.2: primary positive LAO, secondary positive
/// CRA.
struct CArmAngles {
  Angle primary;
  Angle secondary;
};

/// How a needle is held in one slice by tilting the gantry, of a patient on back or belly.
struct TiltedGantry {
  Angle tilt = Angle::radians(0);     ///< atan2(d_z, |d_y|), positive toward the head
  Angle inSlice = Angle::radians(0);  ///< asin(d_x), the angle within that slice, positive toward the left
};

/// planning/needle/README.md, "Angles". Each is absent where it is not defined.
struct TrajectoryAngles {
  std::optional<Angle> inPlane;  ///< atan2(d_x, |d_y|); positive toward the patient's left; absent for d_x = d_y = 0
  Angle cranioCaudal = Angle::radians(0);  ///< asin(d_z); positive toward the head
  /// The bull's-eye view with the detector on the entry's side: source to detector is -d. Primary absent along z.
  std::optional<Angle> carmPrimary;
  Angle carmSecondary = Angle::radians(0);
  std::optional<TiltedGantry> tilted;  ///< only from anglesOf() with the patient's position
};

/// Precondition: entry differs from target.
TrajectoryAngles anglesOf(const Trajectory& trajectory);

/// With the tilt of the gantry, where a patient in this position (0018,5100) lies on back or belly: a gantry tilts
/// about the horizontal axis across the patient, which is another for one on the side (planning/plan/console_numbers.h
/// has that) and not known for an unknown position. Also absent for d_y = d_z = 0.
TrajectoryAngles anglesOf(const Trajectory& trajectory, const std::string& patientPosition);

/// The same line seen with the detector on the other side: primary + 180 into (-180, 180], secondary negated.
CArmAngles opposite(const CArmAngles& angles);

/// Unit vector of gravity, LPS, for a patient position (0018,5100): toward the side the patient lies on. Absent for an
/// unknown position.
std::optional<Vector> gravityOf(const std::string& patientPosition);

/// The in-plane angle from gravity's vertical, for the position the patient lies in (HFS, HFP, HFDL, ...): what a
/// goniometer on the needle reads, 0 straight down, 0 to 180. Absent for an unknown position.
std::optional<Angle> angleFromVertical(const Trajectory& trajectory, const std::string& patientPosition);

}  // namespace planning::needle
