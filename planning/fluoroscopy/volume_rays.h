#pragma once

#include "planning/fluoroscopy/projection.h"
#include "planning/fluoroscopy/ray_sum.h"
#include "planning/volume.h"

namespace planning::fluoroscopy {

/// A scan as rays see it: its samples, and the way from LPS to voxel indices in its true (sheared) geometry. The volume
/// must live longer.
class VolumeRays {
 public:
  explicit VolumeRays(const Volume& volume);

  const SampleGrid& grid() const { return grid_; }
  /// The part of a ray between voxel centres; of no length where it misses them.
  RayPart inside(const Ray& ray) const;
  /// The part comes in through the scan's first or last slice, or leaves through it: of the body it saw only a piece.
  bool cutByEnds(const RayPart& part) const;

 private:
  std::array<double, 3> indexOf(const Point& place) const;

  const Volume::Image& image_;
  SampleGrid grid_;
  std::array<std::array<double, 3>, 3> perMm_{};
};

}  // namespace planning::fluoroscopy
