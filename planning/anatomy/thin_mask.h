#pragma once

#include "planning/anatomy/structure.h"

namespace planning::anatomy {

/// What the samples of a mask can hide, mm, to be added to its error bound; 0 for one that they hold.
///
/// A part that fills a block of 2 x 2 x 2 voxels is a voxel's diagonal thick there and cannot slip between samples. A
/// mask of which more than a fifth lies a voxel or more away from all such blocks is thin: its surface may bulge
/// between samples by half a diagonal more, and what joins its pieces (by faces, edges or corners) was missed: it lies
/// up to half their distance from them. Of a mask in one piece nothing is known beyond its ends.
double hiddenBySamplesMm(const Mask& mask);

}  // namespace planning::anatomy
