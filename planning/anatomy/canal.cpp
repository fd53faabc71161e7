#include "planning/anatomy/canal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "planning/anatomy/course.h"
#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

constexpr double kCellMm = 1.5;
constexpr double kHalfWidthMm = 45, kHalfDepthMm = 75;
constexpr double kReachMm = 30;           ///< the canal sees bone within this ...
constexpr double kLeastEnclosure = 0.72;  ///< ... in at least this part of all directions
constexpr double kFarFromWallMm = 5;      ///< no better farther from the walls than this
constexpr double kPathSigmaMm = 6, kDirectionSigmaMm = 8;

/// A box of cells along the patient's axes: which are bone, and how much bone each sees around it.
class Box {
 public:
  Box(const Mask& bone, const Point& inSpine) {
    const auto range = wholeRange(bone);
    Point low, high;
    for (unsigned axis = 0; axis < 3; ++axis)
      low[axis] = std::numeric_limits<double>::max(), high[axis] = std::numeric_limits<double>::lowest();
    for (int corner = 0; corner < 8; ++corner) {
      Mask::IndexType index;
      for (unsigned axis = 0; axis < 3; ++axis)
        index[axis] = (corner >> axis & 1) ? range.last[axis] : range.first[axis];
      Point p;
      bone.TransformIndexToPhysicalPoint(index, p);
      for (unsigned axis = 0; axis < 3; ++axis)
        low[axis] = std::min(low[axis], p[axis]), high[axis] = std::max(high[axis], p[axis]);
    }
    const double half[2] = {kHalfWidthMm, kHalfDepthMm};
    for (unsigned axis = 0; axis < 2; ++axis)
      low[axis] = inSpine[axis] - half[axis], high[axis] = inSpine[axis] + half[axis];
    corner_ = low;
    for (unsigned axis = 0; axis < 3; ++axis)
      size_[axis] = std::max(1L, std::lround((high[axis] - low[axis]) / kCellMm) + 1);
    bone_.resize(static_cast<std::size_t>(size_[0] * size_[1] * size_[2]));
    for (long k = 0; k < size_[2]; ++k)
      for (long j = 0; j < size_[1]; ++j)
        for (long i = 0; i < size_[0]; ++i) bone_[at(i, j, k)] = contains(bone, place(i, j, k));
  }

  long size(unsigned axis) const { return size_[axis]; }
  std::size_t at(long i, long j, long k) const { return static_cast<std::size_t>((k * size_[1] + j) * size_[0] + i); }
  bool isBone(std::size_t cell) const { return bone_[cell] != 0; }
  Point place(long i, long j, long k) const {
    return corner_ + makeVector(static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)) * kCellMm;
  }

  /// The part of the 26 directions in which each cell sees bone within reach; what leaves through the top or the bottom
  /// counts as seen, for the spine goes on there. And how far the nearest bone is in any of them.
  void look(std::vector<float>& enclosure, std::vector<float>& wallMm) const {
    enclosure.assign(bone_.size(), 0);
    wallMm.assign(bone_.size(), static_cast<float>(kFarFromWallMm));
    std::vector<float> away(bone_.size());
    for (int direction = 0; direction < 27; ++direction) {
      const long step[3] = {direction % 3 - 1, direction / 3 % 3 - 1, direction / 9 - 1};
      if (direction == 13) continue;
      lookAlong(step, away);
      for (std::size_t cell = 0; cell < away.size(); ++cell) {
        if (away[cell] <= static_cast<float>(kReachMm)) enclosure[cell] += 1.0f / 26;
        wallMm[cell] = std::min(wallMm[cell], away[cell]);
      }
    }
  }

 private:
  /// Each cell's way to bone is its neighbour's and one step, so the cells are passed against the direction.
  void lookAlong(const long (&step)[3], std::vector<float>& away) const {
    const auto length = static_cast<float>(
        kCellMm * std::sqrt(static_cast<double>(step[0] * step[0] + step[1] * step[1] + step[2] * step[2])));
    const auto passed = [&](unsigned axis, long n) { return step[axis] > 0 ? size_[axis] - 1 - n : n; };
    for (long c = 0; c < size_[2]; ++c)
      for (long b = 0; b < size_[1]; ++b)
        for (long a = 0; a < size_[0]; ++a) {
          const long i = passed(0, a), j = passed(1, b), k = passed(2, c);
          const long x = i + step[0], y = j + step[1], z = k + step[2];
          float& own = away[at(i, j, k)];
          if (x < 0 || y < 0 || x >= size_[0] || y >= size_[1])
            own = 1e9f;
          else if (z < 0 || z >= size_[2])
            own = static_cast<float>(kFarFromWallMm);
          else
            own = (bone_[at(x, y, z)] ? 0.0f : away[at(x, y, z)]) + length;
        }
  }

  Point corner_;
  long size_[3] = {0, 0, 0};
  std::vector<std::uint8_t> bone_;
};

struct PathPlace {
  Point place;
  double enclosure = 0;
};

/// From slice to slice of cells, the way with the most enclosure that stays far from walls and runs straight.
class BestPath {
 public:
  BestPath(const Box& box, const std::vector<float>& enclosure, const std::vector<float>& wallMm)
      : box_(box), enclosure_(enclosure), worth_(enclosure.size()), from_(enclosure.size()) {
    for (std::size_t cell = 0; cell < worth_.size(); ++cell)
      worth_[cell] = box.isBone(cell) ? -1.0f : enclosure[cell] + 0.03f * wallMm[cell];
    for (long k = 1; k < box.size(2); ++k) step(k);
  }

