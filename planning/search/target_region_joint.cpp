#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "planning/anatomy/hu_sample.h"
#include "planning/search/level_place.h"

namespace planning {
namespace {

constexpr double kStepMm = 1;
constexpr double kUpMm = 10;                          ///< above and below the disc a joint is looked for
constexpr double kLeastSideMm = 7, kMostSideMm = 30;  ///< from the canal's middle
constexpr double kMostFrontMm = 6, kMostBehindMm = 26;
constexpr double kMostGapHalfMm = 2.5;                        ///< from a place in the gap to the bone on either side
constexpr double kPlateHu = 250, kLeastDarkerHu = 90;         ///< articular plates, and how much darker the gap is
constexpr double kLeastNormalDeg = -15, kMostNormalDeg = 75;  ///< of the joint's plates: from outward toward the front
constexpr double kRecessMm = 5;                               ///< from the joint's posterior end
constexpr double kMostTurnDeg = 70, kHalfWidthMm = 6;         ///< of a joint
constexpr double kNearestMiddleMm = 10, kFarthestMiddleMm = 26;  ///< of its middle from the canal's, to the side ...
constexpr double kMostBehindMiddleMm = -18, kLeastBehindMiddleMm = -2;  ///< ... and to the front
constexpr std::size_t kLeastPlaces = 25;                                ///< about 25 mm2 of joint

using Cell = std::array<long, 3>;  ///< side, up, front, mm

/// What faces a place of the gap: with vertebrae given, one on either side; else two bright plates.
class Gap {
 public:
  explicit Gap(const LevelPlace& level) : level_(level), named_(level.upperBone && level.lowerBone) {}

  bool isAt(const anatomy::CanalPlace& at, const Point& p) const {
    if (level_.isBone(p)) return false;
    const double here = named_ ? 0 : hu(p);
    for (double degrees = kLeastNormalDeg; degrees <= kMostNormalDeg; degrees += 15) {
      const double angle = Angle::degrees(degrees).radians();
      const Vector way = at.left * (level_.sign * std::cos(angle)) + at.front * std::sin(angle);
      if (named_ ? betweenVertebrae(p, way) : betweenPlates(p, way, here)) return true;
    }
    return false;
  }

 private:
  double hu(const Point& p) const { return anatomy::huNear(*level_.ground.volume.hu, p); }

  bool betweenPlates(const Point& p, const Vector& way, double here) const {
    double on = -2000, off = -2000;
    for (double mm = 0.5; mm <= kMostGapHalfMm; mm += 0.5)
      on = std::max(on, hu(p + way * mm)), off = std::max(off, hu(p - way * mm));
    return std::min(on, off) >= kPlateHu && std::min(on, off) - here >= kLeastDarkerHu;
  }

  bool betweenVertebrae(const Point& p, const Vector& way) const {
    bool upperOn = false, lowerOn = false, upperOff = false, lowerOff = false;
    for (double mm = 0.5; mm <= kMostGapHalfMm; mm += 0.5) {
      upperOn |= anatomy::contains(*level_.upperBone, p + way * mm),
          lowerOn |= anatomy::contains(*level_.lowerBone, p + way * mm);
      upperOff |= anatomy::contains(*level_.upperBone, p - way * mm),
          lowerOff |= anatomy::contains(*level_.lowerBone, p - way * mm);
    }
    return (upperOn && lowerOff) || (lowerOn && upperOff);
  }

  const LevelPlace& level_;
  bool named_;
};

std::map<Cell, Point> placesInGaps(const LevelPlace& level) {
  const Gap gap(level);
  std::map<Cell, Point> found;
  for (double up = -kUpMm; up <= kUpMm; up += kStepMm) {
    const auto at = level.at(up);
    if (!at) continue;
    for (double side = kLeastSideMm; side <= kMostSideMm; side += kStepMm)
      for (double front = -kMostBehindMm; front <= kMostFrontMm; front += kStepMm) {
        const Point p = LevelPlace::place(*at, level.sign, side, front);
        if (gap.isAt(*at, p)) found[{std::lround(side), std::lround(up), std::lround(front)}] = p;
      }
  }
  return found;
}

/// A joint is a sheet that stands along the canal: where it is and how it is turned.
struct Sheet {
  double sideMm = 0, frontMm = 0;  ///< its middle
  Angle turn = Angle::radians(0);  ///< from the sagittal plane, its back outward
  std::vector<Cell> cells;         ///< in it

