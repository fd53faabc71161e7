#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "planning/anatomy/surface.h"
#include "planning/anatomy/triangle.h"

namespace planning::anatomy {

/// Tells inside from outside at the place of a closed surface that is nearest to a point, by angle-weighted
/// pseudo-normals (Baerentzen and Aanaes 2005): right at faces, edges and corners alike.
class Facing {
 public:
  explicit Facing(const Surface& surface);

  /// True when `p` is inside: `nearest` is the place of `triangle` nearest to p, and no other triangle comes nearer.
  bool isInside(const Point& p, std::uint32_t triangle, const OnTriangle& nearest) const;

 private:
  Vector normalAt(std::uint32_t triangle, Feature feature) const;

  const Surface& surface_;
  std::vector<std::array<float, 3>> cornerNormals_;       ///< a vertex
  std::vector<std::array<std::uint32_t, 3>> neighbours_;  ///< across each edge of a triangle
};

}  // namespace planning::anatomy
