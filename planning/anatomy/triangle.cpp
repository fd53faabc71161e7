#include "planning/anatomy/triangle.h"

#include <algorithm>
#include <cmath>

#include "planning/check.h"

namespace planning::anatomy {
namespace {

/// Nearest places of two segments (Ericson 5.1.9). When nearly parallel, any place of the first serves: what is lost in
/// the distance is the square of what is lost in the place.
SegmentToTriangle nearest(const Segment& first, const Segment& second) {
  const Vector d1 = first.end - first.start, d2 = second.end - second.start, r = first.start - second.start;
  const double a = dot(d1, d1), e = dot(d2, d2), f = dot(d2, r), c = dot(d1, r), b = dot(d1, d2);
  const double determinant = a * e - b * b;
  double s = determinant > 1e-12 * a * e ? std::clamp((b * f - c * e) / determinant, 0.0, 1.0) : 0.0;
  double t = e > 0 ? (b * s + f) / e : 0.0;
  if (t < 0 || t > 1 || !(e > 0)) {
    t = std::clamp(t, 0.0, 1.0);
    s = a > 0 ? std::clamp((b * t - c) / a, 0.0, 1.0) : 0.0;
  }
  const Point onFirst = first.start + d1 * s, onSecond = second.start + d2 * t;
  return {(onFirst - onSecond).GetSquaredNorm(), onFirst, onSecond};
}

double signedVolume(const Vector& a, const Vector& b, const Vector& c) {
  return a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
}

/// ax by - ay bx to 1.5 units in the last place, so with its exact sign (Kahan; Jeannerod, Louvet and Muller 2013).
double determinant(double ax, double ay, double bx, double by) {
  const double product = ay * bx, lost = std::fma(ay, bx, -product);
  return std::fma(ax, by, -product) - lost;
}

/// On which side of the line from a to b the origin lies, once moved by (e, e^2) for an e less than any number; 0 when
/// a is b.
int sideOf(double ax, double ay, double bx, double by) {
  for (const double value : {determinant(ax, ay, bx, by), ay - by, bx - ax})
    if (value != 0) return value > 0 ? 1 : -1;
  return 0;
}

OnTriangle onEdge(const Point& from, const Point& to, double numerator, double denominator, Feature feature) {
  const double part = denominator > 0 ? numerator / denominator : 0.0;
  return {from + (to - from) * part, feature};
}

void keepNearer(SegmentToTriangle& best, const SegmentToTriangle& other) {
  if (other.squaredMm2 < best.squaredMm2) best = other;
}

/// From p straight down to the face, where p is over it and nearer than the cap.
SegmentToTriangle overFace(const Point& p, const Triangle& t, const Vector& normal, double height,
                           double squaredCapMm2) {
  const double squaredNormal = dot(normal, normal), squared = height * height;
  const SegmentToTriangle none{squaredCapMm2, p, p};
  if (!(squared < squaredCapMm2 * squaredNormal)) return none;
  for (unsigned i = 0; i < 3; ++i)
    if (dot(cross(t[(i + 1) % 3] - t[i], p - t[i]), normal) < 0) return none;
  return {squared / squaredNormal, p, p - normal * (height / squaredNormal)};
}

}  // namespace

Triangle cornersOf(const Surface& surface, std::uint32_t triangle) {
  Triangle corners;
  for (unsigned i = 0; i < 3; ++i)
    for (unsigned axis = 0; axis < 3; ++axis)
      corners[i][axis] = double(surface.vertices[surface.triangles[triangle][i]][axis]);
  return corners;
}

OnTriangle nearestOnTriangle(const Point& p, const Triangle& triangle) {
  const auto& [a, b, c] = triangle;
  const Vector ab = b - a, ac = c - a, ap = p - a, bp = p - b, cp = p - c;
  const double d1 = dot(ab, ap), d2 = dot(ac, ap), d3 = dot(ab, bp), d4 = dot(ac, bp), d5 = dot(ab, cp),
               d6 = dot(ac, cp);
  if (d1 <= 0 && d2 <= 0) return {a, Feature::Corner0};
  if (d3 >= 0 && d4 <= d3) return {b, Feature::Corner1};
  if (d6 >= 0 && d5 <= d6) return {c, Feature::Corner2};
  const double vc = d1 * d4 - d3 * d2, vb = d5 * d2 - d1 * d6, va = d3 * d6 - d5 * d4;
  if (vc <= 0 && d1 >= 0 && d3 <= 0) return onEdge(a, b, d1, d1 - d3, Feature::Edge0);
  if (vb <= 0 && d2 >= 0 && d6 <= 0) return onEdge(a, c, d2, d2 - d6, Feature::Edge2);
  if (va <= 0 && d4 >= d3 && d5 >= d6) return onEdge(b, c, d4 - d3, (d4 - d3) + (d5 - d6), Feature::Edge1);
  const double scale = 1.0 / (va + vb + vc);
  return {a + ab * (vb * scale) + ac * (vc * scale), Feature::Face};
}

std::optional<Crossing> crossing(const Segment& segment, const Triangle& triangle) {
  const Vector d = segment.end - segment.start;
  const Vector a = triangle[0] - segment.start, b = triangle[1] - segment.start, c = triangle[2] - segment.start;
  const Vector n = cross(triangle[1] - triangle[0], triangle[2] - triangle[0]);
  const double towards = dot(n, d), height = dot(n, a);
  if (towards == 0 || height * towards < 0 || std::abs(height) > std::abs(towards)) return std::nullopt;
  // The line passes on one side of all three edges. Swapping an edge's ends flips the sign and nothing else.
  const double u = signedVolume(d, b, c), v = signedVolume(d, c, a), w = signedVolume(d, a, b);
  if ((u < 0 || v < 0 || w < 0) && (u > 0 || v > 0 || w > 0)) return std::nullopt;
  return Crossing{height / towards, towards > 0};
}

Passage::Passage(const Segment& segment) : start_(segment.start), along_(segment.end - segment.start) {
  for (unsigned axis = 0; axis < 3; ++axis)
    if (std::abs(along_[axis]) > std::abs(along_[z_])) z_ = axis;
  check(along_[z_] != 0, "a segment that passes through something has a length");
  x_ = (z_ + 1) % 3;
  y_ = (z_ + 2) % 3;
}

Passage::Projected Passage::project(const Point& corner) const {
  const double fraction = (corner[z_] - start_[z_]) / along_[z_];
  return {corner[x_] - start_[x_] - along_[x_] * fraction, corner[y_] - start_[y_] - along_[y_] * fraction, fraction};
}

std::optional<Crossing> Passage::through(const Triangle& triangle) const {
  const Projected a = project(triangle[0]), b = project(triangle[1]), c = project(triangle[2]);
  const int side = sideOf(a.x, a.y, b.x, b.y);
  if (side == 0 || sideOf(b.x, b.y, c.x, c.y) != side || sideOf(c.x, c.y, a.x, a.y) != side) return std::nullopt;
  const double u = determinant(b.x, b.y, c.x, c.y), v = determinant(c.x, c.y, a.x, a.y),
               w = determinant(a.x, a.y, b.x, b.y);
  const double fraction = (u * a.fraction + v * b.fraction + w * c.fraction) / (u + v + w);
  if (!(fraction >= 0 && fraction <= 1)) return std::nullopt;
  return Crossing{fraction, (side > 0) == (along_[z_] > 0)};
}

SegmentToTriangle nearest(const Segment& segment, const Triangle& triangle, double squaredCapMm2) {
  if (segment.start == segment.end) {
    const Point place = nearestOnTriangle(segment.start, triangle).place;
    return {(segment.start - place).GetSquaredNorm(), segment.start, place};
  }
  const Vector normal = cross(triangle[1] - triangle[0], triangle[2] - triangle[0]);
  const double squaredNormal = dot(normal, normal);
  const double startHeight = dot(normal, segment.start - triangle[0]),
               endHeight = dot(normal, segment.end - triangle[0]);
  SegmentToTriangle best{squaredCapMm2, segment.start, triangle[0]};
  if (startHeight * endHeight > 0) {
    const double low = std::min(std::abs(startHeight), std::abs(endHeight));
    if (low * low >= squaredCapMm2 * squaredNormal) return best;
  } else if (const auto hit = crossing(segment, triangle)) {
    const Point place = segment.start + (segment.end - segment.start) * hit->fraction;
    return {0.0, place, place};
  }
  for (unsigned i = 0; i < 3; ++i) keepNearer(best, nearest(segment, Segment{triangle[i], triangle[(i + 1) % 3]}));
  keepNearer(best, overFace(segment.start, triangle, normal, startHeight, best.squaredMm2));
  keepNearer(best, overFace(segment.end, triangle, normal, endHeight, best.squaredMm2));
  return best;
}

}  // namespace planning::anatomy
