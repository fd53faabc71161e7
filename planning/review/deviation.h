#pragma once

#include <optional>

#include "planning/geometry.h"
#include "planning/needle/trajectory.h"

namespace planning::review {

/// How the actual needle lies against the planned one, both in the plan's frame of reference. The error of the
/// registration that brought the actual one there is not part of these numbers.
struct Deviation {
  Vector tip = makeVector(0, 0, 0);  ///< from the planned target to the actual tip, LPS mm
  double tipMm = 0;                  ///< its length; tipMm^2 = lateralMm^2 + depthMm^2
  double lateralMm = 0;              ///< of the actual tip from the planned line, >= 0
  double depthMm = 0;                ///< of the actual tip along the planned direction; positive: too deep
  /// Between the entries: where each needle goes through the skin, >= 0; absent where the control does not show that.
  std::optional<double> entryMm = 0;
  Angle angle = Angle::radians(0);  ///< between the directions, 0 to 180 degrees
};

/// Precondition: neither needle has its entry at its tip.
Deviation deviationOf(const needle::Trajectory& planned, const needle::Trajectory& actual);

/// What would bring a needle that is part of the way in onto the target, for a correction on the table.
struct Correction {
  Angle turn = Angle::radians(0);  ///< between the present direction and the one from its tip to the target
  double remainingMm = 0;          ///< from the present tip to the target
  double missMm = 0;               ///< the least distance to the target if it were pushed straight on, >= 0
  double straightOnMm = 0;         ///< how far to push for that; negative: the tip has passed the target
};

/// Precondition: the present needle's entry is not its tip. The turn is 0 where the tip is at the target.
Correction correctionOf(const needle::Trajectory& present, const Point& target);

}  // namespace planning::review
