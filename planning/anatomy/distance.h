#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/anatomy/surface.h"
#include "planning/geometry.h"

namespace planning::anatomy {

/// How near the axis of a needle comes to a structure.
struct AxisDistance {
  double distanceMm =
      0;               ///< axis to surface; positive outside, 0 touching, minus the deepest axis depth when it enters
  Point onAxis;        ///< where on the segment: the closest place, or the deepest one when it enters
  Point onStructure;   ///< the surface place closest to onAxis
  double alongMm = 0;  ///< of onAxis, from the segment's start
};

/// Says roughly where a structure is: all within `innerMm` of the centre is structure, or for 0 the centre is a place
/// of it.
struct Cover {
  Point centre;
  double innerMm = 0;
  double outerMm = 0;  ///< >= innerMm
};

/// What distances are asked of. Immutable and safe to share between threads.
class DistanceField {
 public:
  virtual ~DistanceField() = default;
  /// Exact to 1e-6 mm for the shape given (1e-4 mm for the depth of an axis that enters a surface).
  virtual AxisDistance distance(const Segment& axis) const = 0;
  /// As above, or absent when the axis stays at least `capMm` (>= 0) away: much faster.
  virtual std::optional<AxisDistance> distanceWithin(const Segment& axis, double capMm) const = 0;
  /// The same as distance(axis).distanceMm < mm, much faster.
  virtual bool comesNearerThan(const Segment& axis, double mm) const {
    const auto found = distanceWithin(axis, mm);
    return found && found->distanceMm < mm;
  }
  /// First place along the segment, in mm from its start, where the axis is at most `withinMm` (>= 0) from the
  /// structure or inside it; absent when it never is. To 1e-3 mm.
  virtual std::optional<double> firstContactMm(const Segment& axis, double withinMm) const = 0;
  /// Where the axis goes in or out, in mm from its start, ascending.
  virtual std::vector<double> crossingsMm(const Segment& axis) const = 0;
  /// Signed distance of one place: negative inside.
  virtual double signedDistance(const Point& p) const = 0;
  /// Calls `use` with covers whose outer balls together hold the whole surface. False, without a call, when none are
  /// known.
  virtual bool eachCover(const std::function<void(const Cover&)>& /*use*/) const { return false; }
};

/// Triangles in an 8-wide bounding-volume hierarchy. Throws BrokenContract on an empty surface.
std::shared_ptr<const DistanceField> makeDistanceField(std::shared_ptr<const Surface> surface);
/// The tube's round cones themselves. Inside, a place's depth is that in the cone which holds it deepest: near a joint
/// of the course this may be less than its depth in their union, never more.
std::shared_ptr<const DistanceField> makeDistanceField(const Tube& tube);

/// Crossings of a segment with a surface, in mm from its start, ascending; by all its triangles, without any tree.
std::vector<double> crossingsMm(const Surface& surface, const Segment& segment);

}  // namespace planning::anatomy
