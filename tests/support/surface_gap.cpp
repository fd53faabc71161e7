#include "tests/support/surface_gap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace support {

SurfaceGap surfaceGap(const planning::anatomy::Surface& surface,
                      const std::function<double(const planning::Point&)>& signedMm,
                      const std::function<bool(const planning::Point&)>& counts) {
  std::vector<double> all;
  for (const auto& v : surface.vertices) {
    const auto p = planning::makePoint(static_cast<double>(v[0]), static_cast<double>(v[1]), static_cast<double>(v[2]));
    if (counts(p)) all.push_back(std::abs(signedMm(p)));
  }
  if (all.empty()) return {};
  std::sort(all.begin(), all.end());
  return {std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size()), all[all.size() * 95 / 100],
          all.back(), all.size()};
}

}  // namespace support
