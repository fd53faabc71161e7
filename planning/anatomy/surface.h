#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/geometry.h"

namespace planning::anatomy {

/// Closed triangle surface in the patient frame, LPS mm; triangles turn counter-clockwise seen from outside, so their
/// normals point out. What is measured is what is shown: the views draw exactly this.
struct Surface {
  std::vector<std::array<float, 3>> vertices;
  std::vector<std::array<std::uint32_t, 3>> triangles;
};

/// The boundary of a mask at full resolution, halfway between the centres of voxels in and out (flying edges at 0.5 on
/// the mask with a border of one voxel added, so that it is closed also at the image's edge). In the mask's true
/// geometry, sheared or left-handed ones included. Empty for an empty mask.
Surface extractSurface(const Mask& mask);

/// Half the voxel diagonal of the grid, from the true steps between voxels: how far the surface may lie from that of
/// the body that was sampled.
double surfaceErrorBoundMm(const Mask& mask);

/// A tube drawn for the views: within 0.05 mm of its round cones (more in the fold of a sharp bend, and where a thin
/// course is so long and oblique that its box would take more than 3e7 samples). Measuring uses the tube itself.
Surface tubeSurface(const Tube& tube);

}  // namespace planning::anatomy
