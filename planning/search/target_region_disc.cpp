#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "planning/procedure/words.h"
#include "planning/search/level_place.h"

namespace planning {
namespace {

constexpr double kWidthOfDepth = 1.45;  ///< a lumbar disc is so much wider than deep

struct DiscBody {
  Point middle;
  Vector up, front, left;
  double depthMm = 0, widthMm = 0;
};

DiscBody bySigns(const LevelPlace& level) {
  const anatomy::CanalPlace& at = level.spine().canal[level.canalIndex];
  DiscBody body{level.discMiddle, level.discUp, at.front - level.discUp * dot(at.front, level.discUp), at.left, 0, 0};
  body.front.Normalize();
  body.depthMm = level.spine().signs[level.spine().discs[level.disc].canalIndex].depthMm;
  body.widthMm = body.depthMm * kWidthOfDepth;
  return body;
}

/// The middle third of what is given as that disc: its reach along the same axes.
void takeGiven(DiscBody& body, const LevelPlace& level) {
  for (const auto& measured : level.ground.structures) {
    if (measured.structure.kind != anatomy::Kind::Disc || !measured.surface || !measured.field) continue;
    if (measured.field->signedDistance(body.middle) > 3) continue;
    const auto named = procedure::namedLevels(measured.structure.name);
    if (named.size() == 1 && named.front() != level.upper + "-" + level.lower) continue;
    double low[3] = {1e9, 1e9, 1e9}, high[3] = {-1e9, -1e9, -1e9};
    const Vector axes[3] = {body.left, body.front, body.up};
    for (const auto& v : measured.surface->vertices) {
      const Vector off = makePoint(double(v[0]), double(v[1]), double(v[2])) - body.middle;
      for (int n = 0; n < 3; ++n)
        low[n] = std::min(low[n], dot(off, axes[n])), high[n] = std::max(high[n], dot(off, axes[n]));
    }
    for (int n = 0; n < 3; ++n) body.middle += axes[n] * ((low[n] + high[n]) / 2);
    body.widthMm = high[0] - low[0], body.depthMm = high[1] - low[1];
    return;
  }
}

/// Its ring between the plates, with the plates.
Guide discGuide(const DiscBody& body, double halfMm) {
  constexpr int kPlaces = 36;
  std::vector<std::vector<Point>> lines;
  for (const auto& [reach, up] : {std::pair(0.0, -halfMm), {1.0, -halfMm}, {1.0, halfMm}, {0.0, halfMm}}) {
    auto& line = lines.emplace_back();
    for (int n = 0; n < kPlaces; ++n) {
      const double angle = 2 * std::numbers::pi * n / kPlaces;
      line.push_back(body.middle + body.left * (reach * std::cos(angle) * body.widthMm / 2) +
                     body.front * (reach * std::sin(angle) * body.depthMm / 2) + body.up * up);
    }
  }
  return guideThrough(GuideKind::Disc, lines, true);
}

}  // namespace

Expected<TargetRegion> discRegion(const LevelPlace& level) {
  DiscBody body = bySigns(level);
  takeGiven(body, level);
  const double aside = body.widthMm / 6, along = body.depthMm / 6;
  std::vector<Candidate> inside;
  for (double left = -aside; left <= aside; left += 1)
    for (double front = -along; front <= along; front += 1) {
      const double off = std::hypot(left / aside, front / along);
      if (off <= 1) inside.push_back({left, 0, front, body.middle + body.left * left + body.front * front, 1 - off});
    }
  inside.push_back({0, 0, 0, body.middle, 1});
  auto region = regionOf(level, std::move(inside), 2.5);
  if (!region) return refuse("disc-not-seen");
  region->errorBoundMm += 2;  // along its normal: discs of a labelled scan (tests/io/spine_on_real_scans_test.cpp)
  region->guides.push_back(discGuide(body, level.discHalfMm));
  return *region;
}

}  // namespace planning
