#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "planning/geometry.h"

namespace io::reading {

/// An image without its voxels: size and place in the patient, as plain numbers.
struct Grid {
  std::array<std::uint64_t, 3> size{};
  std::array<double, 3> origin{}, spacing{};  ///< LPS mm
  std::array<double, 9> direction{};          ///< row by row, as ITK has it

  template <class Image>
  static Grid of(const Image& image) {
    Grid grid;
    for (unsigned axis = 0; axis < 3; ++axis) {
      grid.size[axis] = image.GetLargestPossibleRegion().GetSize()[axis];
      grid.origin[axis] = image.GetOrigin()[axis];
      grid.spacing[axis] = image.GetSpacing()[axis];
      for (unsigned i = 0; i < 3; ++i) grid.direction[3 * axis + i] = image.GetDirection()(axis, i);
    }
    return grid;
  }

  /// 0 where it is none, or larger than any image.
  std::uint64_t voxels() const {
    std::uint64_t count = 1;
    for (const auto n : size) {
      if (n == 0 || n > 1u << 20) return 0;
      count *= n;
    }
    return count <= std::uint64_t{1} << 40 ? count : 0;
  }

  /// Everything but the voxels. False for a place that is none.
  template <class Image>
  bool putInto(Image& image) const {
    typename Image::DirectionType matrix;
    typename Image::SizeType extent;
    typename Image::SpacingType steps;
    typename Image::PointType first;
    for (unsigned axis = 0; axis < 3; ++axis) {
      if (!(spacing[axis] > 0)) return false;
      extent[axis] = size[axis], steps[axis] = spacing[axis], first[axis] = origin[axis];
      for (unsigned i = 0; i < 3; ++i) matrix(axis, i) = direction[3 * axis + i];
    }
    const auto column = [&](unsigned i) { return planning::makeVector(matrix(0, i), matrix(1, i), matrix(2, i)); };
    if (!(std::abs(planning::dot(planning::cross(column(0), column(1)), column(2))) > 1e-6)) return false;
    image.SetRegions(extent);
    image.SetSpacing(steps);
    image.SetOrigin(first);
    image.SetDirection(matrix);
    return true;
  }
};

}  // namespace io::reading
