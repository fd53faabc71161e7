#include <algorithm>
#include <cmath>

#include "planning/anatomy/expected_nerves.h"
#include "planning/anatomy/hu_sample.h"
#include "planning/search/level_place.h"

namespace planning {
namespace {

constexpr double kFatHu = -40;
constexpr double kLowestMm = -24, kHighestMm = 8;  ///< from the disc: where the gap between the laminae is looked for
constexpr double kMostAsideMm = 4;
constexpr double kOpenMm = 3.5;     ///< in the gap the bone behind is so much farther than the laminae
constexpr double kMostBackMm = 24;  ///< from the canal's middle
constexpr double kBehindSacMm = 2;  ///< where no fat shows: the middle of what is usual
constexpr double kDepthPart = 0.4, kLeastHalfDepthMm = 0.75;  ///< of the fat's depth, about its middle
constexpr std::size_t kLeastRows = 3;

/// Behind the canal's middle the nearest bone within 5 mm of the midline.
double boneBehindMm(const LevelPlace& level, const anatomy::CanalPlace& at) {
  for (double behind = 3; behind <= kMostBackMm; behind += 0.5)
    for (const double side : {-5.0, -2.5, 0.0, 2.5, 5.0})
      if (level.isBone(LevelPlace::place(at, 1, side, -behind))) return behind;
  return kMostBackMm;
}

/// The gap between the laminae.
struct Gap {
  std::vector<double> rows;  ///< its heights, mm above the disc: the tallest run that is open
  double laminaMm = 0;       ///< how far behind the canal's middle the laminae lie
};

Gap gapOf(const LevelPlace& level) {
  std::vector<std::pair<double, double>> rows;
  for (double up = kLowestMm - 8; up <= kHighestMm + 8; up += 1)
    if (const auto at = level.at(up)) rows.emplace_back(up, boneBehindMm(level, *at));
  if (rows.size() < 10) return {};
  std::vector<double> sorted;
  for (const auto& row : rows) sorted.push_back(row.second);
  std::sort(sorted.begin(), sorted.end());
  const double lamina = sorted[sorted.size() / 2];
  std::vector<double> best, run;
  for (const auto& [up, behind] : rows) {
    if (behind >= lamina + kOpenMm && up >= kLowestMm && up <= kHighestMm)
      run.push_back(up);
    else
      run.clear();
    if (run.size() > best.size()) best = run;
  }
  return {std::move(best), lamina};
}

/// A sac that a person gave, or that is expected: all structures of kind dura.
double behindSacMm(const LevelPlace& level, const anatomy::CanalPlace& at, double side, bool& known) {
  for (const auto& measured : level.ground.structures) {
    if (measured.structure.kind != anatomy::Kind::Dura || !measured.field) continue;
    for (double behind = 0; behind <= kMostBackMm; behind += 0.25) {
      if (measured.field->signedDistance(LevelPlace::place(at, 1, side, -behind)) <= 0) continue;
      if (behind == 0) break;
      return known = true, behind;
    }
  }
  return 3;
}

bool isSacOnlyExpected(const LevelPlace& level) {
  const auto isGiven = [](const anatomy::MeasuredStructure& measured) {
    return measured.structure.kind == anatomy::Kind::Dura && measured.field && !isExpectedOnly(measured.structure);
  };
  return std::none_of(level.ground.structures.begin(), level.ground.structures.end(), isGiven);
}

struct Depth {
  double fromMm = 0, toMm = 0;  ///< behind the canal's middle
  bool fatSeen = false;
};

/// The fat behind the sac on one way back: it begins in front of where the laminae lie; what begins behind is outside.
std::optional<Depth> fatOn(const LevelPlace& level, const anatomy::CanalPlace& at, double side, double laminaMm,
                           bool& sacKnown) {
  const double sac = behindSacMm(level, at, side, sacKnown);
  std::optional<Depth> fat;
  for (double behind = sac; behind <= kMostBackMm; behind += 0.25) {
    const Point p = LevelPlace::place(at, 1, side, -behind);
    const bool isFat = anatomy::huNear(*level.ground.volume.hu, p) < kFatHu && !level.isBone(p);
    if (!fat && behind > laminaMm) break;
    if (isFat && !fat) fat = Depth{behind, behind, true};
    if (isFat && fat) fat->toMm = behind;
    if (!isFat && fat) break;
  }
  if (fat && fat->toMm - fat->fromMm >= 1) return fat;
  if (!sacKnown) return std::nullopt;
  return Depth{sac + kBehindSacMm - 1, sac + kBehindSacMm + 1, false};
}

/// Where the laminae leave the gap open, at their depth.
Guide gapGuide(const LevelPlace& level, const Gap& gap) {
  std::vector<std::vector<Point>> lines;
  for (const double up : gap.rows) {
    const auto at = level.at(up);
    lines.push_back({LevelPlace::place(*at, 1, -5, -gap.laminaMm), LevelPlace::place(*at, 1, 5, -gap.laminaMm)});
  }
  return guideThrough(GuideKind::LaminarGap, lines, false);
}

}  // namespace

Expected<TargetRegion> epiduralRegion(const LevelPlace& level) {
  const Gap gap = gapOf(level);
  const auto& [rows, laminaMm] = gap;
  if (rows.size() < kLeastRows) return refuse("laminar-gap-not-seen");
  const double middle = (rows.front() + rows.back()) / 2, tall = std::max(1.0, (rows.back() - rows.front()) / 2);
  std::vector<Candidate> inside;
  bool sacKnown = false, fatSeen = true;
  for (const double up : rows) {
    const auto at = level.at(up);
    for (double side = -kMostAsideMm; side <= kMostAsideMm; side += 2) {
      const auto depth = fatOn(level, *at, side, laminaMm, sacKnown);
      if (!depth) continue;
      fatSeen = fatSeen && depth->fatSeen;
      const double centre = (depth->fromMm + depth->toMm) / 2;
      const double half = std::max(kLeastHalfDepthMm, kDepthPart * (depth->toMm - depth->fromMm) / 2);
      for (double off = -half; off <= half + 1e-6; off += half / 2) {
        const double behind = centre + off;
        const double all = std::hypot((up - middle) / tall, side / (kMostAsideMm + 1), off / half);
        inside.push_back(
            {side, up, -behind, LevelPlace::place(*at, 1, side, -behind), std::max(0.0, 1 - all / std::sqrt(3.0))});
      }
    }
  }
  double nearest = kMostBackMm;  // behind the canal's middle: in front of it lies the sac, seen or not
  for (const Candidate& each : inside) nearest = std::min(nearest, -each.frontMm);
  const anatomy::Canal& canal = level.spine().canal;
  auto region = regionOf(level, std::move(inside), 1.5, [&](const Point& p) {
    const anatomy::CanalPlace& at = canal[canalIndexAt(canal, p)];
    return dot(at.centre - p, at.front) < nearest;
  });
  if (!region) return refuse("laminar-gap-not-seen");
  if (!fatSeen) region->notSeen.emplace_back("epidural-fat"), region->errorBoundMm += anatomy::kSacUncertaintyMm;
  if (isSacOnlyExpected(level)) region->notSeen.emplace_back("sac");
  region->guides.push_back(gapGuide(level, gap));
  return *region;
}

}  // namespace planning
