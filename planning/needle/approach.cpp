#include "planning/needle/approach.h"

#include <algorithm>
#include <cmath>

namespace planning::needle {
namespace {

constexpr double kSlackDeg = 1e-6;  ///< so that a bound itself is within

}  // namespace

bool comesFrom(const ApproachRange& range, const std::optional<anatomy::Side>& side, const Vector& out) {
  const double length = out.GetNorm();
  if (!(length > 0)) return false;
  const double headward = Angle::radians(std::asin(std::clamp(out[2] / length, -1.0, 1.0))).degrees();
  if (headward < range.leastHeadwardDeg - kSlackDeg || headward > range.mostHeadwardDeg + kSlackDeg) return false;
  const double toSide = side == anatomy::Side::Left    ? out[0]
                        : side == anatomy::Side::Right ? -out[0]
                                                       : std::abs(out[0]);
  const double sideways = Angle::radians(std::atan2(toSide, out[1])).degrees();
  return sideways >= range.leastSidewaysDeg - kSlackDeg && sideways <= range.mostSidewaysDeg + kSlackDeg;
}

}  // namespace planning::needle
