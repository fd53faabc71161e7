#include "testdata/shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/check.h"

namespace testdata {

using planning::makePoint;
using planning::makeVector;
using planning::Point;
using planning::Vector;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// std::hypot guards against overflow, at ten times the cost.
double norm(double a, double b, double c = 0) {
  return std::sqrt(a * a + b * b + c * c);
}

Box emptyBox() {
  return {makePoint(kInfinity, kInfinity, kInfinity), makePoint(-kInfinity, -kInfinity, -kInfinity)};
}

void include(Box& box, const Point& p) {
  for (unsigned d = 0; d < 3; ++d) {
    box.low[d] = std::min(box.low[d], p[d]);
    box.high[d] = std::max(box.high[d], p[d]);
  }
}

/// Distance to a body of which `toCore` says, along each direction, how far p is beyond its core (negative within).
double distanceBeyond(const Vector& toCore) {
  const double inside = std::min(0.0, std::max({toCore[0], toCore[1], toCore[2]}));
  return inside + norm(std::max(toCore[0], 0.0), std::max(toCore[1], 0.0), std::max(toCore[2], 0.0));
}

}  // namespace

double Box::distance(const Point& p) const {
  double squared = 0;
  for (unsigned d = 0; d < 3; ++d) {
    const double beyond = std::max({low[d] - p[d], 0.0, p[d] - high[d]});
    squared += beyond * beyond;
  }
  return std::sqrt(squared);
}

Box Box::grown(double mm) const {
  const Vector by = makeVector(mm, mm, mm);
  return {low - by, high + by};
}

RoundCone::RoundCone(const Point& a, double radiusA, const Point& b, double radiusB)
    : a_(a), b_(b), radiusA_(radiusA), radiusB_(radiusB) {
  planning::check((b - a).GetNorm() > std::abs(radiusA - radiusB), "no sphere of a round cone holds the other");
}

double RoundCone::signedDistance(const Point& p) const {
  const Vector axis = b_ - a_, fromA = p - a_;
  const double length2 = planning::dot(axis, axis), shrink = radiusA_ - radiusB_;
  const double slant2 = length2 - shrink * shrink;
  const double along = planning::dot(fromA, axis), toEnd = along - length2;
  const Vector across = fromA * length2 - axis * along;
  const double across2 = planning::dot(across, across);
  const double along2 = along * along * length2, toEnd2 = toEnd * toEnd * length2;
  const double k = (shrink > 0 ? 1.0 : shrink < 0 ? -1.0 : 0.0) * shrink * shrink * across2;
  if ((toEnd > 0 ? 1.0 : -1.0) * slant2 * toEnd2 > k) return std::sqrt(across2 + toEnd2) / length2 - radiusB_;
  if ((along > 0 ? 1.0 : -1.0) * slant2 * along2 < k) return std::sqrt(across2 + along2) / length2 - radiusA_;
  return (std::sqrt(across2 * slant2 / length2) + along * shrink) / length2 - radiusA_;
}

Box RoundCone::bounds() const {
  Box box = emptyBox();
  for (const auto& [centre, radius] : {std::pair{a_, radiusA_}, std::pair{b_, radiusB_}}) {
    include(box, centre - makeVector(radius, radius, radius));
    include(box, centre + makeVector(radius, radius, radius));
  }
  return box;
}

Frame::Frame(const Point& origin, planning::Angle tilt)
    : origin_(origin), cos_(std::cos(tilt.radians())), sin_(std::sin(tilt.radians())) {}

Point Frame::toPatient(double x, double p, double u) const {
  return origin_ + makeVector(x, p * cos_ - u * sin_, p * sin_ + u * cos_);
}

Vector Frame::toLocal(const Point& place) const {
  const Vector v = place - origin_;
  return makeVector(v[0], v[1] * cos_ + v[2] * sin_, -v[1] * sin_ + v[2] * cos_);
}

RoundedBlock::RoundedBlock(const Frame& frame, const Vector& centre, const Vector& half, double rounding,
                           planning::Angle turn)
    : frame_(frame),
      centre_(centre),
      core_(half - makeVector(rounding, rounding, rounding)),
      rounding_(rounding),
      cos_(std::cos(turn.radians())),
      sin_(std::sin(turn.radians())) {
  planning::check(core_[0] >= 0 && core_[1] >= 0 && core_[2] >= 0, "a rounding fits into its block");
}

double RoundedBlock::signedDistance(const Point& p) const {
  const Vector v = frame_.toLocal(p) - centre_;
  return distanceBeyond(makeVector(std::abs(v[0] * cos_ + v[1] * sin_) - core_[0],
                                   std::abs(v[1] * cos_ - v[0] * sin_) - core_[1], std::abs(v[2]) - core_[2])) -
         rounding_;
}

Box RoundedBlock::bounds() const {
  Box box = emptyBox();
  for (const double a : {-core_[0], core_[0]})
    for (const double b : {-core_[1], core_[1]})
      for (const double c : {-core_[2], core_[2]})
        include(box,
                frame_.toPatient(centre_[0] + a * cos_ - b * sin_, centre_[1] + a * sin_ + b * cos_, centre_[2] + c));
  return box.grown(rounding_);
}

