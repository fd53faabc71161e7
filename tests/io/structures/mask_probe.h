#pragma once

#include <cstddef>

#include "planning/anatomy/structure.h"

/// Looking into masks in tests.
namespace io::test {

const planning::anatomy::Mask& maskOf(const planning::anatomy::Structure& structure);

std::size_t voxelsIn(const planning::anatomy::Mask& mask);

/// The voxel that `place` falls into is in; false outside the mask.
bool isInside(const planning::anatomy::Mask& mask, const planning::Point& place);

/// Mean of the centres of the voxels in.
planning::Point middleOf(const planning::anatomy::Mask& mask);

}  // namespace io::test
