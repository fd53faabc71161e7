#pragma once

#include <vector>

#include "planning/volume.h"

namespace planning::anatomy {

/// What a scan's voxels say against its headers; each keeps a plan from READY. Looks at 128 x 128 samples a slice.
///
/// "values-implausible" (the share of tissue, "43 %"): of what is no air, more than 30 % measures 400 HU and more, as
/// where a factor or an offset is wrong. In bodies at hand it is 1 to 3 %, times ten 37 to 73 %. Said of Hounsfield
/// units only, and where there are enough samples, a fifth of them tissue.
///
/// "slices-turned" (the first pairs, counted from 1 at the scan's first slice: "12/13"): two neighbours differ by less
/// than 0.8 of their squared difference once one of them is mirrored or turned by 180 degrees. In scans at hand that
/// difference grows, 1.3 to 160 times, so that a turned slice has 0.76 and less; of noise it stays. Not said of slices
/// below 64 x 64 pixels, nor of pictures that are their own mirror image.
std::vector<Finding> voxelFindings(const Volume& volume);

}  // namespace planning::anatomy
