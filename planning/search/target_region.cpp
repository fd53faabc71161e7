#include "planning/search/target_region.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/anatomy/level_span.h"
#include "planning/procedure/target_place.h"
#include "planning/procedure/words.h"
#include "planning/search/level_place.h"

namespace planning {
namespace {

using anatomy::CountedLevel;
using procedure::TargetPlace;

constexpr double kMostForamenSliceMm = 2.05;  ///< 2 mm, as scanners round it

const CountedLevel* countedAs(const anatomy::CountedSpine& counted, const std::string& name) {
  const auto found = std::find_if(counted.levels.begin(), counted.levels.end(),
                                  [&](const CountedLevel& level) { return level.name == name && level.vertebra; });
  return found == counted.levels.end() ? nullptr : &*found;
}

/// Both vertebrae counted, sure, and one right above the other.
Expected<LevelPlace> levelPlace(const RegionGround& ground, const std::string& stated) {
  const auto bounds = anatomy::boundsOf(stated);
  if (!bounds || bounds->lower.empty()) return refuse("no-target-region", {}, stated);
  const CountedLevel* upper = countedAs(ground.counted, bounds->upper);
  const CountedLevel* lower = countedAs(ground.counted, bounds->lower);
  if (!upper) return refuse("level-not-counted", {}, bounds->upper);
  if (!lower || *upper->vertebra != *lower->vertebra + 1) return refuse("level-not-counted", {}, bounds->lower);
  for (const CountedLevel* each : {upper, lower})
    if (!each->sure) return refuse("level-not-sure", {}, each->name);
  LevelPlace place{ground, bounds->upper, bounds->lower, *lower->vertebra, {}, {}};
  place.lookAtBones();
  if (!place.lookAtDisc()) return refuse("disc-not-seen");
  return place;
}

/// Between the slices, whichever axis of the image they are stacked along: the widest step of a voxel.
double sliceMm(const Volume& volume) {
  double widest = 0;
  for (unsigned axis = 0; axis < 3; ++axis)
    if (volume.hu->GetLargestPossibleRegion().GetSize(axis) > 1)
      widest = std::max(widest, volume.hu->GetSpacing()[axis]);
  return widest;
}

bool isSide(const std::optional<anatomy::Side>& side) {
  return side == anatomy::Side::Left || side == anatomy::Side::Right;
}

}  // namespace

void LevelPlace::lookAtBones() {
  upperBone = vertebra(upper), lowerBone = vertebra(lower);
}

/// Between the plates on columns across the disc: the plane through the middles of all. A count that lies in a body has
/// few such columns.
bool LevelPlace::lookAtDisc() {
  constexpr double kReachMm = 12;
  const anatomy::Disc& found = spine().discs[disc];
  const anatomy::CanalPlace& at0 = spine().canal[canalIndexAt(spine().canal, found.middle)];
  Vector front = at0.front - found.up * dot(at0.front, found.up);
  front.Normalize();
  const auto toBone = [&](const Point& from, const Vector& way) -> std::optional<double> {
    for (double mm = 0; mm <= kReachMm; mm += 0.5)
      if (isBone(from + way * mm)) return mm;
    return std::nullopt;
  };
  double sum = 0, half = 0, slope = 0, spread = 0, count = 0;
  for (double forward = -8; forward <= 8; forward += 2)
    for (double left = -8; left <= 8; left += 4) {
      const Point from = found.middle + front * forward + at0.left * left;
      if (isBone(from)) continue;
      const auto above = toBone(from, found.up), below = toBone(from, -found.up);
      if (!above || !below) continue;
      half += (*above + *below) / 2;
      sum += (*above - *below) / 2, slope += forward * (*above - *below) / 2, spread += forward * forward, ++count;
    }
  if (count < 20 || !(spread > 0)) return false;
  discHalfMm = half / count;
  discMiddle = found.middle + found.up * (sum / count);
  discUp = found.up - front * (slope / spread);
  discUp.Normalize();
  canalIndex = canalIndexAt(spine().canal, discMiddle);
  return true;
}

const anatomy::Mask* LevelPlace::vertebra(const std::string& name) const {
  for (const auto& measured : ground.structures) {
    const auto* mask = std::get_if<anatomy::Mask::Pointer>(&measured.structure.shape);
    if (measured.structure.kind != anatomy::Kind::Bone || !mask || !*mask) continue;
    const auto named = procedure::namedLevels(measured.structure.name);
    // "Rib T12" names a level as well, and is not its vertebra.
    if (const CountedLevel* level = countedAs(ground.counted, name); level && !anatomy::contains(**mask, level->middle))
      continue;
    const bool sacrum = name == "S1" && named.empty() && procedure::holdsWord(measured.structure.name, "sacrum");
    if (sacrum || (named.size() == 1 && named.front() == name)) return *mask;
  }
  return nullptr;
}

bool LevelPlace::isBone(const Point& p) const {
  if (upperBone && lowerBone) return anatomy::contains(*upperBone, p) || anatomy::contains(*lowerBone, p);
  return spine().bone && anatomy::contains(*spine().bone, p);
}

std::optional<anatomy::CanalPlace> LevelPlace::at(double upMm) const {
  const double index = static_cast<double>(canalIndex) + upMm;
  const double last = static_cast<double>(spine().canal.size()) - 1;
  if (index < -1 || index > last + 1) return std::nullopt;
  return spine().canal[static_cast<std::size_t>(std::lround(std::clamp(index, 0.0, last)))];
}

double LevelPlace::backWallMm(double upMm) const {
  constexpr double kDiscHalfMm = 7, kLast = 18, kFirst = 3, kUsual = 10;
  const auto wall = [&](double up) -> std::optional<double> {
    std::vector<double> found;
    const auto section = at(up);
    if (!section) return std::nullopt;
    for (double side = -6; side <= 6; side += 2)
      for (double front = kFirst; front <= kLast; front += 0.5)
        if (isBone(place(*section, 1, side, front))) {
          found.push_back(front);
          break;
        }
    if (found.size() < 4) return std::nullopt;
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2), found.end());
    return found[found.size() / 2];
  };
  if (std::abs(upMm) >= kDiscHalfMm)
    if (const auto own = wall(upMm)) return *own;
  const double from = std::clamp(upMm, -kDiscHalfMm, kDiscHalfMm);
  const auto below = wall(-kDiscHalfMm), above = wall(kDiscHalfMm);
  if (!below || !above) return below.value_or(above.value_or(kUsual));
  return *below + (*above - *below) * (from + kDiscHalfMm) / (2 * kDiscHalfMm);
}

