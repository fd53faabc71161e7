#pragma once

#include <algorithm>
#include <vector>

#include "io/structures/mask_memory.h"
#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/geometry.h"

namespace io::structures {

/// How the pixels of one plane lie in the patient.
struct PlaneGeometry {
  planning::Vector columnStep;  ///< mm from a pixel to the next in its row
  planning::Vector rowStep;     ///< mm from a pixel to the next in its column
  int columns = 0;
  int rows = 0;
};

/// The regular lattice that planes at given places lie on; its steps need not be orthogonal (tilted gantry).
struct PlaneLattice {
  PlaneGeometry plane;
  planning::Point origin;      ///< centre of the first pixel of plane 0
  planning::Vector planeStep;  ///< mm from a plane to the next, along the planes' normal (columnStep x rowStep)
  int planes = 0;
  std::vector<int> planeOf;             ///< of each place given
  bool statedStepContradicted = false;  ///< the places lie on a lattice with another step than the one stated
};

/// From Image Orientation (6 numbers) and Pixel Spacing (row spacing first). Errors: "bad-geometry".
planning::Expected<PlaneGeometry> makePlane(const std::vector<double>& orientation, const std::vector<double>& spacing,
                                            int columns, int rows);

/// Finds the lattice of planes at `places` (first pixel's centre each; any order, repeats and empty planes allowed).
/// `statedStepMm`: the distance between planes that the file claims, or 0; `thicknessMm`: what stands in for it where
/// there is a single plane, or 0. Errors: "bad-geometry", "uneven-slices" when
/// a place is more than 0.1 mm off every regular lattice, "no-slice-spacing" for a single plane with nothing stated.
planning::Expected<PlaneLattice> findLattice(const PlaneGeometry& plane, const std::vector<planning::Point>& places,
                                             double statedStepMm, double thicknessMm);

/// Smallest box of voxels, in the lattice's index; empty while last < first.
struct VoxelBox {
  itk::Index<3> first{{1 << 30, 1 << 30, 1 << 30}};
  itk::Index<3> last{{-1, -1, -1}};

  void include(const itk::Index<3>& voxel) {
    for (unsigned axis = 0; axis < 3; ++axis) {
      first[axis] = std::min(first[axis], voxel[axis]);
      last[axis] = std::max(last[axis], voxel[axis]);
    }
  }
  void include(std::size_t column, std::size_t row, std::size_t plane) {
    using Value = itk::IndexValueType;
    include({{static_cast<Value>(column), static_cast<Value>(row), static_cast<Value>(plane)}});
  }
  bool empty() const { return last[0] < first[0]; }
};

/// An empty mask (all 0) over a box of the lattice; over one voxel when the box is empty (it then becomes that voxel).
/// Throws std::bad_alloc where the memory has no room.
planning::anatomy::Mask::Pointer makeMask(const PlaneLattice& lattice, VoxelBox& box, MaskMemory& memory);

/// All of the lattice, in the index of a mask over `box` (makeMask).
planning::anatomy::Mask::RegionType wholeLattice(const PlaneLattice& lattice, const VoxelBox& box);

}  // namespace io::structures
