#include "planning/anatomy/round_cone.h"

#include <algorithm>
#include <cmath>

namespace planning::anatomy {
namespace {

/// Least of |a + u c| + k u over 0 <= u <= 1.
double leastAt(const Vector& a, const Vector& c, double k) {
  const double squared = dot(c, c);
  if (squared <= k * k) return k < 0 ? 1.0 : 0.0;  // the larger ball holds all others, seen this way
  const double middle = -dot(a, c) / squared;
  const double offset = (a + c * middle).GetNorm();
  return std::clamp(middle - k * offset / std::sqrt(squared * (squared - k * k)), 0.0, 1.0);
}

/// From the place at `fraction`, where the ball `u` is the one nearest.
SegmentToRoundCone at(const Segment& segment, const RoundCone& cone, double fraction, double u) {
  const Point place = segment.start + (segment.end - segment.start) * fraction;
  const Point centre = cone.start + (cone.end - cone.start) * u;
  Vector out = place - centre;
  const double length = out.GetNorm();
  if (length > 0) {
    out /= length;
  } else {  // on the course itself: any normal of the cone's side will do
    const Vector course = cone.end - cone.start;
    const Vector across =
        cross(course, std::abs(course[0]) < std::abs(course[1]) ? makeVector(1, 0, 0) : makeVector(0, 1, 0));
    const double k = cone.startRadiusMm - cone.endRadiusMm, squared = dot(course, course);
    out = makeVector(0, 0, 1);
    if (squared > k * k) out = course * (k / squared) + across * (std::sqrt(1 - k * k / squared) / across.GetNorm());
  }
  return {length - cone.radiusMm(u), fraction, place, centre + out * cone.radiusMm(u)};
}

SegmentToRoundCone nearestTo(const Segment& segment, const RoundCone& cone, double fraction) {
  const Point place = segment.start + (segment.end - segment.start) * fraction;
  return at(segment, cone, fraction,
            leastAt(cone.start - place, cone.end - cone.start, cone.startRadiusMm - cone.endRadiusMm));
}

double signedMm(const Segment& segment, const RoundCone& cone, double fraction) {
  return nearestTo(segment, cone, fraction).signedMm;
}

/// Between a fraction that is out and one that is in, of a convex distance.
double edgeBetween(const Segment& segment, const RoundCone& cone, double withinMm, double out, double in) {
  const double lengthMm = segment.lengthMm();
  while (std::abs(in - out) * lengthMm > 1e-9) {
    const double middle = (in + out) / 2;
    if (middle == in || middle == out) break;
    (signedMm(segment, cone, middle) <= withinMm ? in : out) = middle;
  }
  return in;
}

}  // namespace

SegmentToRoundCone nearest(const Segment& segment, const RoundCone& cone) {
  const Vector along = segment.end - segment.start, course = cone.end - cone.start, from = cone.start - segment.start;
  const double squared = dot(along, along);
  if (!(squared > 0)) return nearestTo(segment, cone, 0);
  const auto across = [&](const Vector& v) { return v - along * (dot(v, along) / squared); };
  const double u = leastAt(across(from), across(course), cone.startRadiusMm - cone.endRadiusMm);
  const double fraction = dot(from + course * u, along) / squared;
  if (fraction >= 0 && fraction <= 1) return at(segment, cone, fraction, u);
  return nearestTo(segment, cone, std::clamp(fraction, 0.0, 1.0));
}

std::optional<double> firstWithin(const Segment& segment, const RoundCone& cone, double withinMm) {
  const SegmentToRoundCone least = nearest(segment, cone);
  if (least.signedMm > withinMm) return std::nullopt;
  if (signedMm(segment, cone, 0) <= withinMm) return 0.0;
  return edgeBetween(segment, cone, withinMm, 0, least.alongFraction);
}

std::optional<Inside> inside(const Segment& segment, const RoundCone& cone) {
  const SegmentToRoundCone least = nearest(segment, cone);
  if (least.signedMm > 0) return std::nullopt;
  const auto end = [&](double fraction) {
    return signedMm(segment, cone, fraction) <= 0 ? fraction
                                                  : edgeBetween(segment, cone, 0, fraction, least.alongFraction);
  };
  return Inside{end(0), end(1)};
}

}  // namespace planning::anatomy
