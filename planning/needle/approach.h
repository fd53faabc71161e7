#pragma once

#include <optional>

#include "planning/anatomy/structure.h"
#include "planning/geometry.h"

namespace planning::needle {

/// From which directions a route's needle comes. Of the unit way out of the body o (target to entry, LPS): sideways =
/// atan2(s o_x, o_y), 0 straight behind the patient, 90 from the plan's side, 180 from the front, s being 1 for the
/// left side and -1 for the right; headward = asin(o_z), positive when the entry lies toward the head. Degrees.
struct ApproachRange {
  double leastSidewaysDeg = 0, mostSidewaysDeg = 180;
  double leastHeadwardDeg = -90, mostHeadwardDeg = 90;

  friend bool operator==(const ApproachRange&, const ApproachRange&) = default;
};

/// The middle of the headward angles: a needle of the route is tilted by as much, as it should be. Degrees.
double middleHeadwardDeg(const ApproachRange& range);

/// How far a way out lies from the range's middle: 0 there, 1 at its edge, more beyond; of the two angles the farther.
/// A range that begins straight behind and has no side has its middle there. Absent for no way at all.
std::optional<double> offMiddle(const ApproachRange& range, const std::optional<anatomy::Side>& side,
                                const Vector& out);

/// Does the path come from there? Without a side (absent, None, Bilateral) it may come from either.
bool comesFrom(const ApproachRange& range, const std::optional<anatomy::Side>& side, const Vector& out);

}  // namespace planning::needle
