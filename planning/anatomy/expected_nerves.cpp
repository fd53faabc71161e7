#include "planning/anatomy/expected_nerves.h"

#include <algorithm>
#include <cmath>

#include "planning/anatomy/course.h"
#include "planning/anatomy/hu_sample.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/tube_cut.h"

namespace planning::anatomy {
namespace {

constexpr double kFatHu = -40, kTissueHu = -20;
constexpr double kSacReachMm = 70, kSacStepMm = 4;
constexpr double kSectionMm = 9;    ///< of a section of the canal, around its middle
constexpr double kFatShare = 0.12;  ///< of a section: the fat around the sac is seen
constexpr double kLeastSacMm = 3.5, kLargestSacMm = 9;
constexpr double kSecondSacralMm = 12;   ///< the sac ends so far below the disc of S1 and S2
constexpr double kGanglionBelowMm = 4;   ///< its middle below the pedicle
constexpr double kGanglionFreeMm = 3.5;  ///< and behind the body's back
constexpr double kPedicleLower = 0.4, kPedicleMiddle = 0.7, kPedicleUpper = 0.85;  ///< from disc to disc, usually

double sideSign(Side side) {
  return side == Side::Left ? 1 : -1;
}

double medianOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// How far in front of the canal's middle the bodies begin, between two of its places.
double backWallMm(const Mask& bone, const Canal& canal, std::size_t first, std::size_t last) {
  std::vector<double> found;
  for (std::size_t n = first; n < last; ++n)
    for (double left = -6; left <= 6; left += 2)
      for (double front = 4; front <= 18; front += 0.5)
        if (contains(bone, canal[n].centre + canal[n].left * left + canal[n].front * front)) {
          found.push_back(front);
          break;
        }
  return found.empty() ? 10 : medianOf(std::move(found));
}

/// Does bone close the canal's side here, and how far from the middle? In rows in front of the facets, behind the
/// body, which begins at `backMm`.
struct SideWall {
  double closed = 0;  ///< part of the rows
  double medialMm = 0, widthMm = 0;
};

SideWall sideWall(const Mask& bone, const CanalPlace& at, double backMm, double sign) {
  constexpr double kFrom = 6, kTo = 20;
  SideWall wall;
  wall.medialMm = kTo, wall.widthMm = kTo;
  for (const double free : {2.0, 3.5, 5.0}) {
    const auto isBone = [&](double mm) {
      return contains(bone, at.centre + at.left * (sign * mm) + at.front * (backMm - free));
    };
    double first = kFrom;
    while (first <= kTo && !isBone(first)) first += 0.5;
    if (first > kTo) continue;
    double last = first;
    while (last - first < kTo && isBone(last + 0.5)) last += 0.5;
    wall.closed += 1.0 / 3;
    wall.medialMm = std::min(wall.medialMm, first);
    wall.widthMm = std::min(wall.widthMm, last - first);
  }
  return wall;
}

struct Section {
  double front = 0, left = 0, radiusMm = 0;
};

/// What fills the canal: its soft tissue but for fat, where some is seen; else all that is not bone.
Section sectionOf(const Volume::Image& hu, const Mask& bone, const CanalPlace& at) {
  Section tissue, open;
  int tissues = 0, opens = 0, fat = 0;
  for (double front = -kSectionMm; front <= kSectionMm; ++front)
    for (double left = -kSectionMm; left <= kSectionMm; ++left) {
      const Point p = at.centre + at.front * front + at.left * left;
      if (std::hypot(front, left) > kSectionMm || contains(bone, p)) continue;
      const double here = huNear(hu, p);
      open.front += front, open.left += left, ++opens;
      fat += here < kFatHu;
      if (here > kTissueHu) tissue.front += front, tissue.left += left, ++tissues;
    }
  const bool seen = tissues > 12 && fat > kFatShare * opens;
  Section section = seen ? tissue : open;
  const int count = seen ? tissues : std::max(1, opens);
  section.front /= count, section.left /= count;
  section.radiusMm = std::sqrt(count / 3.14159265358979) - (seen ? 0.0 : 0.5);
  return section;
}

std::size_t sacEnd(const CountedSpine& counted) {
  for (const CountedLevel& level : counted.levels)
    if (level.name == "S1" && level.vertebra) {
      const auto below = static_cast<double>(counted.spine->firstIndex(*level.vertebra)) - kSecondSacralMm;
      return static_cast<std::size_t>(std::max(0.0, below));
    }
  return 0;
}

Tube expectSac(const Volume& volume, const CountedSpine& counted, std::size_t around) {
  const Canal& canal = counted.spine->canal;
  const auto reach = static_cast<std::size_t>(kSacReachMm), step = static_cast<std::size_t>(kSacStepMm);
  const std::size_t first = std::max(sacEnd(counted), around > reach ? around - reach : 0);
  const std::size_t last = std::min(canal.size() - 1, around + reach);
  std::vector<Point> line;
  std::vector<double> radii;
  for (std::size_t n = first; n <= last; n += step) {
    const Section section = sectionOf(*volume.hu, *counted.spine->bone, canal[n]);
    line.push_back(canal[n].centre + canal[n].front * section.front + canal[n].left * section.left);
    radii.push_back(std::clamp(section.radiusMm, kLeastSacMm, kLargestSacMm));
  }
  const auto smoothLine = smoothed(line, 2);
  const auto smoothRadii = smoothed(radii, 2);
  Tube sac{{}, {}, kSacUncertaintyMm};
  for (std::size_t n = 0; n < smoothLine.size(); n += n + 2 == smoothLine.size() ? 1 : 2)
    sac.centreline.push_back(smoothLine[n]), sac.radiiMm.push_back(smoothRadii[n]);
  return sac;
}

/// Toward what is denser than fat around a place of the foramen, by steps to the middle of it.
Point drawnToTissue(const Volume::Image& hu, const Mask& bone, const CanalPlace& at, Point place) {
  constexpr double kAround = 4, kFarthest = 3.5;
  const Point from = place;
  for (int i = 0; i < 6; ++i) {
    Vector sum = makeVector(0, 0, 0);
    double all = 0, fat = 0, count = 0;
    for (double front = -kAround; front <= kAround; ++front)
      for (double up = -kAround; up <= kAround; ++up) {
        const Vector off = at.front * front + at.up * up;
        if (std::hypot(front, up) > kAround || contains(bone, place + off)) continue;
        const double here = huNear(hu, place + off), weight = std::clamp(here + 60, 0.0, 100.0);
        sum += off * weight, all += weight;
        fat += here < kFatHu, ++count;
      }
    if (fat < 0.15 * count || !(all > 0)) return from;  // no fat, nothing to tell it from
    const Point moved = place + sum / all;
    if ((moved - from).GetNorm() > kFarthest) return place;
    place = moved;
  }
  return place;
}

Tube expectRoot(const Volume& volume, const Spine& spine, const Pedicle& pedicle, const Tube& sac, double sign) {
  const CanalPlace& at = spine.canal[pedicle.lowerIndex];
  const auto place = [&](double upMm, double sideMm, double frontMm) {
    return at.centre + at.up * upMm + at.left * (sign * sideMm) + at.front * frontMm;
  };
  const double back = pedicle.backMm, middle = pedicle.medialMm + pedicle.widthMm / 2;
  const double ganglion = back - kGanglionFreeMm;
  const auto inSac = nearestOnCourse(sac, place(9, 0, 0));
  Tube root{{}, {1.5, 1.7, 2.5, 2.5, 2.0, 1.9}, pedicle.seen ? kRootUncertaintyMm : kRootGuessedUncertaintyMm};
  root.centreline = {
      inSac.place + at.left * (sign * 0.75 * inSac.radiusMm), place(2, pedicle.medialMm - 2.5, back - 6),
      place(-kGanglionBelowMm, middle - 1, ganglion - 0.5),   place(-kGanglionBelowMm - 1, middle + 2.5, ganglion + 1),
      place(-kGanglionBelowMm - 5.5, middle + 8, back + 1.5), place(-kGanglionBelowMm - 13, middle + 12.5, back + 7)};
  for (const std::size_t n : {2u, 3u, 4u})
    root.centreline[n] = drawnToTissue(*volume.hu, *spine.bone, at, root.centreline[n]);
  return root;
}

/// The part of a vertebra's canal that is closed around its usual pedicle; absent when it never opens below.
std::optional<std::pair<std::size_t, std::size_t>> closedPart(const std::vector<SideWall>& walls) {
  const auto closed = [&](std::size_t n) { return walls[n].closed > 0.5; };
  const auto usual = static_cast<std::size_t>(kPedicleMiddle * static_cast<double>(walls.size()));
  std::optional<std::size_t> core;
  for (std::size_t off = 0; off <= walls.size() / 4 && !core; ++off)
    for (const std::size_t n : {usual - std::min(off, usual), std::min(usual + off, walls.size() - 1)})
      if (closed(n)) core = n;
  if (!core) return std::nullopt;
  std::size_t low = *core, high = *core;
  while (low > 0 && closed(low - 1)) --low;
  while (high + 1 < walls.size() && closed(high + 1)) ++high;
  return low > 0 ? std::optional(std::pair(low, high)) : std::nullopt;
}

}  // namespace

Pedicle findPedicle(const Spine& spine, std::size_t vertebra, Side side) {
  const Mask& bone = *spine.bone;
  const std::size_t first = spine.firstIndex(vertebra), last = std::min(spine.lastIndex(vertebra), spine.canal.size());
  const auto length = static_cast<double>(last - first);
  const auto part = [&](double fraction) { return first + static_cast<std::size_t>(fraction * length); };
  Pedicle pedicle;
  pedicle.backMm = backWallMm(bone, spine.canal, part(0.3), part(0.8) + 1);
  std::vector<SideWall> walls;
  for (std::size_t n = first; n < last; ++n)
    walls.push_back(sideWall(bone, spine.canal[n], pedicle.backMm, sideSign(side)));
  const auto found = closedPart(walls);
  pedicle.seen = found.has_value();
  pedicle.lowerIndex = found ? first + found->first : part(kPedicleLower);
  const std::size_t upperIndex = found ? first + found->second : part(kPedicleUpper);
  std::vector<double> medial, width;
  for (std::size_t n = pedicle.lowerIndex; n <= upperIndex; ++n) {
    medial.push_back(walls[n - first].medialMm);
    width.push_back(walls[n - first].widthMm);
  }
  pedicle.medialMm = medianOf(medial);
  pedicle.widthMm = std::clamp(*std::min_element(width.begin(), width.end()), 6.0, 14.0);
  return pedicle;
}

Expected<ExpectedNerves> expectNerves(const Volume& volume, const CountedSpine& counted, const std::string& vertebra,
                                      Side side) {
  if (!counted.spine) return refuse("no-spine");
  const auto level = std::find_if(counted.levels.begin(), counted.levels.end(),
                                  [&](const CountedLevel& each) { return each.name == vertebra && each.vertebra; });
  if (level == counted.levels.end()) return refuse("level-not-counted", {}, vertebra);
  const std::size_t own = *level->vertebra;
  if (own == 0 || own + 1 == counted.spine->vertebrae()) return refuse("vertebra-cut", {}, vertebra);
  const Pedicle pedicle = findPedicle(*counted.spine, own, side);
  ExpectedNerves nerves;
  nerves.sac = expectSac(volume, counted, pedicle.lowerIndex);
  nerves.root = expectRoot(volume, *counted.spine, pedicle, nerves.sac, sideSign(side));
  nerves.foramenSeen = pedicle.seen;
  return nerves;
}

}  // namespace planning::anatomy
