#pragma once

#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/progress.h"

/// What an operator does to a mask. Each returns a new mask, cropped to what is in, on the first mask's lattice; the
/// given ones stay. Lengths are in the patient, sheared grids included. Errors of all that take progress: "cancelled".
namespace planning::anatomy {

/// Larger by `mm` (> 0) all around, or smaller (< 0): exact between voxel centres, so to half a voxel of the surface.
Expected<Mask::Pointer> grown(const Mask& mask, double mm, Progress& progress);

/// Without corners and pits smaller than about `mm`; a body of radius r loses about mm^2 / r.
Expected<Mask::Pointer> smoothed(const Mask& mask, double mm, Progress& progress);

/// Cavities filled that nothing joins to the outside.
Expected<Mask::Pointer> filled(const Mask& mask, Progress& progress);

/// Only the piece with the most voxels; empty stays empty. Neighbours share a face, an edge or a corner.
Expected<Mask::Pointer> largestPiece(const Mask& mask, Progress& progress);
/// Only the piece that holds a place. Errors: also "not-in-structure".
Expected<Mask::Pointer> pieceAt(const Mask& mask, const Point& place, Progress& progress);
/// Without pieces smaller than `leastMm3`.
Expected<Mask::Pointer> withoutSpecks(const Mask& mask, double leastMm3, Progress& progress);

/// Either, both, only the first. The second may have another grid: its voxels are asked at the first one's centres.
Mask::Pointer united(const Mask& a, const Mask& b);
Mask::Pointer intersected(const Mask& a, const Mask& b);
Mask::Pointer without(const Mask& a, const Mask& b);

/// With the voxels whose centres are within `radiusMm` of one of the centres in, or out.
Mask::Pointer painted(const Mask& mask, const std::vector<Point>& centres, double radiusMm, bool in);

}  // namespace planning::anatomy
