#pragma once

#include <vector>

#include "planning/volume.h"

namespace planning::anatomy {

/// What a scan's voxels say against its headers; each keeps a plan from READY. Looks at 128 x 128 samples a slice.
///
/// "values-implausible" (the share of what is no air, "43 %"): more than 30 % of it measures 400 HU and more, as where
/// a factor is wrong; or more than 10 %, and four times as much as measures 100 to 400 HU, as where an offset is lost
/// and air is taken for tissue. In bodies at hand the share is 1 to 3 %, times ten 37 to 73 %. Said of Hounsfield units
/// only, and where there are enough samples, a fiftieth of them no air.
///
/// "slices-turned" (the first pairs, counted from 1 at the scan's first slice: "12/13"): two neighbours differ by less
/// than 0.8 of their squared difference once one of them is mirrored or turned by 180 degrees. In scans at hand that
/// difference grows, 1.3 to 160 times, so that a turned slice has 0.76 and less; of noise it stays. Not said of slices
/// below 64 x 64 pixels, nor of pictures that are their own mirror image.
std::vector<Finding> voxelFindings(const Volume& volume);

}  // namespace planning::anatomy
