#include "planning/needle/midline.h"

#include <cmath>

namespace planning {

std::optional<double> fromMidlineMm(const std::vector<Point>& midline, const Point& entry) {
  constexpr double kApartMm = 1.0;
  if (midline.empty()) return std::nullopt;
  const Point &a = midline.front(), &b = midline.back();
  const double heightMm = b[2] - a[2];
  if (std::abs(heightMm) < kApartMm) return entry[0] - (a[0] + b[0]) / 2;
  return entry[0] - (a[0] + (b[0] - a[0]) * (entry[2] - a[2]) / heightMm);
}

}  // namespace planning
