#pragma once

#include "planning/needle/clearance.h"

namespace planning::needle {

/// A needle's axis from its hub, which stands outside the body, to its tip; from the entry where it is no longer than
/// the path. The hub's own width is not known.
Segment shaftOf(const Trajectory& trajectory, const Needle& needle);

/// What the step in which a plan keeps places, 0.001 mm, may make of the distance between two needles: at each of the
/// two nearest places half a step's diagonal, 0.0009 mm.
inline constexpr double kPairBoundMm = 0.002;

/// How near one needle comes to another, shaft to shaft, exact within kPairBoundMm; both radii taken off, so that
/// -(r1 + r2) means the axes cross. Margin 0: both are planned, and must only not meet. The depth is absent where they
/// are nearest outside the body. Names are left to the caller.
Clearance clearanceBetween(const Trajectory& trajectory, const Needle& needle, const Trajectory& other,
                           const Needle& otherNeedle);

/// The closest places of two segments, either of which may have no length.
struct ClosestPlaces {
  Point onFirst;
  Point onSecond;
};
ClosestPlaces closestPlaces(const Segment& first, const Segment& second);

}  // namespace planning::needle
