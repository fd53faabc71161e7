#pragma once

#include "planning/anatomy/mask_grid.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

/// Parts of a scan, and what ITK's filters make of them.
namespace planning::anatomy {

/// The voxels of the scan within `reachMm` of a place along each axis; empty when the place is not in the scan.
VoxelRange rangeAround(const Volume::Image& hu, const Point& place, double reachMm);

/// A copy of a part of the scan.
Volume::Image::Pointer partOf(const Volume::Image& hu, const VoxelRange& range);

/// Each voxel the median of its 27 neighbours: noise goes, edges stay. Errors: "cancelled".
Expected<Volume::Image::Pointer> medianOf(const Volume::Image& hu, Progress& progress);

/// Where medianOf() would be at least `leastHu`: exactly, in a hundredth of its time, since no median is computed.
Mask::Pointer whereMedianIsAtLeast(const Volume::Image& hu, double leastHu);

using RealImage = itk::Image<float, 3>;

/// Distance of each voxel in from the nearest voxel out, mm; 0 or less outside. Along the grid's axes. Errors:
/// "cancelled".
Expected<RealImage::Pointer> depthInside(const Mask& mask, Progress& progress);

/// How much like a bright tube of a radius between the two the surroundings of each voxel are; >= 0. Errors:
/// "cancelled".
Expected<RealImage::Pointer> tubeMeasure(const Volume::Image& hu, double leastRadiusMm, double largestRadiusMm,
                                         Progress& progress);

}  // namespace planning::anatomy
