#include "planning/anatomy/facing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace planning::anatomy {
namespace {

/// Zero for a triangle without area.
Vector unitNormal(const Triangle& t) {
  const Vector n = cross(t[1] - t[0], t[2] - t[0]);
  const double length = n.GetNorm();
  return length > 0 ? n / length : n;
}

double angleAt(const Triangle& t, unsigned corner) {
  const Vector a = t[(corner + 1) % 3] - t[corner], b = t[(corner + 2) % 3] - t[corner];
  return std::atan2(cross(a, b).GetNorm(), dot(a, b));
}

std::vector<std::array<float, 3>> cornerNormalsOf(const Surface& surface) {
  std::vector<std::array<float, 3>> normals(surface.vertices.size(), {0, 0, 0});
  for (std::uint32_t triangle = 0; triangle < surface.triangles.size(); ++triangle) {
    const Triangle corners = cornersOf(surface, triangle);
    const Vector normal = unitNormal(corners);
    for (unsigned i = 0; i < 3; ++i) {
      auto& sum = normals[surface.triangles[triangle][i]];
      for (unsigned axis = 0; axis < 3; ++axis) sum[axis] += float(normal[axis] * angleAt(corners, i));
    }
  }
  return normals;
}

/// Sorted by an edge's first vertex (a bucket each), so that its twin, which runs the other way, is found in a short
/// list.
class Edges {
 public:
  explicit Edges(const Surface& surface)
      : starts_(surface.vertices.size() + 1, 0), edges_(surface.triangles.size() * 3) {
    for (const auto& corners : surface.triangles)
      for (std::uint32_t vertex : corners) ++starts_[vertex + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    auto next = starts_;
    for (std::uint32_t triangle = 0; triangle < surface.triangles.size(); ++triangle) {
      const auto& corners = surface.triangles[triangle];
      for (unsigned i = 0; i < 3; ++i) edges_[next[corners[i]]++] = {corners[(i + 1) % 3], triangle};
    }
  }

  /// The triangle that has the edge from -> to; `otherwise` when none has.
  std::uint32_t triangleWith(std::uint32_t from, std::uint32_t to, std::uint32_t otherwise) const {
    for (std::size_t i = starts_[from]; i < starts_[from + 1]; ++i)
      if (edges_[i].first == to) return edges_[i].second;
    return otherwise;
  }

 private:
  std::vector<std::size_t> starts_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges_;
};

std::vector<std::array<std::uint32_t, 3>> neighboursOf(const Surface& surface) {
  const Edges edges(surface);
  std::vector<std::array<std::uint32_t, 3>> neighbours(surface.triangles.size());
  for (std::uint32_t triangle = 0; triangle < surface.triangles.size(); ++triangle) {
    const auto& corners = surface.triangles[triangle];
    for (unsigned i = 0; i < 3; ++i)
      neighbours[triangle][i] = edges.triangleWith(corners[(i + 1) % 3], corners[i], triangle);
  }
  return neighbours;
}

}  // namespace

Facing::Facing(const Surface& surface)
    : surface_(surface), cornerNormals_(cornerNormalsOf(surface)), neighbours_(neighboursOf(surface)) {}

bool Facing::isInside(const Point& p, std::uint32_t triangle, const OnTriangle& nearest) const {
  return dot(normalAt(triangle, nearest.feature), p - nearest.place) < 0;
}

Vector Facing::normalAt(std::uint32_t triangle, Feature feature) const {
  const Vector own = unitNormal(cornersOf(surface_, triangle));
  if (feature == Feature::Face) return own;
  if (feature >= Feature::Edge0) {
    const auto edge = unsigned(feature) - unsigned(Feature::Edge0);
    return own + unitNormal(cornersOf(surface_, neighbours_[triangle][edge]));
  }
  const auto& sum = cornerNormals_[surface_.triangles[triangle][unsigned(feature)]];
  return makeVector(double(sum[0]), double(sum[1]), double(sum[2]));
}

}  // namespace planning::anatomy
