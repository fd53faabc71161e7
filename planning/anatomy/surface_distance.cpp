#include "planning/anatomy/surface_distance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <tuple>
#include <utility>

#include "planning/check.h"

namespace planning::anatomy {
namespace {

constexpr double kNoCap = std::numeric_limits<double>::infinity();
constexpr double kTouchingMm = 1e-9;          ///< nearer than this, an axis counts as entering
constexpr double kDepthToleranceMm = 0.5e-4;  ///< half of what DistanceField promises
constexpr int kMostProbes = 20000;            ///< of one depth search; 1000 suffice for the axis of a 100 mm cylinder

/// In order; where the segment only touches the surface, and so is in or out for no length, it does not cross it.
std::vector<double> orderedMm(std::vector<Crossing> found, double lengthMm) {
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(a.fraction, a.leaving) < std::tie(b.fraction, b.leaving);
  });
  std::vector<double> mm;
  std::vector<bool> leaving;
  for (const Crossing& crossing : found) {
    const double atMm = crossing.fraction * lengthMm;
    if (!mm.empty() && atMm - mm.back() <= kTouchingMm && leaving.back() != crossing.leaving) {
      mm.pop_back(), leaving.pop_back();
      continue;
    }
    mm.push_back(atMm), leaving.push_back(crossing.leaving);
  }
  return mm;
}

}  // namespace

SurfaceDistance::SurfaceDistance(std::shared_ptr<const Surface> surface)
    : surface_(std::move(surface)),
      bvh_(*surface_),
      facing_(*surface_),
      grid_(*surface_, [this](const Point& p) { return signedDistance(p) < 0; }) {}

AxisDistance SurfaceDistance::distance(const Segment& axis) const {
  return *measured(axis, kNoCap);
}

std::optional<AxisDistance> SurfaceDistance::distanceWithin(const Segment& axis, double capMm) const {
  return measured(axis, capMm);
}

bool SurfaceDistance::comesNearerThan(const Segment& axis, double mm) const {
  if (mm <= 0) return DistanceField::comesNearerThan(axis, mm);
  return bvh_.comesNearerThan(axis, mm) || isWhollyInside(axis);
}

double SurfaceDistance::signedDistance(const Point& p) const {
  const Probed probed = probe(p);
  return isInside(p, probed) ? -probed.unsignedMm : probed.unsignedMm;
}

Point SurfaceDistance::nearestOnFirst(std::uint32_t triangles, const Point& p) const {
  const auto found = bvh_.nearest({p, p}, kNoCap, triangles);
  check(found.has_value(), "among one triangle or more, one is nearest");
  return found->places.onTriangle;
}

bool SurfaceDistance::isInside(const Point& p, const Probed& probed) const {
  return facing_.isInside(p, probed.triangle, nearestOnTriangle(p, cornersOf(*surface_, probed.triangle)));
}

SurfaceDistance::Probed SurfaceDistance::probe(const Point& p) const {
  const auto found = bvh_.nearest({p, p}, kNoCap);
  check(found.has_value(), "a place that is finite has a nearest triangle");
  return {std::sqrt(found->places.squaredMm2), found->triangle, found->places.onTriangle};
}

std::optional<AxisDistance> SurfaceDistance::measured(const Segment& axis, double capMm) const {
  const auto found = bvh_.nearest(axis, std::max(capMm, kTouchingMm));
  if (!found) {  // no surface within the cap: the axis is wholly outside or wholly inside
    return isWhollyInside(axis) ? std::optional(deepest(axis, axis.start)) : std::nullopt;
  }
  const double distanceMm = std::sqrt(found->places.squaredMm2);
  const Point& onAxis = found->places.onSegment;
  const Probed nearest{distanceMm, found->triangle, found->places.onTriangle};
  if (distanceMm < kTouchingMm || isInside(onAxis, nearest)) return deepest(axis, onAxis);
  return AxisDistance{distanceMm, onAxis, nearest.place, (onAxis - axis.start).GetNorm()};
}

/// Of an axis that does not meet the surface: any of its places tells.
bool SurfaceDistance::isWhollyInside(const Segment& axis) const {
  for (const double part : {0.0, 1.0, 0.5, 0.25, 0.75})
    if (const auto answer = grid_.isInside(axis.start + (axis.end - axis.start) * part)) return *answer;
  return signedDistance(axis.start) < 0;
}

bool SurfaceDistance::eachCover(const std::function<void(const Cover&)>& use) const {
  bvh_.eachBall([&use](const Point& centre, double radiusMm) { use({centre, 0, radiusMm}); });
  return true;
}

/// The axis is cut where it crosses the surface; each piece is wholly in or wholly out, which its middle tells.
AxisDistance SurfaceDistance::deepest(const Segment& axis, const Point& known) const {
  std::vector<double> cuts = crossingsMm(axis);
  cuts.insert(cuts.begin(), 0.0);
  cuts.push_back(axis.lengthMm());
  const Point first = cuts.size() > 2 ? axis.at(cuts[1]) : known;
  const Probed atFirst = probe(first);
  AxisDistance best{isInside(first, atFirst) ? -atFirst.unsignedMm : 0.0, first, atFirst.place,
                    (first - axis.start).GetNorm()};
  for (std::size_t i = 1; i < cuts.size(); ++i) {
    if (cuts[i] - cuts[i - 1] < kTouchingMm) continue;
    if (signedDistance(axis.at((cuts[i - 1] + cuts[i]) / 2)) < 0) searchDeepest(axis, cuts[i - 1], cuts[i], best);
  }
  return best;
}

