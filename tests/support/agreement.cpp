#include "tests/support/agreement.h"

#include <itkSignedMaurerDistanceMapImageFilter.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "planning/anatomy/mask_grid.h"

namespace support {
namespace {

using planning::anatomy::Mask;
using planning::anatomy::sampledOn;
using Distances = itk::Image<float, 3>;

Distances::Pointer distanceTo(const Mask& mask) {
  const auto filter = itk::SignedMaurerDistanceMapImageFilter<Mask, Distances>::New();
  filter->SetInput(&mask);
  filter->SetUseImageSpacing(true);
  filter->SetSquaredDistance(false);
  filter->Update();
  return filter->GetOutput();
}

bool isSurface(const Mask& mask, const Mask::IndexType& index) {
  if (mask.GetPixel(index) == 0) return false;
  for (unsigned axis = 0; axis < 3; ++axis)
    for (const int step : {-1, 1}) {
      auto neighbour = index;
      neighbour[axis] += step;
      if (mask.GetBufferedRegion().IsInside(neighbour) && mask.GetPixel(neighbour) == 0) return true;
    }
  return false;
}

/// Distances of a's surface voxels to b's surface.
void collect(const Mask& a, const Mask& b, std::vector<float>& distances) {
  const auto map = distanceTo(b);
  for (std::size_t n = 0; n < a.GetBufferedRegion().GetNumberOfPixels(); ++n) {
    const auto index = a.ComputeIndex(static_cast<itk::OffsetValueType>(n));
    if (isSurface(a, index)) distances.push_back(std::abs(map->GetPixel(index)));
  }
}

}  // namespace

Agreement agreement(const Mask& found, const Mask& truth, const Mask* within) {
  const auto& grid = within ? *within : truth;
  const auto a = sampledOn(found, grid), b = sampledOn(truth, grid);
  std::size_t inA = 0, inB = 0, inBoth = 0;
  for (std::size_t n = 0; n < a->GetBufferedRegion().GetNumberOfPixels(); ++n) {
    if (within && within->GetBufferPointer()[n] == 0) a->GetBufferPointer()[n] = b->GetBufferPointer()[n] = 0;
    const bool isA = a->GetBufferPointer()[n], isB = b->GetBufferPointer()[n];
    inA += isA, inB += isB, inBoth += isA && isB;
  }
  std::vector<float> distances;
  collect(*a, *b, distances);
  collect(*b, *a, distances);
  Agreement result;
  result.dice = 2.0 * static_cast<double>(inBoth) / std::max(1.0, static_cast<double>(inA + inB));
  if (!distances.empty()) {
    const auto at = distances.begin() + static_cast<std::ptrdiff_t>(0.95 * static_cast<double>(distances.size() - 1));
    std::nth_element(distances.begin(), at, distances.end());
    result.hausdorff95Mm = static_cast<double>(*at);
  }
  return result;
}

}  // namespace support
