#include "planning/anatomy/coarse_scan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace planning::anatomy {
namespace {

constexpr float kAirHu = -1000;

/// HU at the place of a voxel, linear between slices' voxels; air outside.
float sampled(const Volume::Image& hu, const itk::ContinuousIndex<double, 3>& exact,
              const Volume::Image::SizeType& size) {
  itk::Index<3> low;
  double part[3];
  for (unsigned axis = 0; axis < 3; ++axis) {
    const double last = static_cast<double>(size[axis]) - 1;
    if (exact[axis] < -0.5 || exact[axis] > last + 0.5) return kAirHu;
    const double inside = std::clamp(exact[axis], 0.0, last);
    low[axis] = static_cast<long>(std::min(inside, std::max(0.0, last - 1)));
    part[axis] = inside - static_cast<double>(low[axis]);
  }
  const std::int16_t* buffer = hu.GetBufferPointer();
  const std::size_t row = size[0], slice = size[0] * size[1];
  double sum = 0;
  for (unsigned corner = 0; corner < 8; ++corner) {
    double weight = 1;
    std::size_t at = 0;
    const std::size_t strides[3] = {1, row, slice};
    for (unsigned axis = 0; axis < 3; ++axis) {
      const bool high = (corner >> axis & 1) != 0;
      weight *= high ? part[axis] : 1 - part[axis];
      at += strides[axis] * (static_cast<std::size_t>(low[axis]) + (high && size[axis] > 1 ? 1 : 0));
    }
    if (weight > 0) sum += weight * std::max<double>(buffer[at], kAirHu);
  }
  return static_cast<float>(sum);
}

}  // namespace

std::optional<CoarseScan> coarseScan(const Volume::Image& hu, Progress& progress) {
  const auto size = hu.GetBufferedRegion().GetSize();
  CoarseScan scan;
  Point high;
  for (unsigned axis = 0; axis < 3; ++axis)
    scan.corner[axis] = std::numeric_limits<double>::max(), high[axis] = std::numeric_limits<double>::lowest();
  for (unsigned corner = 0; corner < 8; ++corner) {
    itk::Index<3> index;
    for (unsigned axis = 0; axis < 3; ++axis)
      index[axis] = (corner >> axis & 1) ? static_cast<long>(size[axis]) - 1 : 0;
    Point p;
    hu.TransformIndexToPhysicalPoint(index, p);
    for (unsigned axis = 0; axis < 3; ++axis)
      scan.corner[axis] = std::min(scan.corner[axis], p[axis]), high[axis] = std::max(high[axis], p[axis]);
  }
  for (unsigned axis = 0; axis < 3; ++axis)
    scan.size[axis] = 1 + static_cast<long>((high[axis] - scan.corner[axis]) / CoarseScan::kCellMm);
  scan.hu.resize(static_cast<std::size_t>(scan.size[0] * scan.size[1] * scan.size[2]));
  itk::ContinuousIndex<double, 3> origin, step;
  hu.TransformPhysicalPointToContinuousIndex(scan.corner, origin);
  hu.TransformPhysicalPointToContinuousIndex(scan.place(1, 0, 0), step);
  const auto across = step - origin;
  for (long k = 0; k < scan.size[2]; ++k) {
    if (progress.stopRequested()) return std::nullopt;
    for (long j = 0; j < scan.size[1]; ++j) {
      itk::ContinuousIndex<double, 3> exact;
      hu.TransformPhysicalPointToContinuousIndex(scan.place(0, j, k), exact);
      for (long i = 0; i < scan.size[0]; ++i, exact += across) scan.hu[scan.at(i, j, k)] = sampled(hu, exact, size);
    }
    progress.advance(static_cast<double>(k + 1) / static_cast<double>(scan.size[2]));
  }
  return scan;
}

}  // namespace planning::anatomy
