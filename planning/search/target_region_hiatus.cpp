#include <algorithm>
#include <cmath>

#include "planning/anatomy/hu_sample.h"
#include "planning/search/level_place.h"

namespace planning {
namespace {

constexpr double kWallHu = 170;
constexpr double kMostWallMm = 12;                       ///< from the canal's middle to its front or back
constexpr double kLongestMm = 150, kLeastClosedMm = 40;  ///< of the sacral canal, from S1 down
constexpr int kOpenRows = 6;                             ///< without a back, one a mm: the hiatus
constexpr double kAboveMm = 5;                           ///< the region reaches so far up the canal
constexpr double kBestAboveMm = 1, kAsideMm = 2;

/// A section of the sacral canal, on the way to the feet.
struct Section {
  Point middle;
  Vector down, front, left;
  bool closed = true;  ///< bone behind
};

/// From a place to the wall; three ways beside each other, because noise makes holes.
std::optional<double> wallMm(const Volume::Image& hu, const Point& from, const Vector& way, const Vector& beside) {
  for (double mm = 0.5; mm <= kMostWallMm; mm += 0.5) {
    double sum = 0;
    for (const double off : {-1.5, 0.0, 1.5}) sum += anatomy::huNear(hu, from + way * mm + beside * off);
    if (sum / 3 > kWallHu) return mm;
  }
  return std::nullopt;
}

void turn(Section& section, const Vector& down) {
  section.down = down / down.GetNorm();
  section.left = makeVector(1, 0, 0) - section.down * section.down[0];
  section.left.Normalize();
  section.front = cross(section.left, section.down * -1.0);
}

double limited(double mm) {
  return std::clamp(mm, -0.6, 0.6);
}

/// Moved to the middle between its walls; where it has no back, half its usual depth behind its front. False where it
/// has no front.
bool centre(Section& section, const Volume::Image& hu, double& halfDepthMm) {
  const auto front = wallMm(hu, section.middle, section.front, section.left);
  const auto back = wallMm(hu, section.middle, section.front * -1.0, section.left);
  const auto left = wallMm(hu, section.middle, section.left, section.front);
  const auto right = wallMm(hu, section.middle, section.left * -1.0, section.front);
  if (!front) return false;
  section.closed = back.has_value();
  if (back) halfDepthMm = 0.9 * halfDepthMm + 0.1 * (*front + *back) / 2;
  section.middle += section.front * limited(back ? (*front - *back) / 2 : *front - halfDepthMm);
  if (left && right) section.middle += section.left * limited((*left - *right) / 2);
  return true;
}

/// Down the sacral canal until its back has been open for a while; empty where it is lost before.
std::vector<Section> followDown(const Volume::Image& hu, const anatomy::CanalPlace& from) {
  std::vector<Section> way;
  Section now{from.centre, {}, {}, {}};
  turn(now, from.up * -1.0);
  double halfDepthMm = 5;
  int open = 0;
  while (static_cast<double>(way.size()) < kLongestMm && open < kOpenRows) {
    if (!centre(now, hu, halfDepthMm)) return {};
    way.push_back(now);
    open = now.closed ? 0 : open + 1;
    constexpr std::size_t kBehind = 10;
    if (way.size() > kBehind) turn(now, now.middle - way[way.size() - 1 - kBehind].middle);
    now.middle += now.down;
  }
  return open < kOpenRows ? std::vector<Section>() : way;
}

std::optional<Point> firstSacral(const anatomy::CountedSpine& counted) {
  for (const auto& level : counted.levels)
    if (level.name == "S1" && level.sure && level.vertebra) return level.middle;
  return std::nullopt;
}

/// The sections whose back is open.
Guide hiatusGuide(const std::vector<Section>& way, std::size_t opens) {
  constexpr double kHalfMm = 5;
  std::vector<std::vector<Point>> lines;
  for (std::size_t n = opens; n < way.size(); ++n)
    lines.push_back({way[n].middle - way[n].left * kHalfMm, way[n].middle + way[n].left * kHalfMm});
  return guideThrough(GuideKind::SacralHiatus, lines, false);
}

}  // namespace

Expected<TargetRegion> hiatusRegion(const RegionGround& ground) {
  const auto first = firstSacral(ground.counted);
  if (!first) return refuse("level-not-counted", {}, "S1");
  const anatomy::Canal& canal = ground.counted.spine->canal;
  const auto way = followDown(*ground.volume.hu, canal[canalIndexAt(canal, *first)]);
  const auto opens = static_cast<long>(way.size()) - kOpenRows;
  if (static_cast<double>(opens) < kLeastClosedMm) return refuse("hiatus-not-seen");
  std::vector<Candidate> inside;
  for (long n = opens; n >= opens - static_cast<long>(kAboveMm); --n) {
    const Section& at = way[static_cast<std::size_t>(n)];
    const double above = static_cast<double>(opens - n);
    for (double side = -kAsideMm; side <= kAsideMm; side += 1)
      for (double front = -1; front <= 1; front += 1) {
        const double off = std::hypot((above - kBestAboveMm) / kAboveMm, side / (kAsideMm + 1), front / 2);
        inside.push_back({side, above, front, at.middle + at.left * side + at.front * front,
                          std::max(0.0, 1 - off / std::sqrt(3.0))});
      }
  }
  const Section& hiatus = way[static_cast<std::size_t>(opens)];
  const RegionAxes axes{hiatus.left, hiatus.down * -1.0, hiatus.front};
  auto region = regionOf(ground, axes, std::move(inside), 1.5,
                         [&](const Point& p) { return anatomy::huNear(*ground.volume.hu, p) > kWallHu; });
  if (!region) return refuse("hiatus-not-seen");
  region->errorBoundMm += 2;
  region->guides.push_back(hiatusGuide(way, static_cast<std::size_t>(opens)));
  return *region;
}

}  // namespace planning
