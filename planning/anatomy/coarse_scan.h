#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// A scan sampled in cells along the patient's axes, each with the HU at its middle; what was not seen is air.
struct CoarseScan {
  static constexpr double kCellMm = 2;

  std::size_t at(long i, long j, long k) const { return static_cast<std::size_t>((k * size[1] + j) * size[0] + i); }
  Point place(long i, long j, long k) const {
    return corner + makeVector(static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)) * kCellMm;
  }

  Point corner;  ///< middle of the cell (0, 0, 0): most right, most in front, nearest to the feet
  long size[3] = {0, 0, 0};
  std::vector<float> hu;
};

/// All of a scan. Absent when stopped.
std::optional<CoarseScan> coarseScan(const Volume::Image& hu, Progress& progress);

}  // namespace planning::anatomy
