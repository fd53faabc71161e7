#include "planning/needle/approach.h"

#include <algorithm>
#include <cmath>

namespace planning::needle {
namespace {

constexpr double kSlackDeg = 1e-6;  ///< so that a bound itself is within

struct Directions {
  double sidewaysDeg = 0, headwardDeg = 0;
};

bool isSide(const std::optional<anatomy::Side>& side) {
  return side == anatomy::Side::Left || side == anatomy::Side::Right;
}

std::optional<Directions> directionsOf(const std::optional<anatomy::Side>& side, const Vector& out) {
  const double length = out.GetNorm();
  if (!(length > 0)) return std::nullopt;
  const double toSide = !isSide(side) ? std::abs(out[0]) : side == anatomy::Side::Left ? out[0] : -out[0];
  return Directions{Angle::radians(std::atan2(toSide, out[1])).degrees(),
                    Angle::radians(std::asin(std::clamp(out[2] / length, -1.0, 1.0))).degrees()};
}

/// Of a value in a range, 0 in the middle and 1 at the edge.
double offMiddle(double value, double least, double most) {
  const double half = std::max((most - least) / 2, kSlackDeg);
  return std::abs(value - (least + most) / 2) / half;
}

}  // namespace

double middleHeadwardDeg(const ApproachRange& range) {
  return (range.leastHeadwardDeg + range.mostHeadwardDeg) / 2;
}

std::optional<double> offMiddle(const ApproachRange& range, const std::optional<anatomy::Side>& side,
                                const Vector& out) {
  const auto way = directionsOf(side, out);
  if (!way) return std::nullopt;
  const bool fromBehind = !isSide(side) && range.leastSidewaysDeg == 0;
  const double least = fromBehind ? -range.mostSidewaysDeg : range.leastSidewaysDeg;
  return std::max(offMiddle(way->sidewaysDeg, least, range.mostSidewaysDeg),
                  offMiddle(way->headwardDeg, range.leastHeadwardDeg, range.mostHeadwardDeg));
}

bool comesFrom(const ApproachRange& range, const std::optional<anatomy::Side>& side, const Vector& out) {
  const auto way = directionsOf(side, out);
  if (!way) return false;
  const auto within = [](double value, double least, double most) {
    return value >= least - kSlackDeg && value <= most + kSlackDeg;
  };
  return within(way->sidewaysDeg, range.leastSidewaysDeg, range.mostSidewaysDeg) &&
         within(way->headwardDeg, range.leastHeadwardDeg, range.mostHeadwardDeg);
}

}  // namespace planning::needle
