#include "planning/fluoroscopy/silhouette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace planning::fluoroscopy {
namespace {

/// In pixels; column is not a number where the vertex is not seen.
struct Seen {
  float column = std::numeric_limits<float>::quiet_NaN(), row = 0;
};
using Corners = std::array<Seen, 3>;

std::vector<Seen> seenVertices(const anatomy::Surface& surface, const Projection& view) {
  std::vector<Seen> seen(surface.vertices.size());
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const auto& vertex = surface.vertices[i];
    const auto place = view.project(
        makePoint(static_cast<double>(vertex[0]), static_cast<double>(vertex[1]), static_cast<double>(vertex[2])));
    if (place) seen[i] = {static_cast<float>(place->column), static_cast<float>(place->row)};
  }
  return seen;
}

/// Twice the signed area of a, b and the pixel.
float side(const Seen& a, const Seen& b, float column, float row) {
  return (b.column - a.column) * (row - a.row) - (b.row - a.row) * (column - a.column);
}

class Cover {
 public:
  explicit Cover(const CArmGeometry& geometry)
      : columns_(geometry.columns),
        rows_(geometry.rows),
        pixels_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

  void mark(const Seen& place) {
    if (!(place.column > -0.5F && place.row > -0.5F)) return;
    const float column = std::floor(place.column + 0.5F), row = std::floor(place.row + 0.5F);
    if (column < static_cast<float>(columns_) && row < static_cast<float>(rows_))
      at(static_cast<int>(column), static_cast<int>(row)) = 1;
  }

  void fill(const Corners& corner) {
    const auto [left, right] = std::minmax({corner[0].column, corner[1].column, corner[2].column});
    const auto [top, bottom] = std::minmax({corner[0].row, corner[1].row, corner[2].row});
    const int firstColumn = first(left), lastColumn = last(right, columns_);
    const int firstRow = first(top), lastRow = last(bottom, rows_);
    for (int row = firstRow; row <= lastRow; ++row)
      for (int column = firstColumn; column <= lastColumn; ++column)
        if (holds(corner, static_cast<float>(column), static_cast<float>(row))) at(column, row) = 1;
  }

  std::vector<std::uint8_t> take() { return std::move(pixels_); }

 private:
  static int first(float least) { return static_cast<int>(std::clamp(std::ceil(least), 0.0F, 1e6F)); }
  static int last(float most, int count) {
    return static_cast<int>(std::clamp(std::floor(most), -1.0F, static_cast<float>(count - 1)));
  }
  static bool holds(const Corners& corner, float column, float row) {
    const float a = side(corner[0], corner[1], column, row), b = side(corner[1], corner[2], column, row),
                c = side(corner[2], corner[0], column, row);
    return (a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0);
  }
  std::uint8_t& at(int column, int row) {
    return pixels_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                   static_cast<std::size_t>(column)];
  }

  int columns_, rows_;
  std::vector<std::uint8_t> pixels_;
};

}  // namespace

std::vector<std::uint8_t> silhouetteOf(const anatomy::Surface& surface, const Projection& view) {
  const auto seen = seenVertices(surface, view);
  Cover cover(view.geometry());
  for (const Seen& vertex : seen) cover.mark(vertex);
  for (const auto& triangle : surface.triangles) {
    const Corners corners{seen[triangle[0]], seen[triangle[1]], seen[triangle[2]]};
    const float sum = corners[0].column + corners[1].column + corners[2].column;
    if (sum == sum) cover.fill(corners);  // not a number: one of them is not seen
  }
  return cover.take();
}

}  // namespace planning::fluoroscopy
