#include "planning/anatomy/hu_sample.h"

#include <algorithm>
#include <cmath>

namespace planning::anatomy {

double huNear(const Volume::Image& hu, const Point& place) {
  itk::ContinuousIndex<double, 3> exact;
  hu.TransformPhysicalPointToContinuousIndex(place, exact);
  const auto size = hu.GetBufferedRegion().GetSize();
  itk::Index<3> low;
  double part[3];
  for (unsigned axis = 0; axis < 3; ++axis) {
    const double last = static_cast<double>(size[axis]) - 1;
    const double inside = std::clamp(exact[axis], 0.0, last);
    low[axis] = static_cast<long>(std::min(std::floor(inside), std::max(0.0, last - 1)));
    part[axis] = inside - static_cast<double>(low[axis]);
  }
  double sum = 0;
  for (int corner = 0; corner < 8; ++corner) {
    itk::Index<3> at = low;
    double weight = 1;
    for (unsigned axis = 0; axis < 3; ++axis) {
      const bool high = (corner >> axis & 1) != 0;
      weight *= high ? part[axis] : 1 - part[axis];
      if (high) at[axis] = std::min(at[axis] + 1, static_cast<long>(size[axis]) - 1);
    }
    sum += weight * static_cast<double>(hu.GetPixel(at));
  }
  return sum;
}

}  // namespace planning::anatomy
