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

planning::Point middleOf(const Mask& mask) {
  planning::Vector sum = planning::makeVector(0, 0, 0);
  const auto size = mask.GetBufferedRegion().GetSize();
  for (std::size_t n = 0; n < size[0] * size[1] * size[2]; ++n) {
    if (mask.GetBufferPointer()[n] == 0) continue;
    planning::Point centre;
    mask.TransformIndexToPhysicalPoint(mask.ComputeIndex(static_cast<itk::OffsetValueType>(n)), centre);
    sum += centre.GetVectorFromOrigin();
  }
  return planning::Point() + sum / static_cast<double>(voxelsIn(mask));
}

}  // namespace io::test
