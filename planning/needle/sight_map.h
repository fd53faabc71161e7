#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "planning/anatomy/distance.h"
#include "planning/geometry.h"

namespace planning::needle {

/// All directions from a place, in cells: six faces of a cube around it, each of kSide x kSide. Finer cells leave fewer
/// entries to the exact query and cost more to paint: 64 was the fastest of 64, 96 and 128.
class DirectionGrid {
 public:
  static constexpr int kSide = 64;
  static constexpr std::size_t kCells = 6UL * kSide * kSide;
  /// No direction of a cell is farther than this from the cell's middle, rad (half a cell's diagonal, plus rounding).
  static constexpr double kReach = 1.41422 / kSide + 1e-5;

  /// The cell of a direction of any length but 0.
  static std::uint32_t cellOf(const Vector& direction);
};

/// What is seen of one structure from a target: for every direction, from which path length on a needle comes too near
/// to the structure for certain, and from which on it may. Everything between is for an exact query.
///
/// A place c of the structure at distance R bars the directions within asin(m / R) of it, m being what the axis must
/// keep, for all paths that reach its foot, R cos a <= R. Conversely a path may come too near only if it is within
/// asin((m + outer) / R) of a cover's centre, and at least R - outer - m long. When the path's last part before the
/// target is free, a cover nearer than where the tangent touches bars at most atan(m / free).
class SightMap {
 public:
  enum class Sight : std::uint8_t { Clear, Perhaps, Barred };

  /// `keepMm`: axis to structure. With nothing free the target must be at least keepMm outside the structure. A field
  /// without covers leaves everything to the exact query.
  SightMap(const anatomy::DistanceField& field, const Point& target, double keepMm, double freeLastMm);

  Sight of(std::uint32_t cell, float pathMm) const {
    if (pathMm >= barredFromMm_[cell]) return Sight::Barred;
    return pathMm > perhapsFromMm_[cell] || pathMm < doubtfulToMm_ ? Sight::Perhaps : Sight::Clear;
  }

 private:
  struct Seen;
  struct Disc;
  bool look(Seen& seen, const anatomy::DistanceField& field, const Point& target) const;
  double perhapsRadius(double nearestMm, double outerMm) const;
  Disc discOf(const Seen& seen, std::size_t cell) const;
  void paint(const Disc& disc);
  void paintRow(const Disc& disc, std::size_t rowStart, int from, int to);

  double keepMm_, freeMm_;
  std::vector<float> barredFromMm_, perhapsFromMm_;
  float doubtfulToMm_ = 0;
};

}  // namespace planning::needle