RoundedPrism::RoundedPrism(const Frame& frame, std::vector<Corner> polygon, double halfHeight, double rounding)
    : frame_(frame), polygon_(std::move(polygon)), halfHeight_(halfHeight), rounding_(rounding) {
  planning::check(polygon_.size() >= 3, "a polygon has three corners");
}

double RoundedPrism::signedDistance(const Point& place) const {
  const Vector v = frame_.toLocal(place);
  double squared = kInfinity;
  bool inside = false;
  for (std::size_t i = 0, j = polygon_.size() - 1; i < polygon_.size(); j = i++) {
    const auto& a = polygon_[i];
    const auto& b = polygon_[j];
    const double ex = b[0] - a[0], ey = b[1] - a[1], wx = v[0] - a[0], wy = v[1] - a[1];
    const double t = std::clamp((wx * ex + wy * ey) / (ex * ex + ey * ey), 0.0, 1.0);
    const double dx = wx - ex * t, dy = wy - ey * t;
    squared = std::min(squared, dx * dx + dy * dy);
    if ((a[1] > v[1]) != (b[1] > v[1]) && v[0] < ex * (v[1] - a[1]) / ey + a[0]) inside = !inside;
  }
  const double flat = inside ? -std::sqrt(squared) : std::sqrt(squared), up = std::abs(v[2]) - halfHeight_;
  return std::min(0.0, std::max(flat, up)) + norm(std::max(flat, 0.0), std::max(up, 0.0)) - rounding_;
}

Box RoundedPrism::bounds() const {
  Box box = emptyBox();
  for (const auto& corner : polygon_)
    for (const double u : {-halfHeight_, halfHeight_}) include(box, frame_.toPatient(corner[0], corner[1], u));
  return box.grown(rounding_);
}

Union::Union(std::vector<ShapePointer> parts) : parts_(std::move(parts)) {
  planning::check(!parts_.empty(), "a union has parts");
  for (const auto& part : parts_) bounds_.push_back(part->bounds());
}

double Union::signedDistance(const Point& p) const {
  double least = kInfinity;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const double atLeast = bounds_[i].distance(p);
    if (atLeast > 0 && atLeast >= least) continue;
    least = std::min(least, parts_[i]->signedDistance(p));
  }
  return least;
}

Box Union::bounds() const {
  Box box = emptyBox();
  for (const auto& part : bounds_) {
    include(box, part.low);
    include(box, part.high);
  }
  return box;
}

ShapePointer makeTube(const std::vector<Point>& centreline, const std::vector<double>& radiiMm) {
  planning::check(centreline.size() >= 2 && centreline.size() == radiiMm.size(), "a tube has a radius a vertex");
  std::vector<ShapePointer> parts;
  for (std::size_t i = 0; i + 1 < centreline.size(); ++i)
    parts.push_back(std::make_shared<RoundCone>(centreline[i], radiiMm[i], centreline[i + 1], radiiMm[i + 1]));
  return std::make_shared<Union>(std::move(parts));
}

AxialBody::AxialBody(std::vector<Section> sections, Outline outline)
    : sections_(std::move(sections)), outline_(outline) {
  planning::check(sections_.size() >= 2, "an axial body has two sections");
}

AxialBody::Section AxialBody::at(double z) const {
  if (z <= sections_.front().z) return sections_.front();
  if (z >= sections_.back().z) return sections_.back();
  const auto above = std::find_if(sections_.begin(), sections_.end(), [&](const Section& s) { return s.z > z; });
  const Section &low = *(above - 1), &high = *above;
  const double part = (z - low.z) / (high.z - low.z), t = part * part * (3 - 2 * part);
  const auto mix = [t](double a, double b) { return a + (b - a) * t; };
  return {z,
          mix(low.x, high.x),
          mix(low.y, high.y),
          mix(low.halfWidth, high.halfWidth),
          mix(low.toFront, high.toFront),
          mix(low.toBack, high.toBack)};
}

double AxialBody::signedDistance(const Point& p) const {
  const Section s = at(p[2]);
  const double b = p[1] < s.y ? s.toFront : s.toBack;
  const double x = std::abs(p[0] - s.x) / s.halfWidth, y = std::abs(p[1] - s.y) / b;
  const bool ellipse = outline_ == Outline::Ellipse;
  const double value = ellipse ? x * x + y * y : x * x * x + y * y * y;
  const double gradient = ellipse ? 2 * norm(x / s.halfWidth, y / b) : 3 * norm(x * x / s.halfWidth, y * y / b);
  const double flat = (value - 1) / std::max(gradient, 1e-9);
  return std::max({flat, sections_.front().z - p[2], p[2] - sections_.back().z});
}

Box AxialBody::bounds() const {
  Box box = emptyBox();
  for (const Section& s : sections_) {
    include(box, makePoint(s.x - s.halfWidth, s.y - s.toFront, s.z));
    include(box, makePoint(s.x + s.halfWidth, s.y + s.toBack, s.z));
  }
  return box;
}

}  // namespace testdata
