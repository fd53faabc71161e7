#pragma once

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// A vessel's lumen with the calcifications of its wall: what is as bright as `leastHu` within 3 mm of the lumen. Where
/// that is joined to bone (as bright, at least 500 mm3, farther from the lumen), only what is within 2.2 mm of the
/// lumen and no nearer to the bone. On the lattice of `hu`, which holds the lumen; beyond it there is nothing. Errors:
/// "cancelled".
Expected<Mask::Pointer> withCalcifiedWall(const Mask& lumen, const Volume::Image& hu, double leastHu,
                                          Progress& progress);

}  // namespace planning::anatomy
