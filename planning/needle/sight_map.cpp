#include "planning/needle/sight_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace planning::needle {
namespace {

constexpr int kSide = DirectionGrid::kSide;
constexpr float kNever = std::numeric_limits<float>::infinity();
constexpr double kSlackRad = 5e-4;  ///< covers the rounding of float cosines near 1
constexpr double kSlackMm = 1e-3;   ///< covers that of float lengths

struct Direction {
  float x, y, z;
};

/// Faces: +x, -x, +y, -y, +z, -z; on a face, `across` and `along` are the next two axes.
struct Face {
  unsigned axis, across, along;
  double sign;
};
constexpr std::array<Face, 6> kFaces{{{0, 1, 2, 1}, {0, 1, 2, -1}, {1, 2, 0, 1}, {1, 2, 0, -1}, {2, 0, 1, 1}, {2, 0, 1, -1}}};

double slopeOf(int cell) { return (2.0 * cell + 1.0) / kSide - 1.0; }
int cellAt(double slope) { return std::clamp(int((slope + 1.0) * (kSide / 2.0)), 0, kSide - 1); }

/// Unit directions of all cells' middles.
const std::vector<Direction>& middles() {
  static const std::vector<Direction> all = [] {
    std::vector<Direction> directions;
    directions.reserve(DirectionGrid::kCells);
    for (const Face& face : kFaces)
      for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column) {
          Vector v;
          v[face.axis] = face.sign, v[face.across] = slopeOf(column), v[face.along] = slopeOf(row);
          v /= v.GetNorm();
          directions.push_back({float(v[0]), float(v[1]), float(v[2])});
        }
    return directions;
  }();
  return all;
}

/// Columns (or rows) that a cone around `towards` of half-angle `radius` can touch on a face, seen along the other one.
struct Range {
  int from = 0, to = kSide - 1;
};

std::optional<Range> rangeOn(double forward, double sideways, double radius) {
  const double length = std::hypot(forward, sideways);
  if (std::sin(std::min(radius, std::numbers::pi / 2)) >= length) return Range{};
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
  return (face * kSide + std::uint32_t(row)) * kSide + std::uint32_t(column);
}

/// The nearest that each cell shows.
struct SightMap::Seen {
  std::vector<float> nearestMm = std::vector<float>(DirectionGrid::kCells, kNever);  ///< of covers' centres
  std::vector<float> outerMm = std::vector<float>(DirectionGrid::kCells, 0.0F);      ///< of covers
  std::vector<float> sine = std::vector<float>(DirectionGrid::kCells, 0.0F);  ///< largest m / R of a place that bars
  std::vector<float> barsFromMm = std::vector<float>(DirectionGrid::kCells, kNever);
  std::vector<Direction> towards = std::vector<Direction>(DirectionGrid::kCells);  ///< that place's own direction
};

SightMap::SightMap(const anatomy::DistanceField& field, const Point& target, double keepMm, double freeLastMm)
    : keepMm_(keepMm), freeMm_(freeLastMm), barredFromMm_(DirectionGrid::kCells, kNever),
      perhapsFromMm_(DirectionGrid::kCells, kNever) {
  Seen seen;
  look(seen, field, target);
  paint(seen);
}

void SightMap::look(Seen& seen, const anatomy::DistanceField& field, const Point& target) const {
  const bool known = field.eachCover([&](const anatomy::Cover& cover) {
    const Vector way = cover.centre - target;
    const double distanceMm = way.GetNorm(), outerMm = cover.outerMm;
    if (distanceMm + keepMm_ + outerMm + kSlackMm < freeMm_) return;  // only the free part comes near
    if (!(distanceMm > 0)) return;
    const auto cell = DirectionGrid::cellOf(way);
    seen.nearestMm[cell] = std::min(seen.nearestMm[cell], float(distanceMm));
    seen.outerMm[cell] = std::max(seen.outerMm[cell], float(outerMm));
    const double barredMm = keepMm_ + cover.innerMm, sine = barredMm / distanceMm;
    if (distanceMm * distanceMm < freeMm_ * freeMm_ + barredMm * barredMm + kSlackMm) return;  // its foot may be free
    if (float(sine) <= seen.sine[cell]) return;
    seen.sine[cell] = float(sine);
    seen.barsFromMm[cell] = float(distanceMm + kSlackMm);
    seen.towards[cell] = {float(way[0] / distanceMm), float(way[1] / distanceMm), float(way[2] / distanceMm)};
  });
  if (!known) std::fill(seen.outerMm.begin(), seen.outerMm.end(), kNever), seen.nearestMm[0] = 1;
}

/// How far around a cell's covers a path may come too near, rad; the covers' centres are within the cell.
double SightMap::perhapsRadius(double nearestMm, double outerMm) const {
  const double reachMm = keepMm_ + outerMm;
  if (freeMm_ > 0) {
    const bool tangentIsFree = nearestMm * nearestMm < freeMm_ * freeMm_ + reachMm * reachMm;
    return tangentIsFree ? std::atan(reachMm / freeMm_) : std::asin(reachMm / nearestMm);
  }
  if (nearestMm > reachMm) return std::asin(reachMm / nearestMm);
  return std::numbers::pi / 2 + std::asin(std::min(1.0, outerMm / nearestMm));  // all the structure is m away or more
}

void SightMap::paint(const Seen& seen) {
  const auto& middle = middles();
  for (std::size_t cell = 0; cell < DirectionGrid::kCells; ++cell) {
    if (seen.nearestMm[cell] == kNever) continue;
    const double nearestMm = double(seen.nearestMm[cell]), outerMm = double(seen.outerMm[cell]);
    const double radius = perhapsRadius(nearestMm, outerMm) + 2 * DirectionGrid::kReach + kSlackRad;
    const double sure = seen.sine[cell] > 0
                            ? std::asin(std::min(1.0, double(seen.sine[cell]))) - DirectionGrid::kReach - 2 * kSlackRad
                            : 0.0;
    const Disc disc{middle[cell], float(std::cos(std::min(radius, std::numbers::pi))), ...};
  }
}

}  // namespace planning::needle
