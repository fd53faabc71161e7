#pragma once

#include <cstdint>
#include <memory>

#include "planning/anatomy/bvh.h"
#include "planning/anatomy/distance.h"
#include "planning/anatomy/facing.h"
#include "planning/anatomy/inside_grid.h"

namespace planning::anatomy {

/// Distances to a closed triangle surface.
class SurfaceDistance final : public DistanceField {
 public:
  /// Throws BrokenContract on an empty surface.
  explicit SurfaceDistance(std::shared_ptr<const Surface> surface);

  AxisDistance distance(const Segment& axis) const override;
  std::optional<AxisDistance> distanceWithin(const Segment& axis, double capMm) const override;
  bool comesNearerThan(const Segment& axis, double mm) const override;
  std::optional<double> firstContactMm(const Segment& axis, double withinMm) const override;
  /// From a place inside to one outside odd in number, also through corners and along edges; touching is no crossing.
  std::vector<double> crossingsMm(const Segment& axis) const override;
  double signedDistance(const Point& p) const override;
  bool eachCover(const std::function<void(const Cover&)>& use) const override;

  /// The nearest place among the surface's first `triangles` triangles (at least one).
  Point nearestOnFirst(std::uint32_t triangles, const Point& p) const;

 private:
  /// The surface's place nearest to a point.
  struct Probed {
    double unsignedMm;
    std::uint32_t triangle;
    Point place;
  };

  Probed probe(const Point& p) const;
  bool isInside(const Point& p, const Probed& probed) const;
  bool isWhollyInside(const Segment& axis) const;
  std::optional<AxisDistance> measured(const Segment& axis, double capMm) const;
  /// `known`: a place of the axis that is in or touches.
  AxisDistance deepest(const Segment& axis, const Point& known) const;
  void searchDeepest(const Segment& axis, double fromMm, double toMm, AxisDistance& best) const;

  std::shared_ptr<const Surface> surface_;
  Bvh bvh_;
  Facing facing_;
  InsideGrid grid_;
};

}  // namespace planning::anatomy
