#include "planning/needle/sight_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace planning::needle {
namespace {

constexpr int kSide = DirectionGrid::kSide;
constexpr std::size_t kCells = DirectionGrid::kCells;
constexpr float kNever = std::numeric_limits<float>::infinity();
constexpr double kSlackRad = 5e-4;  ///< covers the rounding of float cosines near 1
constexpr double kSlackMm = 1e-3;   ///< covers that of float lengths

/// Faces: +x, -x, +y, -y, +z, -z; on a face, columns run along `across` and rows along `along`.
struct Face {
  unsigned axis, across, along;
  double sign;
};
constexpr std::array<Face, 6> kFaces{
    {{0, 1, 2, 1}, {0, 1, 2, -1}, {1, 2, 0, 1}, {1, 2, 0, -1}, {2, 0, 1, 1}, {2, 0, 1, -1}}};

double slopeOf(int cell) {
  return (2.0 * cell + 1.0) / kSide - 1.0;
}
int cellAt(double slope) {
  return std::clamp(int((slope + 1.0) * (kSide / 2.0)), 0, kSide - 1);
}

/// Unit directions of all cells' middles.
struct Middles {
  std::vector<float> x, y, z;

  Middles() {
    for (const Face& face : kFaces)
      for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column) {
          Vector v;
          v[face.axis] = face.sign, v[face.across] = slopeOf(column), v[face.along] = slopeOf(row);
          v /= v.GetNorm();
          x.push_back(float(v[0])), y.push_back(float(v[1])), z.push_back(float(v[2]));
        }
  }
  std::array<float, 3> at(std::size_t cell) const { return {x[cell], y[cell], z[cell]}; }
};

const Middles& middles() {
  static const Middles all;
  return all;
}

struct Range {
  int from = 0, to = kSide - 1;
};

/// Columns (or rows) of a face that a cone of half-angle `radius` can touch; its axis, of which the face sees `forward`
/// and `sideways`, is a unit vector.
std::optional<Range> rangeOn(double forward, double sideways, double radius) {
  const double length = std::hypot(forward, sideways);
  if (radius >= std::numbers::pi / 2 || std::sin(radius) >= length) return Range{};
  const double middle = std::atan2(sideways, forward), half = std::asin(std::sin(radius) / length);
  constexpr double kEdge = std::numbers::pi / 4;
  const double low = std::max(middle - half, -kEdge), high = std::min(middle + half, kEdge);
  if (low > high) return std::nullopt;
  return Range{cellAt(std::tan(low)), cellAt(std::tan(high))};
}

}  // namespace

std::uint32_t DirectionGrid::cellOf(const Vector& d) {
  unsigned axis = 0;
  for (unsigned i = 1; i < 3; ++i)
    if (std::abs(d[i]) > std::abs(d[axis])) axis = i;
  const unsigned face = 2 * axis + (d[axis] < 0 ? 1 : 0);
  const double scale = 1 / std::abs(d[axis]);
  const int column = cellAt(d[kFaces[face].across] * scale), row = cellAt(d[kFaces[face].along] * scale);
  return std::uint32_t((int(face) * kSide + row) * kSide + column);
}

/// What each cell shows of a structure.
struct SightMap::Seen {
  std::vector<float> nearestMm = std::vector<float>(kCells, kNever);  ///< nearest cover's centre
  std::vector<float> outerMm = std::vector<float>(kCells, 0.0F);      ///< largest outer radius
  // The place that bars most: that with the largest m / R.
  std::vector<float> sine = std::vector<float>(kCells, 0.0F);  ///< m / R
  std::vector<float> barsFromMm = std::vector<float>(kCells, kNever);
  std::vector<std::array<float, 3>> towards = std::vector<std::array<float, 3>>(kCells);  ///< its unit direction
  float farthestMm = 0;
};

/// Directions around two axes: those that are perhaps barred, and within them those that are.
struct SightMap::Disc {
  std::array<float, 3> middle;
  double radius;  ///< rad
  float leastCosine, perhapsFromMm;
  std::array<float, 3> towards;
  float barredCosine, barredFromMm;
};

SightMap::SightMap(const anatomy::DistanceField& field, const Point& target, double keepMm, double freeLastMm)
    : keepMm_(keepMm), freeMm_(freeLastMm), barredFromMm_(kCells, kNever), perhapsFromMm_(kCells, kNever) {
  Seen seen;
  if (!look(seen, field, target)) {
    std::fill(perhapsFromMm_.begin(), perhapsFromMm_.end(), 0.0F);
    return;
  }
  // A path from inside may end before it comes out: only one that reaches beyond all of the surface cannot.
  if (freeMm_ > 0 && field.signedDistance(target) < 0) doubtfulToMm_ = seen.farthestMm;
  for (std::size_t cell = 0; cell < kCells; ++cell)
    if (seen.nearestMm[cell] < kNever) paint(discOf(seen, cell));
}

