#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "planning/anatomy/surface.h"
#include "planning/geometry.h"

namespace planning::anatomy {

/// Answers at once whether a place is inside a closed surface, wherever the surface is not near: a coarse grid of cells
/// that are wholly in, wholly out, or crossed.
class InsideGrid {
 public:
  /// `isInside` is asked once for each connected piece of the cells that the surface does not cross.
  InsideGrid(const Surface& surface, const std::function<bool(const Point&)>& isInside);

  /// Absent in a cell that the surface may cross.
  std::optional<bool> isInside(const Point& p) const;

 private:
  enum class Cell : std::uint8_t { Unknown, Crossed, In, Out };
  static constexpr int kCells = 40;  ///< along each side

  int cellAlong(unsigned axis, double mm) const;
  std::size_t index(int i, int j, int k) const { return std::size_t((k * kCells + j) * kCells + i); }
  Point middleOf(std::size_t index) const;
  void markCrossed(const Surface& surface);
  void fillFrom(std::size_t seed, Cell value);

  Point low_;
  std::array<double, 3> cellMm_{};
  std::vector<Cell> cells_;
};

}  // namespace planning::anatomy
