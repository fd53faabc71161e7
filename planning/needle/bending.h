#pragma once

#include <vector>

namespace planning::needle {

/// How far a needle bent from its straight way in ballistic gel, by the shape of its tip.
struct Bending {
  const char* tip;  ///< "Quincke", ...: the makers' names, the same in every language
  double meanMm, deviationMm;
};

/// At kBendingDepthMm, for a gauge that was measured there; empty for others. A thinner needle bends more.
const std::vector<Bending>& bendingOf(int gauge);
inline constexpr double kBendingDepthMm = 80;
inline constexpr const char* kBendingSource = "Rand 2016, doi 10.5812/aapm.36607";

}  // namespace planning::needle
