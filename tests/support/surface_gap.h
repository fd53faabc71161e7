#pragma once

#include <functional>

#include "planning/anatomy/surface.h"

namespace support {

/// How far the places of a surface lie from a truth, mm, without sign.
struct SurfaceGap {
  double meanMm = 0, percentile95Mm = 0, largestMm = 0;
  std::size_t places = 0;
};

/// Of the surface's vertices where `counts`, to the truth given by its signed distance.
SurfaceGap surfaceGap(const planning::anatomy::Surface& surface,
                      const std::function<double(const planning::Point&)>& signedMm,
                      const std::function<bool(const planning::Point&)>& counts);

}  // namespace support
