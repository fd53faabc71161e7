#pragma once

#include <array>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// A round place in a slice, brighter than what is around it and even within: a vessel full of contrast that runs
/// across the slice.
struct Spot {
  Point place;          ///< its middle
  double radiusMm = 0;  ///< of the largest disc within it, 3 to 17
  double meanHu = 0, deviationHu = 0;
};

/// A vessel stands alone between two of these brightnesses; what is brighter is bone or a calcified wall.
struct Band {
  double leastHu, mostHu;
};
inline constexpr std::array<Band, 4> kVesselBands{{{100, 260}, {140, 320}, {190, 420}, {250, 500}}};

/// The spots of slice `k`, for each of the bands. `notVessel`: over the scan's grid, or null.
std::array<std::vector<Spot>, kVesselBands.size()> spotsOf(const Volume::Image& hu, const Mask* notVessel, long k);

}  // namespace planning::anatomy
