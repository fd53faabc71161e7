#include "mask_probe.h"

#include <algorithm>
#include <cmath>

namespace io::test {

using planning::anatomy::Mask;

const Mask& maskOf(const planning::anatomy::Structure& structure) {
  return *std::get<Mask::Pointer>(structure.shape);
}

std::size_t voxelsIn(const Mask& mask) {
  const auto* first = mask.GetBufferPointer();
  return static_cast<std::size_t>(std::count(first, first + mask.GetBufferedRegion().GetNumberOfPixels(), 1));
}

bool isInside(const Mask& mask, const planning::Point& place) {
  itk::ContinuousIndex<double, 3> exact;
  mask.TransformPhysicalPointToContinuousIndex(place, exact);
  Mask::IndexType index;
  for (unsigned axis = 0; axis < 3; ++axis) index[axis] = std::lround(exact[axis]);
  return mask.GetBufferedRegion().IsInside(index) && mask.GetPixel(index) == 1;
}

}  // namespace io::test
