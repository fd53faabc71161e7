#pragma once

#include <vector>

#include "planning/anatomy/round_cone.h"
#include "planning/anatomy/structure.h"

namespace planning::anatomy {

/// One a pair of neighbouring vertices. Throws BrokenContract on a tube that is none (fewer than two vertices, a radius
/// that is not positive or missing).
std::vector<RoundCone> roundConesOf(const Tube& tube);

}  // namespace planning::anatomy