/// Branch and bound. With q the surface's place nearest to one sample, no place x of the axis is deeper than |x - q|.
/// Of two samples' bounds, each a parabola in the place along the axis with the same curvature, the smaller is largest
/// at a sample or where the two cross: there the next sample goes.
void SurfaceDistance::searchDeepest(const Segment& axis, double fromMm, double toMm, AxisDistance& best) const {
  const Vector along = (axis.end - axis.start) / axis.lengthMm();
  struct Sample {
    double atMm;
    Probed nearest;
    double squaredBound(const Point& p) const { return (p - nearest.place).GetSquaredNorm(); }
  };
  struct Piece {
    double boundMm, nextMm;
    Sample left, right;
    bool operator<(const Piece& other) const { return boundMm < other.boundMm; }
  };
  const auto sampleAt = [&](double mm) {
    const Point p = axis.start + along * mm;
    const Sample sample{mm, probe(p)};
    if (-sample.nearest.unsignedMm < best.distanceMm) best = {-sample.nearest.unsignedMm, p, sample.nearest.place, mm};
    return sample;
  };
  std::priority_queue<Piece> open;
  const auto add = [&](const Sample& left, const Sample& right) {
    // |x - q|^2 = s^2 - 2 s (q . along) + |q|^2 about the axis' start: the difference of two is linear in s.
    const Vector toLeft = left.nearest.place - axis.start, toRight = right.nearest.place - axis.start;
    const double slope = 2 * dot(toRight - toLeft, along);
    const double crossMm = slope > 0 ? (toRight.GetSquaredNorm() - toLeft.GetSquaredNorm()) / slope : left.atMm;
    const double nextMm = std::clamp(crossMm, left.atMm, right.atMm);
    const Point next = axis.start + along * nextMm;
    const double boundMm = std::sqrt(std::min(left.squaredBound(next), right.squaredBound(next)));
    if (boundMm + best.distanceMm > kDepthToleranceMm) open.push({boundMm, nextMm, left, right});
  };
  const Sample from = sampleAt(fromMm), to = sampleAt(toMm);
  add(from, to);
  for (int probes = 0; !open.empty() && probes < kMostProbes; ++probes) {
    const Piece piece = open.top();
    open.pop();
    if (piece.boundMm + best.distanceMm <= kDepthToleranceMm) return;
    const Sample middle = sampleAt(piece.nextMm);
    add(piece.left, middle);
    add(middle, piece.right);
  }
}

namespace {

/// A triangle is convex, so the distance from the axis to it falls and then rises: its first place within reach lies
/// between the start and the nearest place, and bisection finds it.
double firstWithin(const Segment& axis, const Triangle& triangle, double withinMm, double noneMm) {
  const SegmentToTriangle nearest = anatomy::nearest(axis, triangle);
  if (nearest.squaredMm2 > withinMm * withinMm) return noneMm;
  const Vector d = axis.end - axis.start;
  double out = 0, in = (nearest.onSegment - axis.start).GetNorm() / d.GetNorm();
  const auto reaches = [&](double fraction) {
    const Point p = axis.start + d * fraction;
    return (p - nearestOnTriangle(p, triangle).place).GetSquaredNorm() <= withinMm * withinMm;
  };
  if (reaches(0)) return 0;
  while ((in - out) * d.GetNorm() > 1e-7) (reaches((in + out) / 2) ? in : out) = (in + out) / 2;
  return in * d.GetNorm();
}

}  // namespace

std::optional<double> SurfaceDistance::firstContactMm(const Segment& axis, double withinMm) const {
  if (signedDistance(axis.start) <= withinMm) return 0.0;
  const double lengthMm = axis.lengthMm();
  std::optional<double> firstMm;
  bvh_.visitAlong(axis, withinMm, [&](const Triangle& triangle) {
    const double endMm = firstMm.value_or(lengthMm);
    if (!(endMm > 0)) return 0.0;
    const double mm = firstWithin({axis.start, axis.at(endMm)}, triangle, withinMm, kNoCap);
    if (mm < kNoCap) firstMm = std::min(mm, endMm);
    return firstMm ? *firstMm / lengthMm : 1.0;
  });
  return firstMm;
}

std::vector<double> SurfaceDistance::crossingsMm(const Segment& axis) const {
  if (axis.start == axis.end) return {};
  const Passage passage(axis);
  std::vector<Crossing> found;
  bvh_.visitAlong(axis, 0, [&](const Triangle& triangle) {
    if (const auto hit = passage.through(triangle)) found.push_back(*hit);
    return 1.0;
  });
  return orderedMm(std::move(found), axis.lengthMm());
}

std::shared_ptr<const DistanceField> makeDistanceField(std::shared_ptr<const Surface> surface) {
  check(surface && !surface->triangles.empty(), "a surface that is measured has triangles");
  return std::make_shared<SurfaceDistance>(std::move(surface));
}

std::vector<double> crossingsMm(const Surface& surface, const Segment& segment) {
  if (segment.start == segment.end) return {};
  const Passage passage(segment);
  std::vector<Crossing> found;
  for (std::uint32_t i = 0; i < surface.triangles.size(); ++i)
    if (const auto hit = passage.through(cornersOf(surface, i))) found.push_back(*hit);
  return orderedMm(std::move(found), segment.lengthMm());
}

}  // namespace planning::anatomy