  /// Toward its posterior end, from its middle.
  double towardBackMm(const Cell& cell) const {
    return std::sin(turn.radians()) * (static_cast<double>(cell[0]) - sideMm) -
           std::cos(turn.radians()) * (static_cast<double>(cell[2]) - frontMm);
  }
  double beside(const Cell& cell) const {
    return std::abs(std::cos(turn.radians()) * (static_cast<double>(cell[0]) - sideMm) +
                    std::sin(turn.radians()) * (static_cast<double>(cell[2]) - frontMm));
  }
};

/// The sheet that holds most of the places.
Sheet bestSheet(const std::map<Cell, Point>& places) {
  Sheet best;
  for (double degrees = 0; degrees <= kMostTurnDeg; degrees += 10)
    for (double side = kNearestMiddleMm; side <= kFarthestMiddleMm; ++side)
      for (double front = kMostBehindMiddleMm; front <= kLeastBehindMiddleMm; ++front) {
        Sheet sheet{side, front, Angle::degrees(degrees), {}};
        for (const auto& [cell, ignored] : places)
          if (sheet.beside(cell) <= 1 && std::abs(sheet.towardBackMm(cell)) <= kHalfWidthMm)
            sheet.cells.push_back(cell);
        if (sheet.cells.size() > best.cells.size()) best = std::move(sheet);
      }
  return best;
}

/// The sheet from its front to its back end, row by row.
Guide jointGuide(const Sheet& joint, const std::map<Cell, Point>& places) {
  std::map<long, std::pair<Cell, Cell>> ends;
  for (const Cell& cell : joint.cells) {
    auto& [front, back] = ends.try_emplace(cell[1], cell, cell).first->second;
    if (joint.towardBackMm(cell) < joint.towardBackMm(front)) front = cell;
    if (joint.towardBackMm(cell) > joint.towardBackMm(back)) back = cell;
  }
  std::vector<std::vector<Point>> lines;
  for (const auto& [ignored, row] : ends) lines.push_back({places.at(row.first), places.at(row.second)});
  return guideThrough(GuideKind::FacetJoint, lines, false);
}

}  // namespace

Expected<TargetRegion> jointRegion(const LevelPlace& level) {
  const auto places = placesInGaps(level);
  const Sheet joint = bestSheet(places);
  if (joint.cells.size() < kLeastPlaces) return refuse("joint-not-seen");
  std::map<long, double> backmost;
  double meanUp = 0;
  for (const Cell& cell : joint.cells) {
    meanUp += static_cast<double>(cell[1]) / static_cast<double>(joint.cells.size());
    const auto [at, isNew] = backmost.emplace(cell[1], joint.towardBackMm(cell));
    if (!isNew) at->second = std::max(at->second, joint.towardBackMm(cell));
  }
  std::vector<Candidate> inside;
  for (const Cell& cell : joint.cells) {
    const double fromBack = backmost[cell[1]] - joint.towardBackMm(cell);
    if (fromBack > kRecessMm) continue;
    const double offUp = (static_cast<double>(cell[1]) - meanUp) / kUpMm;
    const double off = std::hypot(offUp, std::max(0.0, fromBack - 1) / kRecessMm, joint.beside(cell) / 4);
    inside.push_back({static_cast<double>(cell[0]), static_cast<double>(cell[1]), static_cast<double>(cell[2]),
                      places.at(cell), std::max(0.0, 1 - off)});
  }
  auto region = regionOf(level, std::move(inside), 1.8);
  if (!region) return refuse("joint-not-seen");
  region->errorBoundMm += kStepMm;
  region->guides.push_back(jointGuide(joint, places));
  return *region;
}

}  // namespace planning
