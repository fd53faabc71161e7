#pragma once

#include <optional>

#include "planning/anatomy/structure.h"
#include "planning/volume.h"

/// Masks on voxel grids: making, copying, cropping, moving between grids. No filters here.
namespace planning::anatomy {

/// First and last voxel, inclusive, in a grid's own index.
struct VoxelRange {
  itk::Index<3> first{{0, 0, 0}};
  itk::Index<3> last{{-1, -1, -1}};

  bool empty() const { return last[0] < first[0]; }
};

/// An empty mask over `range` of the lattice of `grid`; it may reach beyond the grid's own region.
Mask::Pointer emptyMask(const itk::ImageBase<3>& grid, const VoxelRange& range);

/// The smallest range that holds every voxel in; empty for an empty mask.
VoxelRange rangeOf(const Mask& mask);
/// All of an image.
VoxelRange wholeRange(const itk::ImageBase<3>& grid);

/// The same voxels over another range of the mask's own lattice: cropped, or with nothing added around.
Mask::Pointer overRange(const Mask& mask, const VoxelRange& range);
/// Cropped to what is in (one voxel when nothing is).
Mask::Pointer cropped(const Mask& mask);

/// How many voxels of each axis a length reaches at most, in the grid's true geometry; rounded up.
itk::Size<3> voxelsWithin(const itk::ImageBase<3>& grid, double mm);

/// `mm` more on all sides, within the grid.
VoxelRange widened(VoxelRange range, const itk::ImageBase<3>& grid, double mm);

/// Is the voxel at a place in? False outside the mask.
bool contains(const Mask& mask, const Point& place);

/// What to add to an index of `to` for the index of `from` at the same place, when both are parts of one lattice (to
/// 1e-3 of a voxel everywhere); else absent.
std::optional<itk::Offset<3>> latticeOffset(const itk::ImageBase<3>& from, const itk::ImageBase<3>& to);

/// The grid's own region in the mask's index; absent unless both are parts of one lattice.
std::optional<Mask::RegionType> regionIn(const Mask& mask, const itk::ImageBase<3>& grid);

/// The box of `grid`'s voxels, possibly beyond it, that holds a part of the mask; empty for an empty part.
VoxelRange boxOn(const itk::ImageBase<3>& grid, const Mask& mask, const VoxelRange& part);

/// The mask as voxels of `grid`, cropped, without what lies outside it: its own voxels where both are parts of one
/// lattice, else the grid's voxels whose centres are in it.
Mask::Pointer onGrid(const Mask& mask, const itk::ImageBase<3>& grid);

/// Over `target`'s grid: 1 where the centre of the voxel is in `mask`. Exact for grids of one lattice.
Mask::Pointer sampledOn(const Mask& mask, const itk::ImageBase<3>& target);

/// In place, between masks of one size: with the other's voxels, or without them.
void addTo(Mask& mask, const Mask& other);
void removeFrom(Mask& mask, const Mask& other);

/// Number of voxels in, and what they hold, mm3.
std::size_t voxelsIn(const Mask& mask);
double volumeMm3(const Mask& mask);

}  // namespace planning::anatomy
