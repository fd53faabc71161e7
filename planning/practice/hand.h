#pragma once

#include <cstdint>
#include <optional>

#include "planning/needle/placement.h"
#include "planning/needle/trajectory.h"

namespace planning::practice {

/// A needle does not go where it was aimed: this is where one that is aimed at the target runs through, at the target's
/// depth. Drawn from the placement error (needle::spreadOf(), across the path only; the phantom figure where there is
/// none), and half as far off with each correction, as the hand has seen its error. The same seed and number of
/// corrections give the same place; the attempt keeps the place, not the seed. Precondition: entry is not target.
Point whereTheHandAims(const needle::Trajectory& aim, const std::optional<needle::PlacementError>& error,
                       int corrections, std::uint32_t seed);

}  // namespace planning::practice
