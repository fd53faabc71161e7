#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "planning/anatomy/surface.h"
#include "planning/anatomy/triangle.h"
#include "planning/geometry.h"

namespace planning::anatomy {

/// The triangles of a surface in a tree of boxes, eight side by side, for searches around a segment. Boxes are floats
/// and only prune, with a slack that covers their rounding; every distance is computed in double on the triangle
/// itself.
class Bvh {
 public:
  /// Throws BrokenContract on an empty surface.
  explicit Bvh(const Surface& surface);

  /// What a search has found; `triangle` is an index into the surface.
  struct Nearest {
    SegmentToTriangle places;
    std::uint32_t triangle = 0;
  };
  /// The triangle nearest to the segment, if nearer than `capMm`; among the surface's first `triangles` triangles.
  std::optional<Nearest> nearest(const Segment& segment, double capMm, std::uint32_t triangles = UINT32_MAX) const;

  /// Is any triangle nearer to the segment than that? Stops at the first.
  bool comesNearerThan(const Segment& segment, double mm) const;

  /// Calls use(centre, radius) for each triangle: its middle, and a ball around that which holds it.
  void eachBall(const std::function<void(const Point&, double)>& use) const;

  /// Called with a triangle; answers the fraction of the segment that is still of interest (1: all of it).
  using Visit = std::function<double(const Triangle&)>;
  /// Visits all triangles (and some more) within `withinMm` of the part of the segment that is of interest.
  void visitAlong(const Segment& segment, double withinMm, const Visit& visit) const;

 private:
  static constexpr int kWidth = 8;
  using Lanes = std::array<float, kWidth>;

  /// Up to eight boxes, about `origin_`; each holds the node or the leaf `child`.
  struct alignas(32) Node {
    std::array<Lanes, 3> centre{};
    std::array<Lanes, 3> half{};
    std::array<std::uint32_t, kWidth> child{};
    std::array<bool, kWidth> isLeaf{};
    int children = 0;
  };
  /// Up to eight triangles: a ball around each, about `origin_`.
  struct alignas(32) Leaf {
    std::array<Lanes, 3> centre{};
    Lanes radius{};
    std::array<std::uint32_t, kWidth> triangle{};
    int children = 0;
  };
  struct Probe;
  class Builder;

  Probe probe(const Segment& segment) const;
  /// Visits leaves, near ones first, until useLeaf(leaf, squared bounds) answers false. `probe` and limit may shrink.
  template <class Limit, class UseLeaf>
  void descend(const Probe& probe, const Limit& squaredLimit, const UseLeaf& useLeaf) const;

  const Surface* surface_;
  Point origin_;
  std::array<float, 3> halfSize_{};
  std::vector<Node> nodes_;
  std::vector<Leaf> leaves_;
};

}  // namespace planning::anatomy
