#include "planning/anatomy/inside_grid.h"

#include <algorithm>
#include <cmath>

#include "planning/anatomy/flood.h"

namespace planning::anatomy {

InsideGrid::InsideGrid(const Surface& surface, const std::function<bool(const Point&)>& isInside)
    : cells_(std::size_t(kCells) * kCells * kCells, Cell::Unknown) {
  std::array<float, 3> low = surface.vertices.front(), high = low;
  for (const auto& vertex : surface.vertices)
    for (unsigned axis = 0; axis < 3; ++axis) {
      low[axis] = std::min(low[axis], vertex[axis]);
      high[axis] = std::max(high[axis], vertex[axis]);
    }
  for (unsigned axis = 0; axis < 3; ++axis) {
    low_[axis] = double(low[axis]);
    cellMm_[axis] = std::max(1e-3, (double(high[axis]) - double(low[axis])) / kCells);
  }
  markCrossed(surface);
  for (std::size_t i = 0; i < cells_.size(); ++i)
    if (cells_[i] == Cell::Unknown) fillFrom(i, isInside(middleOf(i)) ? Cell::In : Cell::Out);
}

std::optional<bool> InsideGrid::isInside(const Point& p) const {
  std::array<int, 3> at;
  for (unsigned axis = 0; axis < 3; ++axis) {
    at[axis] = int(std::floor((p[axis] - low_[axis]) / cellMm_[axis]));
    if (at[axis] < 0 || at[axis] >= kCells) return false;  // beyond all of the surface
  }
  const Cell cell = cells_[index(at[0], at[1], at[2])];
  return cell == Cell::Crossed ? std::nullopt : std::optional(cell == Cell::In);
}

int InsideGrid::cellAlong(unsigned axis, double mm) const {
  return std::clamp(int(std::floor((mm - low_[axis]) / cellMm_[axis])), 0, kCells - 1);
}

Point InsideGrid::middleOf(std::size_t i) const {
  const auto cell = long(i);
  return low_ + makeVector((double(cell % kCells) + 0.5) * cellMm_[0],
                           (double(cell / kCells % kCells) + 0.5) * cellMm_[1],
                           (double(cell / (kCells * kCells)) + 0.5) * cellMm_[2]);
}

/// All cells that a triangle's box touches, and a little around it for rounding.
void InsideGrid::markCrossed(const Surface& surface) {
  for (const auto& corners : surface.triangles) {
    std::array<int, 3> from, to;
    for (unsigned axis = 0; axis < 3; ++axis) {
      const auto [low, high] = std::minmax(
          {surface.vertices[corners[0]][axis], surface.vertices[corners[1]][axis], surface.vertices[corners[2]][axis]});
      const double aroundMm = cellMm_[axis] * 1e-3;
      from[axis] = cellAlong(axis, double(low) - aroundMm);
      to[axis] = cellAlong(axis, double(high) + aroundMm);
    }
    for (int k = from[2]; k <= to[2]; ++k)
      for (int j = from[1]; j <= to[1]; ++j)
        for (int i = from[0]; i <= to[0]; ++i) cells_[index(i, j, k)] = Cell::Crossed;
  }
}

void InsideGrid::fillFrom(std::size_t seed, Cell value) {
  cells_[seed] = value;
  flood({{kCells, kCells, kCells}}, {seed}, [&](std::size_t cell) {
    if (cells_[cell] != Cell::Unknown) return false;
    cells_[cell] = value;
    return true;
  });
}

}  // namespace planning::anatomy
