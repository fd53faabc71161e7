#pragma once

#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/progress.h"

/// What ITK's filters do to masks, in the mask's true geometry (sheared grids included). The result has the mask's own
/// grid; outside it there is nothing. All report progress, can be stopped, and then return Error{"cancelled"}.
namespace planning::anatomy {

/// Every voxel whose centre is at most `mm` from that of a voxel in.
Expected<Mask::Pointer> dilated(const Mask& mask, double mm, Progress& progress);
/// Every voxel whose centre is more than `mm` from that of each voxel out.
Expected<Mask::Pointer> eroded(const Mask& mask, double mm, Progress& progress);
/// With the cavities that no path of neighbouring voxels joins to the outside.
Expected<Mask::Pointer> cavitiesFilled(const Mask& mask, Progress& progress);
/// Blurred by a Gaussian of `sigmaMm` and cut at one half; lengths along the grid's axes.
Expected<Mask::Pointer> blurred(const Mask& mask, double sigmaMm, Progress& progress);

/// Pieces of neighbouring voxels (neighbours share a face, an edge or a corner, or only a face).
struct Pieces {
  itk::Image<std::uint32_t, 3>::Pointer labels;  ///< 0 out, 1.. the pieces
  std::vector<std::size_t> voxels;               ///< [n]: how many the piece n has; [0] is 0
};
Expected<Pieces> piecesOf(const Mask& mask, bool acrossCorners, Progress& progress);

}  // namespace planning::anatomy