  std::vector<PathPlace> places() const {
    const long top = box_.size(2) - 1;
    std::size_t best = box_.at(0, 0, top);
    for (std::size_t cell = best; cell < worth_.size(); ++cell)
      if (worth_[cell] > worth_[best]) best = cell;
    std::vector<PathPlace> path;
    for (long k = top; k >= 0; --k) {
      const auto inSlice = static_cast<long>(best - box_.at(0, 0, k));
      path.push_back({box_.place(inSlice % box_.size(0), inSlice / box_.size(0), k), enclosure_[best]});
      best = from_[best];
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

 private:
  void step(long k) {
    constexpr float kForward = 0.04f, kAside = 0.4f;  // a spine turns forward and back more than aside
    for (long j = 0; j < box_.size(1); ++j)
      for (long i = 0; i < box_.size(0); ++i) {
        float best = std::numeric_limits<float>::lowest();
        std::size_t from = 0;
        for (long y = std::max(0L, j - 2); y <= std::min(j + 2, box_.size(1) - 1); ++y)
          for (long x = std::max(0L, i - 1); x <= std::min(i + 1, box_.size(0) - 1); ++x) {
            const std::size_t below = box_.at(x, y, k - 1);
            const float worth = worth_[below] - kForward * static_cast<float>((y - j) * (y - j)) -
                                kAside * static_cast<float>((x - i) * (x - i));
            if (worth > best) best = worth, from = below;
          }
        worth_[box_.at(i, j, k)] += best;
        from_[box_.at(i, j, k)] = from;
      }
  }

  const Box& box_;
  const std::vector<float>& enclosure_;
  std::vector<float> worth_;
  std::vector<std::size_t> from_;
};

/// The part of the path around the spine's given height in which bone encloses it.
std::vector<Point> enclosedPart(const std::vector<PathPlace>& path, const Point& inSpine) {
  std::vector<double> enclosure;
  for (const PathPlace& each : path) enclosure.push_back(each.enclosure);
  enclosure = smoothed(enclosure, 2);
  std::size_t first = 0;
  for (std::size_t n = 1; n < path.size(); ++n)
    if (std::abs(path[n].place[2] - inSpine[2]) < std::abs(path[first].place[2] - inSpine[2])) first = n;
  if (enclosure[first] < kLeastEnclosure) return {};
  std::size_t last = first;
  while (first > 0 && enclosure[first - 1] >= kLeastEnclosure) --first;
  while (last + 1 < path.size() && enclosure[last + 1] >= kLeastEnclosure) ++last;
  std::vector<Point> part;
  for (std::size_t n = first; n <= last; ++n) part.push_back(path[n].place);
  return part;
}

Canal withDirections(const std::vector<Point>& line) {
  const std::vector<Point> evenly = resampled(smoothed(line, kPathSigmaMm / kCellMm), 1);
  Canal canal;
  for (const Vector& up : directionsOf(evenly, kDirectionSigmaMm)) {
    CanalPlace place;
    place.centre = evenly[canal.size()];
    place.up = up;
    place.left = makeVector(1, 0, 0) - up * up[0];
    place.left.Normalize();
    place.front = cross(place.left, up);
    canal.push_back(place);
  }
  return canal;
}

/// How far bone is from the middle in a direction, looked for in a strip; absent within reach.
std::optional<double> wallMm(const Mask& bone, const CanalPlace& at, const Vector& way, const Vector& along) {
  for (double mm = 4; mm <= 18; mm += 0.5)
    for (const double aside : {0.0, 2.0, 4.0})
      if (contains(bone, at.centre + way * mm + along * aside)) return mm;
  return std::nullopt;
}

/// Moved to the middle between the walls where both are seen; in between as its neighbours.
Canal centred(const Canal& canal, const Mask& bone) {
  std::vector<double> across(canal.size()), seen(canal.size());
  for (std::size_t n = 0; n < canal.size(); ++n) {
    const auto left = wallMm(bone, canal[n], canal[n].left, canal[n].front);
    const auto right = wallMm(bone, canal[n], -canal[n].left, canal[n].front);
    if (!left || !right || *left + *right < 12) continue;
    across[n] = (*left - *right) / 2;
    seen[n] = 1;
  }
  across = smoothed(across, kDirectionSigmaMm);
  seen = smoothed(seen, kDirectionSigmaMm);
  std::vector<Point> line;
  for (std::size_t n = 0; n < canal.size(); ++n)
    line.push_back(canal[n].centre + canal[n].left * (seen[n] > 0.02 ? across[n] / seen[n] : 0.0));
  return withDirections(resampled(line, kCellMm));
}

}  // namespace

Expected<Canal> findCanal(const Mask& bone, const Point& inSpine, Progress& progress) {
  constexpr std::size_t kLeastPlaces = 10;
  const Box box(bone, inSpine);
  progress.advance(0.3);
  if (progress.stopRequested()) return refuse("cancelled");
  std::vector<float> enclosure, wall;
  box.look(enclosure, wall);
  progress.advance(0.7);
  if (progress.stopRequested()) return refuse("cancelled");
  const auto part = enclosedPart(BestPath(box, enclosure, wall).places(), inSpine);
  if (part.size() < kLeastPlaces) return refuse("no-canal");
  const Canal canal = centred(withDirections(part), bone);
  progress.advance(1);
  return canal;
}

std::size_t canalIndexAt(const Canal& canal, const Point& p) {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::max();
  for (std::size_t n = 0; n < canal.size(); ++n) {
    const double off = std::abs(dot(p - canal[n].centre, canal[n].up));
    const double apart = (p - canal[n].centre).GetNorm();
    // A curved canal may be at right angles to a place twice: the nearer one.
    if (const double both = off + 0.1 * apart; both < least) least = both, best = n;
  }
  return best;
}

}  // namespace planning::anatomy
