#pragma once

#include <vector>

#include "planning/review/hu_sampler.h"
#include "planning/volume.h"

namespace planning::review {

/// What the registration sees of a scan: how much brighter than soft tissue each place is, from 0 (100 HU and less) to
/// 800 (900 HU and more), averaged over blocks of voxels of about `cellMm`.
using BoneImage = itk::Image<float, 3>;
BoneImage::Pointer boneImageOf(const Volume::Image& hu, double cellMm);

/// Places in and around the bones of a scan, away from metal.
struct BonePlaces {
  std::vector<Point> places;     ///< cells with bone in them or beside them, each once
  std::vector<Point> boneCells;  ///< those with bone in them
  double boneMm3 = 0;
};
/// Metal is what is brighter than 2000 HU; 6 mm around it count as metal too, for its streaks.
BonePlaces bonePlacesOf(const Volume::Image& hu, const BoneImage& bones);

/// At most `count` of them, evenly drawn, the same each time.
std::vector<Point> thinned(const std::vector<Point>& places, std::size_t count);

}  // namespace planning::review
