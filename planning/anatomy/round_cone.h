#pragma once

#include <optional>

#include "planning/geometry.h"

namespace planning::anatomy {

/// The union of all balls along a segment whose radius runs linearly from one end to the other: one piece of a tube. It
/// is the convex hull of its two end balls.
struct RoundCone {
  Point start;
  Point end;
  double startRadiusMm = 0;
  double endRadiusMm = 0;

  double radiusMm(double fraction) const { return startRadiusMm + (endRadiusMm - startRadiusMm) * fraction; }
};

struct SegmentToRoundCone {
  double signedMm = 0;       ///< least signed distance over the segment's places; negative inside
  double alongFraction = 0;  ///< of the segment
  Point onSegment;
  Point onCone;  ///< its surface's place nearest to onSegment
};

/// Closed form. The signed distance of x is the least of |x - c(u)| - r(u) over the balls, 0 <= u <= 1, so what is
/// sought is the least of F(s, u) = |x(s) - c(u)| - r(u), which is convex in both: the length of an affine vector minus
/// a linear term. Across the segment's direction the vector's length falls to that of its projection, in which F is
/// sqrt(m^2 + c^2 (u - u0)^2) - r(u), least at u = u0 - k m / (c sqrt(c^2 - k^2)) with k = r(0) - r(1); clamping u to
/// [0, 1] is right because F is convex. If the foot s lies beyond an end of the segment, the least is at that end.
SegmentToRoundCone nearest(const Segment& segment, const RoundCone& cone);

/// The fraction of the segment where it first comes within `withinMm` (>= 0) of the cone; absent when it never does.
std::optional<double> firstWithin(const Segment& segment, const RoundCone& cone, double withinMm);

/// Where the segment enters and leaves the cone, as fractions within [0, 1], for the part inside; absent when it stays
/// out. An end of the segment that is inside gives 0 or 1.
struct Inside {
  double fromFraction = 0;
  double toFraction = 0;
};
std::optional<Inside> inside(const Segment& segment, const RoundCone& cone);

}  // namespace planning::anatomy
