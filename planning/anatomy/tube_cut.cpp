#include "planning/anatomy/tube_cut.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include "planning/anatomy/tube.h"

namespace planning::anatomy {
namespace {

constexpr int kFirstRays = 24;
constexpr int kFinestHalving = 9;
constexpr double kSagMm = 0.03;
constexpr double kSameMm = 1e-7;  ///< of two cones that share a vertex' ball, the first one draws it

double signedMm(const RoundCone& cone, const Point& p) {
  return nearest({p, p}, cone).signedMm;
}

/// A place on the edge of a cut, and the direction in which a place inside sees it.
struct EdgePlace {
  double angle;
  Point place;
};

/// The part of one round cone in the plane, seen from a place inside it. It is convex, as the cone is.
class ConeCut {
 public:
  ConeCut(const RoundCone& cone, const Point& eye, const Vector& right, const Vector& down)
      : cone_(cone), eye_(eye), right_(right), down_(down) {
    reachMm_ = (cone.end - cone.start).GetNorm() + 2 * std::max(cone.startRadiusMm, cone.endRadiusMm);
  }

  Point edgeAt(double angle) const {
    const Vector way = (right_ * std::cos(angle) + down_ * std::sin(angle)) * reachMm_;
    const Segment ray{eye_, eye_ + way};
    const auto part = inside(ray, cone_);
    return eye_ + way * (part ? part->toFraction : 0.0);
  }

  /// Places on the edge, so near to each other that straight lines between them are good enough; once around.
  std::vector<EdgePlace> edge() const {
    std::vector<EdgePlace> all;
    EdgePlace from = edgePlace(0);
    for (int n = 1; n <= kFirstRays; ++n) {
      const EdgePlace to = edgePlace(2 * std::numbers::pi * n / kFirstRays);
      all.push_back(from);
      halve(all, from, to, kFinestHalving);
      from = to;
    }
    return all;
  }

 private:
  EdgePlace edgePlace(double angle) const { return {angle, edgeAt(angle)}; }

  void halve(std::vector<EdgePlace>& all, const EdgePlace& a, const EdgePlace& b, int times) const {
    const EdgePlace middle = edgePlace((a.angle + b.angle) / 2);
    const Vector chord = b.place - a.place;
    const double length = chord.GetNorm();
    const double sag =
        length > 0 ? cross(middle.place - a.place, chord).GetNorm() / length : (middle.place - a.place).GetNorm();
    if (sag < kSagMm || times == 0) return;
    halve(all, a, middle, times - 1);
    all.push_back(middle);
    halve(all, middle, b, times - 1);
  }

  RoundCone cone_;
  Point eye_;
  Vector right_, down_;
  double reachMm_ = 0;
};

/// Where the plane meets the cone deepest: of the balls along it, at an end or where their middles cross the plane.
std::optional<Point> deepestIn(const RoundCone& cone, const Point& inPlane, const Vector& normal) {
  const double atStart = dot(cone.start - inPlane, normal), atEnd = dot(cone.end - inPlane, normal);
  std::vector<double> candidates{0, 1};
  if (atStart * atEnd < 0) candidates.push_back(atStart / (atStart - atEnd));
  double least = 0;
  std::optional<Point> eye;
  for (const double u : candidates) {
    const double height = atStart + (atEnd - atStart) * u;
    if (std::abs(height) - cone.radiusMm(u) >= least) continue;
    least = std::abs(height) - cone.radiusMm(u);
    eye = cone.start + (cone.end - cone.start) * u - normal * height;
  }
  return eye;
}

struct Part {
  std::size_t cone;
  ConeCut cut;
  std::vector<EdgePlace> edge;
};

/// The outline of all cones: of each one's edge, what no other cone covers.
class Outline {
 public:
  Outline(const std::vector<RoundCone>& cones, TubeCut& into) : cones_(cones), into_(into) {}

  void add(const Part& part) {
    part_ = &part;
    const auto& edge = part.edge;
    std::vector<char> hidden;
    for (const EdgePlace& each : edge) hidden.push_back(isHidden(each.place));
    const auto firstHidden = std::find(hidden.begin(), hidden.end(), 1);
    if (firstHidden == hidden.end()) return into_.outline.push_back(into_.parts.back());
    const auto start = static_cast<std::size_t>(firstHidden - hidden.begin());
    std::vector<Point> line;
    for (std::size_t step = 0; step < edge.size(); ++step) {
      const std::size_t at = (start + step) % edge.size(), next = (at + 1) % edge.size();
      const double after = edge[next].angle + (next == 0 ? 2 * std::numbers::pi : 0.0);
      if (!hidden[at]) line.push_back(edge[at].place);
      if (hidden[at] != hidden[next]) line.push_back(turn(edge[at].angle, after, hidden[at] != 0));
      if (!hidden[at] && hidden[next]) flush(line);
    }
  }

 private:
  bool isHidden(const Point& p) const {
    for (std::size_t other = 0; other < cones_.size(); ++other) {
      if (other == part_->cone) continue;
      const double mm = signedMm(cones_[other], p);
      if (mm < -kSameMm || (mm <= kSameMm && other < part_->cone)) return true;
    }
    return false;
  }

  /// Between two angles of which only the first, or only the second, is hidden: the last place that is seen.
  Point turn(double a, double b, bool firstHidden) const {
    for (int i = 0; i < 30; ++i) {
      const double middle = (a + b) / 2;
      (isHidden(part_->cut.edgeAt(middle)) == firstHidden ? a : b) = middle;
    }
    return part_->cut.edgeAt(firstHidden ? b : a);
  }

  void flush(std::vector<Point>& line) {
    if (line.size() > 1) into_.outline.push_back(line);
    line.clear();
  }

  const std::vector<RoundCone>& cones_;
  TubeCut& into_;
  const Part* part_ = nullptr;
};

}  // namespace

TubeCut cutTube(const Tube& tube, const Point& inPlane, const Vector& normal) {
  const auto cones = roundConesOf(tube);
  const Vector wish = std::abs(normal[0]) < 0.8 ? makeVector(1, 0, 0) : makeVector(0, 1, 0);
  Vector right = wish - normal * dot(wish, normal);
  right.Normalize();
  const Vector down = cross(normal, right);
  TubeCut cut;
  Outline outline(cones, cut);
  for (std::size_t i = 0; i < cones.size(); ++i) {
    const auto eye = deepestIn(cones[i], inPlane, normal);
    if (!eye) continue;
    Part part{i, ConeCut(cones[i], *eye, right, down), {}};
    part.edge = part.cut.edge();
    auto& line = cut.parts.emplace_back();
    for (const EdgePlace& each : part.edge) line.push_back(each.place);
    line.push_back(line.front());
    outline.add(part);
  }
  return cut;
}

CoursePlace nearestOnCourse(const Tube& tube, const Point& p) {
  const auto cones = roundConesOf(tube);
  CoursePlace best;
  best.apartMm = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < cones.size(); ++i) {
    const Vector course = cones[i].end - cones[i].start;
    const double squared = course.GetSquaredNorm();
    const double along = squared > 0 ? std::clamp(dot(p - cones[i].start, course) / squared, 0.0, 1.0) : 0.0;
    const Point foot = cones[i].start + course * along;
    if (const double apart = (p - foot).GetNorm(); apart < best.apartMm)
      best = {i, along, foot, apart, cones[i].radiusMm(along)};
  }
  return best;
}

}  // namespace planning::anatomy
