#pragma once

#include "planning/volume.h"

namespace planning::anatomy {

/// HU between voxel centres, linear; beyond the scan's edge that of the nearest place in it. In the volume's true
/// geometry.
double huNear(const Volume::Image& hu, const Point& place);

}  // namespace planning::anatomy
