#include "planning/fluoroscopy/volume_rays.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace planning::fluoroscopy {
namespace {

constexpr double kEdge = 1e-3;  // of a voxel: single precision must not round a sample beyond the last voxel

}  // namespace

VolumeRays::VolumeRays(const Volume& volume) : image_(*volume.hu) {
  const auto size = image_.GetLargestPossibleRegion().GetSize();
  grid_.hu = image_.GetBufferPointer();
  for (unsigned i = 0; i < 3; ++i) grid_.size[i] = static_cast<int>(size[i]);
  const auto zero = indexOf(makePoint(0, 0, 0));
  for (unsigned i = 0; i < 3; ++i) {
    Point unit = makePoint(0, 0, 0);
    unit[i] = 1;
    const auto moved = indexOf(unit);
    for (unsigned k = 0; k < 3; ++k) perMm_[k][i] = moved[k] - zero[k];
  }
}

std::array<double, 3> VolumeRays::indexOf(const Point& place) const {
  const auto index = image_.TransformPhysicalPointToContinuousIndex<double>(place);
  return {index[0], index[1], index[2]};
}

RayPart VolumeRays::inside(const Ray& ray) const {
  RayPart part;
  part.start = indexOf(ray.source);
  for (unsigned k = 0; k < 3; ++k)
    for (unsigned i = 0; i < 3; ++i) part.perMm[k] += perMm_[k][i] * ray.direction[i];
  double from = 0, to = std::numeric_limits<double>::infinity();
  for (unsigned k = 0; k < 3; ++k) {
    const double last = grid_.size[k] - 1 - kEdge;
    if (std::abs(part.perMm[k]) < 1e-12) {
      if (part.start[k] < 0 || part.start[k] > last) return part;
      continue;
    }
    const double a = -part.start[k] / part.perMm[k], b = (last - part.start[k]) / part.perMm[k];
    from = std::max(from, std::min(a, b));
    to = std::min(to, std::max(a, b));
  }
  if (from >= to) return part;
  for (unsigned k = 0; k < 3; ++k) part.start[k] += part.perMm[k] * from;
  part.lengthMm = to - from;
  return part;
}

bool VolumeRays::cutByEnds(const RayPart& part) const {
  const double last = grid_.size[2] - 1, end = part.start[2] + part.perMm[2] * part.lengthMm;
  const auto atEnd = [&](double k) { return k < 0.01 || k > last - 0.01; };
  return atEnd(part.start[2]) || atEnd(end);
}

}  // namespace planning::fluoroscopy