bool SightMap::look(Seen& seen, const anatomy::DistanceField& field, const Point& target) const {
  return field.eachCover([&](const anatomy::Cover& cover) {
    const Vector way = cover.centre - target;
    const double distanceMm = way.GetNorm();
    seen.farthestMm = std::max(seen.farthestMm, float(distanceMm + cover.outerMm + kSlackMm));
    if (distanceMm + keepMm_ + cover.outerMm + kSlackMm < freeMm_) return;  // only the free part comes near
    const auto cell = distanceMm > 0 ? DirectionGrid::cellOf(way) : 0;
    seen.nearestMm[cell] = std::min(seen.nearestMm[cell], float(distanceMm));
    seen.outerMm[cell] = std::max(seen.outerMm[cell], float(cover.outerMm));
    const double barredMm = keepMm_ + cover.innerMm;
    if (distanceMm * distanceMm < freeMm_ * freeMm_ + barredMm * barredMm + kSlackMm) return;  // its foot may be free
    const auto sine = float(barredMm / distanceMm);
    if (sine <= seen.sine[cell]) return;
    seen.sine[cell] = sine;
    seen.barsFromMm[cell] = float(distanceMm + kSlackMm);
    for (unsigned axis = 0; axis < 3; ++axis) seen.towards[cell][axis] = float(way[axis] / distanceMm);
  });
}

/// How far around the covers of a cell a path may come too near, rad, all being `nearestMm` away or more.
double SightMap::perhapsRadius(double nearestMm, double outerMm) const {
  const double reachMm = keepMm_ + outerMm, squaredMm2 = nearestMm * nearestMm;
  const double beyondMm2 = freeMm_ * freeMm_ - reachMm * reachMm;
  if (squaredMm2 >= freeMm_ * freeMm_ + reachMm * reachMm && nearestMm > reachMm) return std::asin(reachMm / nearestMm);
  if (freeMm_ > 0) {  // the nearest place of the path is where it begins to be judged, freeMm_ from the target
    if (squaredMm2 < beyondMm2) return std::asin(reachMm / freeMm_);
    return std::acos(std::clamp((squaredMm2 + beyondMm2) / (2 * freeMm_ * nearestMm), -1.0, 1.0));
  }
  // All of the structure is keepMm away or more: behind the target, no path comes nearer to it than the target.
  return nearestMm > outerMm ? std::numbers::pi / 2 + std::asin(outerMm / nearestMm) : std::numbers::pi;
}

SightMap::Disc SightMap::discOf(const Seen& seen, std::size_t cell) const {
  const double nearestMm = std::max(kSlackMm, double(seen.nearestMm[cell]) - kSlackMm),
               outerMm = double(seen.outerMm[cell]) + kSlackMm;
  const double radius =
      std::min(std::numbers::pi, perhapsRadius(nearestMm, outerMm) + 2 * DirectionGrid::kReach + kSlackRad);
  const double barred = std::asin(std::min(1.0F, seen.sine[cell])) - DirectionGrid::kReach - 2 * kSlackRad;
  return {middles().at(cell),
          radius,
          float(std::cos(radius) - 1e-6),
          float(nearestMm - outerMm - keepMm_ - kSlackMm),
          seen.towards[cell],
          barred > 0 ? float(std::cos(barred)) : 2.0F,
          seen.barsFromMm[cell]};
}

void SightMap::paint(const Disc& disc) {
  for (std::size_t f = 0; f < kFaces.size(); ++f) {
    const Face& face = kFaces[f];
    const auto seenAlong = [&](unsigned axis) { return double(disc.middle[axis]); };
    const double forward = seenAlong(face.axis) * face.sign;
    const auto columns = rangeOn(forward, seenAlong(face.across), disc.radius);
    if (!columns) continue;
    const auto rows = rangeOn(forward, seenAlong(face.along), disc.radius);
    if (!rows) continue;
    for (int row = rows->from; row <= rows->to; ++row)
      paintRow(disc, (f * kSide + std::size_t(row)) * kSide, columns->from, columns->to);
  }
}

void SightMap::paintRow(const Disc& disc, std::size_t rowStart, int from, int to) {
  const Middles& middle = middles();
  const auto cosineTo = [&](const std::array<float, 3>& d, std::size_t cell) {
    return d[0] * middle.x[cell] + d[1] * middle.y[cell] + d[2] * middle.z[cell];
  };
  for (std::size_t cell = rowStart + std::size_t(from); cell <= rowStart + std::size_t(to); ++cell) {
    const float perhaps = cosineTo(disc.middle, cell) >= disc.leastCosine ? disc.perhapsFromMm : kNever;
    const float barred = cosineTo(disc.towards, cell) >= disc.barredCosine ? disc.barredFromMm : kNever;
    perhapsFromMm_[cell] = std::min(perhapsFromMm_[cell], perhaps);
    barredFromMm_[cell] = std::min(barredFromMm_[cell], barred);
  }
}

}  // namespace planning::needle
