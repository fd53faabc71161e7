#include <algorithm>
#include <cmath>
#include <map>

#include "planning/anatomy/level_span.h"
#include "planning/search/level_place.h"

namespace planning {
namespace {

constexpr double kFirstSideMm = 8, kLastSideMm = 30;  ///< from the canal's middle a foramen is looked for
constexpr double kReachUpMm = 34, kReachDownMm = 24;  ///< from the disc to the pedicles' edges, at most
constexpr double kLeastHeightMm = 9, kLeastDepthMm = 4, kMostDepthMm = 22;
constexpr double kFirstDepth = 0.3;                      ///< of the depth: the region lies behind it
constexpr double kFreeOfBoneMm = 1.5;                    ///< a needle's tip keeps so much from the foramen's walls
constexpr double kBestHeight = 0.68, kBestDepth = 0.42;  ///< down from the upper pedicle, back from the bodies

/// The foramen in one sagittal plane.
struct Profile {
  double topMm = 0, bottomMm = 0;    ///< edges of the pedicles, above the disc
  std::map<double, double> depthMm;  ///< by height: from the bodies' back to the bone behind; absent: open
};

/// Walls of the bodies' back by height, measured once.
using Walls = std::map<double, double>;

bool inPedicle(const LevelPlace& level, const anatomy::CanalPlace& at, double wall, double side) {
  for (const double behind : {2.0, 4.0, 6.0})
    if (!level.isBone(LevelPlace::place(at, level.sign, side, wall - behind))) return false;
  return true;
}

/// Up or down from the disc to the first pedicle; absent where none closes the plane.
std::optional<double> pedicleEdge(const LevelPlace& level, const Walls& walls, double side, double step) {
  int run = 0;
  const double most = step > 0 ? kReachUpMm : kReachDownMm;
  for (double up = 0; std::abs(up) <= most; up += step) {
    const auto at = level.at(up);
    if (!at) return std::nullopt;
    run = inPedicle(level, *at, walls.at(up), side) ? run + 1 : 0;
    if (run == 3) return up - 2 * step;
  }
  return std::nullopt;
}

std::optional<Profile> profileAt(const LevelPlace& level, const Walls& walls, double side) {
  const auto top = pedicleEdge(level, walls, side, 1), bottom = pedicleEdge(level, walls, side, -1);
  if (!top || !bottom || *top - *bottom < kLeastHeightMm) return std::nullopt;
  Profile profile{*top, *bottom, {}};
  for (double up = *bottom; up <= *top; up += 1) {
    const auto at = level.at(up);
    if (!at) return std::nullopt;
    for (double behind = 1; behind <= kMostDepthMm; behind += 0.5)
      if (level.isBone(LevelPlace::place(*at, level.sign, side, walls.at(up) - behind))) {
        if (behind >= kLeastDepthMm) profile.depthMm[up] = behind;
        break;
      }
  }
  const double rows = *top - *bottom + 1;
  return static_cast<double>(profile.depthMm.size()) >= 0.6 * rows ? std::optional(profile) : std::nullopt;
}

/// The longest run of neighbouring planes in which the foramen is closed.
std::map<double, Profile> closedPlanes(const LevelPlace& level) {
  Walls walls;
  for (double up = -kReachDownMm; up <= kReachUpMm; up += 1) walls[up] = level.backWallMm(up);
  std::map<double, Profile> best, run;
  for (double side = kFirstSideMm; side <= kLastSideMm; side += 1) {
    if (auto profile = profileAt(level, walls, side))
      run.emplace(side, std::move(*profile));
    else
      run.clear();
    if (run.size() > best.size()) best = run;
  }
  return best;
}

/// Below the upper third by the pedicles of the count too, with their error: the rule that the plan is judged by.
bool belowUpperThird(const LevelPlace& level, const std::string& stated, const Point& p) {
  const auto counted = anatomy::inForamen(level.ground.counted.levels, stated, p);
  return !counted || counted->belowMm - anatomy::kPedicleEdgeMm >= counted->heightMm / 3;
}

/// The front edge (`back` 0) or the back edge (1) of the foramen, such a part of its height below its top.
Point edgeOf(const LevelPlace& level, double side, const Profile& profile, double part, double back) {
  const double up = profile.topMm - part * (profile.topMm - profile.bottomMm);
  auto row = profile.depthMm.lower_bound(up);
  if (row == profile.depthMm.end()) --row;
  const double wall = level.backWallMm(up);
  return LevelPlace::place(*level.at(up), level.sign, side, wall - back * row->second);
}

/// Its walls through all planes in which it is closed, and where its thirds end.
std::vector<Guide> foramenGuides(const LevelPlace& level, const std::map<double, Profile>& planes) {
  constexpr int kRows = 10;
  std::vector<std::vector<Point>> walls, third, twoThirds;
  for (const auto& [side, profile] : planes) {
    auto& ring = walls.emplace_back();
    for (int n = 0; n <= kRows; ++n) ring.push_back(edgeOf(level, side, profile, static_cast<double>(n) / kRows, 0));
    for (int n = kRows; n >= 0; --n) ring.push_back(edgeOf(level, side, profile, static_cast<double>(n) / kRows, 1));
    third.push_back({edgeOf(level, side, profile, 1.0 / 3, 0), edgeOf(level, side, profile, 1.0 / 3, 1)});
    twoThirds.push_back({edgeOf(level, side, profile, 2.0 / 3, 0), edgeOf(level, side, profile, 2.0 / 3, 1)});
  }
  return {guideThrough(GuideKind::Foramen, walls, true), guideThrough(GuideKind::ForamenThird, third, false),
          guideThrough(GuideKind::ForamenTwoThirds, twoThirds, false)};
}

}  // namespace

Expected<TargetRegion> foramenRegion(const LevelPlace& level, const std::string& stated) {
  const auto planes = closedPlanes(level);
  if (planes.size() < 3) return refuse("foramen-not-seen");
  const double inner = planes.begin()->first, outer = planes.rbegin()->first, middle = (inner + outer) / 2;
  const double half = std::max(2.0, (outer - inner) / 2);
  std::vector<Candidate> inside;
  for (const auto& [side, profile] : planes) {
    const double height = profile.topMm - profile.bottomMm;
    for (const auto& [up, depth] : profile.depthMm) {
      const double down = (profile.topMm - up) / height;
      if (down - 1 / height < 1.0 / 3 || up - profile.bottomMm < kFreeOfBoneMm) continue;
      for (double behind = depth * kFirstDepth; behind <= depth - kFreeOfBoneMm; behind += 1) {
        const Point place = LevelPlace::place(*level.at(up), level.sign, side, level.backWallMm(up) - behind);
        if (!belowUpperThird(level, stated, place)) continue;
        const double offHeight = (down - kBestHeight) / (1 - kBestHeight), offDepth = 2 * (behind / depth - kBestDepth);
        const double off = std::hypot(offHeight, offDepth, (side - middle) / half);
        inside.push_back({side, up, -behind, place, std::max(0.0, 1 - off / std::sqrt(3.0))});
      }
    }
  }
  // Nearer to the middle than the foramen begins lies the canal, whether its sac was seen or not.
  const anatomy::Canal& canal = level.spine().canal;
  auto region = regionOf(level, std::move(inside), 2, [&](const Point& p) {
    const anatomy::CanalPlace& at = canal[canalIndexAt(canal, p)];
    return dot(p - at.centre, at.left) * level.sign < inner || !belowUpperThird(level, stated, p);
  });
  if (!region) return refuse("foramen-not-seen");
  region->guides = foramenGuides(level, planes);
  return *region;
}

}  // namespace planning
