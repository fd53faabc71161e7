#include "planning/anatomy/spine.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "planning/anatomy/course.h"
#include "planning/anatomy/disc_row.h"
#include "planning/anatomy/level_names.h"

namespace planning::anatomy {
namespace {

constexpr double kPostureMm = 12;  ///< how far a spinous process hangs below its vertebra
constexpr double kAxisSigmaMm = 4;

/// How far along the bodies' middle each place lies, mm.
std::vector<double> alongBodies(const std::vector<DiscSign>& signs) {
  std::vector<Point> line;
  for (const DiscSign& sign : signs) line.push_back(sign.middle);
  line = smoothed(line, kAxisSigmaMm);
  std::vector<double> along{0};
  for (std::size_t n = 1; n < line.size(); ++n) along.push_back(along.back() + (line[n] - line[n - 1]).GetNorm());
  return along;
}

Disc discAt(const Spine& spine, const RowDisc& found) {
  const DiscSign& sign = spine.signs[found.place];
  const CanalPlace& at = spine.canal[found.place];
  const double front = dot(sign.middle - at.centre, at.front);
  const Point inCanal = at.centre - at.up * (std::tan(sign.tilt) * front);
  return {canalIndexAt(spine.canal, inCanal),
          sign.middle,
          at.up * std::cos(sign.tilt) - at.front * std::sin(sign.tilt),
          sign.score,
          found.margin,
          found.otherLevel ? std::optional(levelNames()[*found.otherLevel]) : std::nullopt};
}

std::vector<RowDisc> rowOf(const Spine& spine, const std::optional<NamedPlace>& named) {
  std::vector<double> scores, depths;
  for (const DiscSign& sign : spine.signs) scores.push_back(sign.score), depths.push_back(sign.depthMm);
  return bestDiscRow(scores, alongBodies(spine.signs), depths, named);
}

/// A place behind the canal is judged higher.
Point judgedPlace(const Canal& canal, const Point& p) {
  const CanalPlace& at = canal[canalIndexAt(canal, p)];
  return dot(p - at.centre, at.front) < 0 ? p + at.up * kPostureMm : p;
}

}  // namespace

Expected<Spine> findSpine(const Volume& volume, Progress& progress) {
  ProgressPart findingCanal(progress, 0, 0.8);
  auto canal = findCanal(volume, findingCanal);
  if (!canal) return tl::unexpected(canal.error());
  Spine spine;
  spine.canal = std::move(*canal);
  spine.signs = discSigns(*volume.hu, spine.canal);
  if (progress.stopRequested()) return refuse("cancelled");
  for (const RowDisc& found : rowOf(spine, std::nullopt)) spine.discs.push_back(discAt(spine, found));
  if (spine.discs.empty()) return refuse("no-discs");
  progress.advance(1);
  return spine;
}

NamedSpine withNamed(const Spine& spine, const Point& place, const std::string& name) {
  const auto& names = levelNames();
  const auto level = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  NamedSpine named{spine, 0};
  named.spine.discs.clear();
  for (const RowDisc& found :
       rowOf(spine, NamedPlace{canalIndexAt(spine.canal, judgedPlace(spine.canal, place)), level})) {
    named.spine.discs.push_back(discAt(spine, found));
    named.vertebra += found.level >= level;
  }
  return named;
}

bool Spine::isNear(const Point& p) const {
  constexpr double kNearMm = 80;
  return (p - canal[canalIndexAt(canal, p)].centre).GetNorm() < kNearMm;
}

std::size_t Spine::vertebraAt(const Point& p) const {
  const Point judged = judgedPlace(canal, p);
  return static_cast<std::size_t>(std::count_if(
      discs.begin(), discs.end(), [&](const Disc& disc) { return dot(judged - disc.middle, disc.up) > 0; }));
}

std::size_t Spine::discNearest(const Point& p) const {
  const auto off = [&](const Disc& disc) { return std::abs(dot(p - disc.middle, disc.up)); };
  return static_cast<std::size_t>(
      std::min_element(discs.begin(), discs.end(), [&](const Disc& a, const Disc& b) { return off(a) < off(b); }) -
      discs.begin());
}

std::size_t Spine::firstIndex(std::size_t vertebra) const {
  return vertebra == 0 ? 0 : discs[vertebra - 1].canalIndex;
}
std::size_t Spine::lastIndex(std::size_t vertebra) const {
  return vertebra < discs.size() ? discs[vertebra].canalIndex : canal.size();
}

Point Spine::middleOf(std::size_t vertebra) const {
  if (vertebra > 0 && vertebra < discs.size())
    return discs[vertebra - 1].middle + (discs[vertebra].middle - discs[vertebra - 1].middle) / 2;
  return signs[(firstIndex(vertebra) + lastIndex(vertebra)) / 2].middle;
}

}  // namespace planning::anatomy
