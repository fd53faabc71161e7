#pragma once

#include <cstdint>
#include <vector>

#include "planning/anatomy/surface.h"
#include "planning/fluoroscopy/projection.h"

namespace planning::fluoroscopy {

/// The pixels that a closed surface covers in the view, row by row: 1 covered, 0 not. A pixel counts when its centre is
/// covered or a vertex falls into it, so that a thin vessel has no gaps. Triangles that reach behind the source are
/// left out.
std::vector<std::uint8_t> silhouetteOf(const anatomy::Surface& surface, const Projection& view);

}  // namespace planning::fluoroscopy
