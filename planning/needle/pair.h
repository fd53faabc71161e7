#pragma once

#include "planning/needle/clearance.h"

namespace planning::needle {

/// How near one needle comes to another, axis to axis, exact; both radii taken off, so that -(r1 + r2) means the axes
/// cross. Margin and error bound 0: both are planned, and must only not meet. Names are left to the caller.
Clearance clearanceBetween(const Trajectory& trajectory, const Needle& needle, const Trajectory& other,
                           const Needle& otherNeedle);

/// The closest places of two segments, either of which may have no length.
struct ClosestPlaces {
  Point onFirst;
  Point onSecond;
};
ClosestPlaces closestPlaces(const Segment& first, const Segment& second);

}  // namespace planning::needle
