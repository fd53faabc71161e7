#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "planning/anatomy/distance.h"
#include "planning/anatomy/round_cone.h"
#include "planning/anatomy/tube.h"

namespace planning::anatomy {
namespace {

/// A traced course has few pieces, and each is answered in closed form: no tree.
class TubeDistance final : public DistanceField {
 public:
  explicit TubeDistance(const Tube& tube) : cones_(roundConesOf(tube)) {}

  AxisDistance distance(const Segment& axis) const override {
    SegmentToRoundCone best{std::numeric_limits<double>::infinity(), 0, axis.start, axis.start};
    for (const RoundCone& cone : cones_) {
      const SegmentToRoundCone found = nearest(axis, cone);
      if (found.signedMm < best.signedMm) best = found;
    }
    return {best.signedMm, best.onSegment, best.onCone, (best.onSegment - axis.start).GetNorm()};
  }

  std::optional<AxisDistance> distanceWithin(const Segment& axis, double capMm) const override {
    const AxisDistance found = distance(axis);
    return found.distanceMm < capMm ? std::optional(found) : std::nullopt;
  }

  std::optional<double> firstContactMm(const Segment& axis, double withinMm) const override {
    std::optional<double> firstMm;
    for (const RoundCone& cone : cones_)
      if (const auto fraction = firstWithin(axis, cone, withinMm))
        firstMm = std::min(firstMm.value_or(axis.lengthMm()), *fraction * axis.lengthMm());
    return firstMm;
  }

  /// The ends of the union of all pieces' inner parts.
  std::vector<double> crossingsMm(const Segment& axis) const override {
    std::vector<Inside> parts;
    for (const RoundCone& cone : cones_)
      if (const auto part = inside(axis, cone)) parts.push_back(*part);
    std::sort(parts.begin(), parts.end(),
              [](const Inside& a, const Inside& b) { return a.fromFraction < b.fromFraction; });
    std::vector<double> mm;
    const auto addEnd = [&](double fraction) {
      if (fraction > 0 && fraction < 1) mm.push_back(fraction * axis.lengthMm());
    };
    for (std::size_t i = 0; i < parts.size();) {
      double to = parts[i].toFraction;
      addEnd(parts[i].fromFraction);
      for (++i; i < parts.size() && parts[i].fromFraction <= to; ++i) to = std::max(to, parts[i].toFraction);
      addEnd(to);
    }
    return mm;
  }

  double signedDistance(const Point& p) const override { return distance({p, p}).distanceMm; }

  /// The cones' own balls, near enough that each reaches all between it and its neighbours.
  bool eachCover(const std::function<void(const Cover&)>& use) const override {
    constexpr double kStepMm = 0.5;
    for (const RoundCone& cone : cones_) {
      const double lengthMm = (cone.end - cone.start).GetNorm(),
                   growthMm = std::abs(cone.endRadiusMm - cone.startRadiusMm);
      const int steps = 1 + int(lengthMm / kStepMm);
      for (int i = 0; i <= steps; ++i) {
        const double part = double(i) / steps, radiusMm = cone.radiusMm(part);
        use({cone.start + (cone.end - cone.start) * part, radiusMm, radiusMm + (lengthMm + growthMm) / steps / 2});
      }
    }
    return true;
  }

 private:
  std::vector<RoundCone> cones_;
};

}  // namespace

std::shared_ptr<const DistanceField> makeDistanceField(const Tube& tube) {
  return std::make_shared<TubeDistance>(tube);
}

}  // namespace planning::anatomy
