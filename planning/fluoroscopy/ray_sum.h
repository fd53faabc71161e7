#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace planning::fluoroscopy {

/// The samples of a scan as rays see them. Attenuation is linear in HU and stops at none: air and less absorb nothing,
/// and neither does what the scanner never saw.
struct SampleGrid {
  const std::int16_t* hu = nullptr;  ///< x fastest, as ITK keeps them
  std::array<int, 3> size{};
};

/// Part of a ray through the grid, in voxel indices; all of it lies in [0, size - 1) on every axis.
struct RayPart {
  std::array<double, 3> start{};
  std::array<double, 3> perMm{};
  double lengthMm = 0;
};

/// The integral of max(0, 1000 + HU), at most 32767, over the part, in HU mm: midpoint rule, samples `stepMm` apart and
/// the last piece shorter, trilinear between voxel centres. Weights within a voxel are rounded to 1/16384.
double sumAlong(const SampleGrid& grid, const RayPart& part, double stepMm);

}  // namespace planning::fluoroscopy
