#pragma once

#include <functional>

#include "planning/anatomy/structure.h"
#include "planning/volume.h"
#include "testdata/anatomy.h"

namespace testdata {

/// Voxels whose rows and columns run along the patient's axes, one way or the other.
struct Lattice {
  planning::Point origin;  ///< centre of voxel (0, 0, 0)
  planning::Vector step;   ///< from a voxel to the next along i, j, k: x, y, z in mm, signed
  itk::Size<3> size;

  planning::Point at(long i, long j, long k) const;
};

/// Calls work(k) for every slice, on all cores.
void forEachSlice(std::size_t slices, const std::function<void(std::size_t k)>& work);

/// A scanner's picture of the layers, soft-edged over a voxel, in air, with noise of standard deviation `noiseHu`. The
/// same seed gives the same picture on any number of cores.
planning::Volume::Image::Pointer render(const std::vector<Layer>& layers, const Lattice& lattice, double noiseHu,
                                        unsigned seed);

/// The voxels whose centres lie in the shape. The mask covers the shape's part of the lattice and one voxel more, with
/// its own origin; null when no voxel is in.
planning::anatomy::Mask::Pointer makeMask(const Shape& shape, const Lattice& lattice);

}  // namespace testdata