double scanBoundMm(const Volume& volume) {
  return volume.hu->GetSpacing().GetNorm() / 2;
}

std::optional<TargetRegion> regionOf(const RegionGround& ground, const RegionAxes& axes, std::vector<Candidate> inside,
                                     double apartMm, const std::function<bool(const Point&)>& isBone) {
  if (inside.empty()) return std::nullopt;
  std::stable_sort(inside.begin(), inside.end(),
                   [](const Candidate& a, const Candidate& b) { return a.preference > b.preference; });
  TargetRegion region;
  region.lateral = axes.lateral, region.up = axes.up, region.front = axes.front;
  region.errorBoundMm = scanBoundMm(ground.volume);
  const auto apart = [](const std::vector<RegionSample>& from, const Point& p) {
    double least = std::numeric_limits<double>::max();
    for (const RegionSample& sample : from) least = std::min(least, (sample.place - p).GetNorm());
    return least;
  };
  for (const Candidate& each : inside)
    if (apart(region.samples, each.place) >= apartMm) region.samples.push_back({each.place, each.preference});
  constexpr double kStep = 2;
  for (double side = -kAroundRegionMm; side <= kAroundRegionMm; side += kStep)
    for (double up = -kAroundRegionMm; up <= kAroundRegionMm; up += kStep)
      for (double front = -kAroundRegionMm; front <= kAroundRegionMm; front += kStep) {
        const Vector way = axes.lateral * side + axes.up * up + axes.front * front;
        const Point place = region.middle() + way;
        if (way.GetNorm() <= kAroundRegionMm && apart(region.samples, place) > 1 && !isBone(place))
          region.around.push_back({place, -way.GetNorm() / kAroundRegionMm});
      }
  std::stable_sort(region.around.begin(), region.around.end(),
                   [](const RegionSample& a, const RegionSample& b) { return a.preference > b.preference; });
  return region;
}

std::optional<TargetRegion> regionOf(const LevelPlace& level, std::vector<Candidate> inside, double apartMm,
                                     const std::function<bool(const Point&)>& isBarred) {
  if (inside.empty()) return std::nullopt;
  const auto best = std::max_element(
      inside.begin(), inside.end(), [](const Candidate& a, const Candidate& b) { return a.preference < b.preference; });
  const anatomy::CanalPlace& at = level.spine().canal[canalIndexAt(level.spine().canal, best->place)];
  return regionOf(level.ground, {at.left * level.sign, at.up, at.front}, std::move(inside), apartMm,
                  [&](const Point& p) { return level.isBone(p) || (isBarred && isBarred(p)); });
}

Expected<TargetRegion> targetRegion(const RegionGround& ground, const std::string& routeId, const std::string& stated,
                                    const std::optional<anatomy::Side>& side) {
  const auto place = procedure::targetPlaceOf(routeId);
  if (!place) return refuse("no-target-region", {}, routeId);
  if (!ground.counted.spine) return refuse("no-spine");
  if (*place == TargetPlace::SacralHiatus) {
    auto region = hiatusRegion(ground);
    if (region && side == anatomy::Side::Right) region->lateral *= -1.0;
    return region;
  }
  const bool ofSide = *place == TargetPlace::Foramen || *place == TargetPlace::FacetJoint;
  if (ofSide && !isSide(side)) return refuse("no-side");
  auto level = levelPlace(ground, stated);
  if (!level) return tl::unexpected(level.error());
  level->sign = side == anatomy::Side::Right ? -1 : 1;
  if (const double mm = sliceMm(ground.volume); *place == TargetPlace::Foramen && mm > kMostForamenSliceMm)
    return refuse("target-slices-too-thick", {}, mmText(mm));
  switch (*place) {
    case TargetPlace::Disc:
      return discRegion(*level);
    case TargetPlace::Foramen:
      return foramenRegion(*level, stated);
    case TargetPlace::FacetJoint:
      return jointRegion(*level);
    default:
      return epiduralRegion(*level);
  }
}

}  // namespace planning
