#pragma once

#include <array>
#include <vector>

#include "planning/error.h"
#include "planning/fluoroscopy/projection.h"

namespace planning::fluoroscopy {

/// One view of a place, and how exactly it was marked.
struct Sighting {
  Projection projection;
  ImagePoint place;
  double errorPx = 0.5;  ///< standard error of the mark, in pixels along each axis
};

struct Triangulated {
  Point place;
  std::vector<double> residualsPx;  ///< one a view: from the mark to the place projected back
  double rayGapMm = 0;              ///< the least distance between the two rays (the largest of all pairs)
  /// Standard error along its three principal axes, largest first, mm, with the axes (unit, LPS): from errorPx and the
  /// views' angles, first order.
  std::array<double, 3> errorMm{};
  std::array<Vector, 3> errorAxes;
  Angle betweenViews = Angle::radians(0);  ///< between the two rays, in [0, 90] degrees (the largest of all pairs)
};

inline constexpr double kLeastAngleBetweenViewsDeg = 20.0;  ///< below it depth is a guess
inline constexpr double kLargestRayGapMm = 5.0;             ///< above it the views do not show one place

/// The place seen from two or more views: least squares over the rays (planning/fluoroscopy/README.md). Errors:
/// "views-too-alike" and "views-disagree", with the figure and the limit in the detail.
Expected<Triangulated> triangulate(const std::vector<Sighting>& sightings);

}  // namespace planning::fluoroscopy
