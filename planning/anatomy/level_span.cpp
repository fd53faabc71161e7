#include "planning/anatomy/level_span.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "planning/anatomy/level_measures.h"

namespace planning::anatomy {
namespace {

constexpr double kBeyondMm = 40;        ///< so far the canal and the bodies may be thought to go on
constexpr double kFirstSacralMm = 30;   ///< from S1's pedicles down to those of S2
constexpr double kAtlasMm = 17.5;       ///< from C2's pedicles up to C1
constexpr double kPedicleHalfMm = 7.5;  ///< from a pedicle's middle to its upper or lower edge

/// The program's own finding, not the operator's bare click.
bool wasFound(const CountedLevel& level) {
  return level.inCanal || level.clicked || !level.byClick;
}

std::vector<Point> inCanal(const std::vector<CountedLevel>& levels) {
  std::vector<Point> line;
  for (const CountedLevel& level : levels)
    if (level.inCanal) line.push_back(*level.inCanal);
  return line;
}

std::vector<Point> bodies(const std::vector<CountedLevel>& levels) {
  std::vector<Point> line;
  for (const CountedLevel& level : levels)
    if (wasFound(level)) line.push_back(level.middle);
  return line;
}

/// The place of a line, feet to head, that lies at the height of p, and the line's direction there.
struct OnLine {
  Point place;
  Vector up;
};

std::optional<OnLine> atHeightOf(const std::vector<Point>& line, const Point& p) {
  if (line.empty()) return std::nullopt;
  OnLine nearest{line.front(), makeVector(0, 0, 1)};
  double least = std::numeric_limits<double>::max();
  for (std::size_t n = 0; n + 1 < line.size(); ++n) {
    const Vector along = line[n + 1] - line[n];
    const double length = along.GetNorm();
    if (!(length > 0)) continue;
    const Vector up = along / length;
    const Point place = line[n] + up * std::clamp(dot(p - line[n], up), 0.0, length);
    if (const double apart = (p - place).GetNorm(); apart < least) least = apart, nearest = {place, up};
  }
  const double beyond = std::abs(dot(p - nearest.place, nearest.up));
  return beyond <= kBeyondMm ? std::optional(nearest) : std::nullopt;
}

std::optional<double> leftOf(const std::vector<Point>& line, const Point& p) {
  const auto at = atHeightOf(line, p);
  if (!at) return std::nullopt;
  Vector left = makeVector(1, 0, 0) - at->up * at->up[0];
  left.Normalize();
  return dot(p - at->place, left);
}

const CountedLevel* sureOne(const std::vector<CountedLevel>& levels, const std::string& name) {
  const auto found = std::find_if(levels.begin(), levels.end(), [&](const CountedLevel& level) {
    return level.name == name && level.sure && wasFound(level);
  });
  return found == levels.end() ? nullptr : &*found;
}

/// From the feet to the head at a vertebra: toward its counted neighbours.
Vector upAt(const std::vector<CountedLevel>& levels, const std::string& name) {
  const auto place = [](const CountedLevel& level) { return level.inCanal.value_or(level.middle); };
  const auto own = std::find_if(levels.begin(), levels.end(), [&](const auto& level) { return level.name == name; });
  Vector up = makeVector(0, 0, 1);
  if (own + 1 < levels.end() && wasFound(own[1])) up = place(own[1]) - place(*own);
  if (own != levels.begin() && wasFound(own[-1]) && own + 1 == levels.end()) up = place(*own) - place(own[-1]);
  up.Normalize();
  return up;
}

Point pediclesOf(const std::vector<CountedLevel>& levels, const CountedLevel& level) {
  if (level.inCanal) return *level.inCanal;
  const LevelMeasure* usual = measureOf(level.name);
  return level.middle + upAt(levels, level.name) * (usual ? usual->pediclesUpMm : 0.0);
}

/// The pedicles of a level's two ends.
struct Ends {
  Point upper, lower;
};

std::optional<Ends> endsOf(const std::vector<CountedLevel>& levels, const LevelBounds& bounds) {
  const CountedLevel* upper = sureOne(levels, bounds.upper);
  const CountedLevel* lower = sureOne(levels, bounds.lower);
  if (upper && lower) return Ends{pediclesOf(levels, *upper), pediclesOf(levels, *lower)};
  if (upper && bounds.lower.empty()) {
    const Point from = pediclesOf(levels, *upper);
    return Ends{from, from - upAt(levels, bounds.upper) * kFirstSacralMm};
  }
  if (lower && bounds.upper == "C1") {
    const Point from = pediclesOf(levels, *lower);
    return Ends{from + upAt(levels, bounds.lower) * kAtlasMm, from};
  }
  return std::nullopt;
}

Vector acrossOf(Vector way, const Vector& up) {
  way -= up * dot(way, up);
  if (way.GetNorm() > 0) way.Normalize();
  return way;
}

/// Toward the body, where the program found both it and the canal; a bare click is anywhere on its vertebra. Absent for
/// what no vertebra is like.
std::optional<Vector> towardBody(const CountedLevel& level, const Vector& up) {
  constexpr double kNearestMm = 10, kFarthestMm = 60, kLeastCosine = 0.5;  // lying on the side or turned in the scan
  if (!level.inCanal || (level.byClick && !level.clicked)) return std::nullopt;
  Vector way = level.middle - *level.inCanal;
  way -= up * dot(way, up);
  const double length = way.GetNorm();
  if (length < kNearestMm || length > kFarthestMm || -way[1] < kLeastCosine * length) return std::nullopt;
  return way / length;
}

/// Of p along the way from the lower to the upper end, mm; and the way's length.
std::pair<double, double> heightIn(const Ends& ends, const Point& p) {
  const Vector way = ends.upper - ends.lower;
  const double length = way.GetNorm();
  return {length > 0 ? dot(p - ends.lower, way) / length : 0.0, length};
}

}  // namespace

std::optional<double> fromCanalMm(const std::vector<CountedLevel>& levels, const Point& p) {
  return leftOf(inCanal(levels), p);
}

std::optional<double> fromBodiesMm(const std::vector<CountedLevel>& levels, const Point& p) {
  return leftOf(bodies(levels), p);
}

std::optional<double> inFrontOfBodiesMm(const std::vector<CountedLevel>& levels, const Point& p) {
  const auto at = atHeightOf(bodies(levels), p);
  if (!at) return std::nullopt;
  Vector front = makeVector(0, -1, 0) + at->up * at->up[1];
  front.Normalize();
  return dot(p - at->place, front);
}

std::optional<SpineFrame> spineFrameAt(const std::vector<CountedLevel>& levels, const Point& p) {
  constexpr double kUsualHeightMm = 35;
  const auto at = atHeightOf(inCanal(levels), p);
  if (!at) return std::nullopt;
  Vector front = makeVector(0, 0, 0);
  for (const CountedLevel& level : levels)
    if (const auto way = towardBody(level, at->up)) {
      const double apart = dot(*level.inCanal - at->place, at->up) / kUsualHeightMm;
      front += *way * std::exp(-apart * apart);
    }
  if (!(front.GetNorm() > 0)) front = makeVector(0, -1, 0);
  SpineFrame frame{at->place, at->up, acrossOf(front, at->up), {}};
  frame.left = cross(frame.up, frame.front);
  return frame;
}

std::optional<LevelFrame> frameOfLevel(const std::vector<CountedLevel>& levels, const std::string& level) {
  const auto bounds = boundsOf(level);
  const CountedLevel* upper = bounds ? sureOne(levels, bounds->upper) : nullptr;
  const CountedLevel* lower = bounds ? sureOne(levels, bounds->lower) : nullptr;
  if (!upper || !lower || !upper->inCanal || !lower->inCanal) return std::nullopt;
  LevelFrame frame;
  frame.lower = *lower->inCanal;
  frame.up = *upper->inCanal - *lower->inCanal;
  frame.heightMm = frame.up.GetNorm();
  if (!(frame.heightMm > 0)) return std::nullopt;
  frame.up /= frame.heightMm;
  const auto spine = spineFrameAt(levels, frame.lower + frame.up * (frame.heightMm / 2));
  if (!spine) return std::nullopt;
  frame.front = acrossOf(spine->front, frame.up);
  frame.left = cross(frame.up, frame.front);
  return frame;
}

std::optional<LevelBounds> boundsOf(const std::string& level) {
  const auto dash = level.find('-');
  if (dash != std::string::npos) {
    const std::string upper = level.substr(0, dash), lower = level.substr(dash + 1);
    return levelAbove(lower) == upper ? std::optional(LevelBounds{upper, lower}) : std::nullopt;
  }
  if (level == "C8") return LevelBounds{"C7", "T1"};
  if (level == "S1") return LevelBounds{"S1", {}};
  if (!levelAbove(level, 0)) return std::nullopt;
  const bool cervical = level.front() == 'C';
  const auto other = levelAbove(level, cervical ? 1 : -1);
  if (!other) return std::nullopt;
  return cervical ? LevelBounds{*other, level} : LevelBounds{level, *other};
}

std::optional<double> outsideLevelMm(const std::vector<CountedLevel>& levels, const std::string& level,
                                     const Point& p) {
  const auto bounds = boundsOf(level);
  const auto ends = bounds ? endsOf(levels, *bounds) : std::nullopt;
  if (!ends) return std::nullopt;
  const auto [height, length] = heightIn(*ends, p);
  return height > length ? height - length : std::min(height, 0.0);
}

std::optional<InForamen> inForamen(const std::vector<CountedLevel>& levels, const std::string& level, const Point& p) {
  const auto bounds = boundsOf(level);
  const CountedLevel* upper = bounds ? sureOne(levels, bounds->upper) : nullptr;
  const CountedLevel* lower = bounds ? sureOne(levels, bounds->lower) : nullptr;
  if (!upper || !lower || !upper->inCanal || !lower->inCanal) return std::nullopt;
  const auto [height, length] = heightIn({*upper->inCanal, *lower->inCanal}, p);
  if (length <= 2 * kPedicleHalfMm) return std::nullopt;
  return InForamen{length - height - kPedicleHalfMm, length - 2 * kPedicleHalfMm};
}

std::vector<std::string> levelsAt(const std::vector<CountedLevel>& levels, const Point& p, double toleranceMm) {
  std::vector<std::pair<double, std::string>> found;
  for (const std::string& upper : levelNames()) {
    const auto below = levelAbove(upper, -1);
    const std::string name = below ? upper + "-" + *below : upper;
    const auto ends = endsOf(levels, *boundsOf(name));
    if (!ends) continue;
    const auto [height, length] = heightIn(*ends, p);
    const double offMiddle = std::abs(height - length / 2);
    if (offMiddle <= length / 2 + toleranceMm) found.emplace_back(offMiddle / length, name);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (auto& [off, name] : found) names.push_back(std::move(name));
  return names;
}

std::optional<double> belowFirstSacralMm(const std::vector<CountedLevel>& levels, const Point& p) {
  const CountedLevel* first = sureOne(levels, "S1");
  if (!first) return std::nullopt;
  return -dot(p - pediclesOf(levels, *first), upAt(levels, "S1"));
}

}  // namespace planning::anatomy
