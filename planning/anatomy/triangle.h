#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>

#include "planning/anatomy/surface.h"
#include "planning/geometry.h"

namespace planning::anatomy {

/// Corners in the patient frame, LPS mm.
using Triangle = std::array<Point, 3>;

/// Which part of a triangle a place lies on. Edge i runs from corner i to corner (i + 1) % 3.
enum class Feature { Corner0, Corner1, Corner2, Edge0, Edge1, Edge2, Face };

Triangle cornersOf(const Surface& surface, std::uint32_t triangle);

struct OnTriangle {
  Point place;
  Feature feature = Feature::Face;
};

/// The place of the triangle nearest to p (Ericson, Real-Time Collision Detection, 5.1.5). Also for triangles without
/// area.
OnTriangle nearestOnTriangle(const Point& p, const Triangle& triangle);

/// Where a segment and a triangle come nearest.
struct SegmentToTriangle {
  double squaredMm2 = 0;  ///< squared distance; exactly 0 when the segment passes through the triangle
  Point onSegment;
  Point onTriangle;
};

/// Exact up to rounding: through the triangle, an end over its face, or the segment against one of its edges. When that
/// is not less than the cap, any value that is not less either.
SegmentToTriangle nearest(const Segment& segment, const Triangle& triangle,
                          double squaredCapMm2 = std::numeric_limits<double>::infinity());

/// Where a segment passes through a triangle.
struct Crossing {
  double fraction = 0;   ///< of the segment, 0 to 1
  bool leaving = false;  ///< from behind the triangle to its front
};

/// A segment through the common edge of two triangles meets at least one of them: the side of an edge is computed alike
/// from both (after Woop, Benthin and Wald 2013). Absent for a segment in the triangle's plane.
std::optional<Crossing> crossing(const Segment& segment, const Triangle& triangle);

/// A segment that passes through a closed surface goes in as often as out, also through corners and along edges: it
/// counts as moved aside by less than any number (simulation of simplicity, Edelsbrunner and Mucke 1990). Each corner
/// is projected alike for all its triangles, and the side of an edge is computed with its exact sign.
class Passage {
 public:
  /// Throws BrokenContract on a segment without length.
  explicit Passage(const Segment& segment);
  std::optional<Crossing> through(const Triangle& triangle) const;

 private:
  struct Projected {
    double x, y, fraction;
  };
  Projected project(const Point& corner) const;

  Point start_;
  Vector along_;
  unsigned x_ = 0, y_ = 1, z_ = 2;  ///< axes; z is the one that the segment runs along most
};

}  // namespace planning::anatomy
