#include "planning/anatomy/canal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include "planning/anatomy/coarse_scan.h"
#include "planning/anatomy/course.h"
#include "planning/anatomy/hu_sample.h"

namespace planning::anatomy {
namespace {

constexpr double kMostSliceMm = 5.1;
constexpr float kBoneHu = 200;
constexpr float kLeastBodyHu = 90, kMostBodyHu = 900;    ///< marrow and plates, but no metal
constexpr float kLeastSoftHu = -150, kMostSoftHu = 180;  ///< what fills a canal, with contrast in it or without
constexpr double kReachMm = 20;                          ///< the canal sees bone within this
constexpr double kAlongMm = 24;  ///< enclosure is averaged over this: laminae and foramina alternate
constexpr double kBodyWidthMm = 18, kBodyHeightMm = 10, kBodyInFrontMm = 22;
constexpr float kBodyWeight = 0.8f;
/// Enclosure (0 to 1) and body (0 to 0.8) together: the canal goes on while they are on the whole more than the first,
/// and is none when their mean is less than the second.
constexpr double kEndScore = 0.75, kLeastScore = 0.95;
constexpr double kMostFillingHu = 65;  ///< median; of 58 canals of known scans and windows at most 41, of a hip bone 93
constexpr float kTissueHu = -300;
constexpr double kFreeAsideMm = 30, kAsideCost = 0.04;  ///< a mm that the canal lies farther from the body's middle
constexpr double kPathSigmaMm = 6, kDirectionSigmaMm = 8;
constexpr std::size_t kLeastLengthMm = 25;

using Field = std::vector<float>;

/// How much like the canal's middle each cell of a coarse scan is.
class Likeness {
 public:
  explicit Likeness(const CoarseScan& scan) : scan_(scan) {}

  /// Absent when stopped.
  std::optional<Field> of(Progress& progress) const {
    Field all(scan_.hu.size());
    if (!addEnclosure(all, progress)) return std::nullopt;
    const auto cells = [](double mm) { return std::lround(mm / CoarseScan::kCellMm); };
    averageAlong(all, 2, cells(kAlongMm) / 2);
    Field body(scan_.hu.size()), soft(scan_.hu.size());
    for (std::size_t cell = 0; cell < body.size(); ++cell) {
      const float hu = scan_.hu[cell];
      body[cell] = hu > kLeastBodyHu && hu < kMostBodyHu ? 1.0f : 0.0f;
      soft[cell] = hu > kLeastSoftHu && hu < kMostSoftHu ? 1.0f : 0.0f;
    }
    averageAlong(body, 0, cells(kBodyWidthMm) / 2), averageAlong(body, 1, cells(kBodyWidthMm) / 2);
    averageAlong(body, 2, cells(kBodyHeightMm) / 2);
    averageAlong(soft, 0, 2), averageAlong(soft, 1, 2);
    if (progress.stopRequested()) return std::nullopt;
    const long front = cells(kBodyInFrontMm);  // front is -y
    for (long k = 0; k < scan_.size[2]; ++k)
      for (long j = 0; j < scan_.size[1]; ++j)
        for (long i = 0; i < scan_.size[0]; ++i) {
          const std::size_t cell = scan_.at(i, j, k);
          if (j >= front) all[cell] += kBodyWeight * body[scan_.at(i, j - front, k)];
          if (soft[cell] <= 0.6f) all[cell] = -1;
        }
    return all;
  }

 private:
  /// The part of 16 directions in the slice in which each cell sees bone within reach.
  bool addEnclosure(Field& all, Progress& progress) const {
    constexpr std::array<std::array<long, 2>, 16> kDirections{{{1, 0},
                                                               {-1, 0},
                                                               {0, 1},
                                                               {0, -1},
                                                               {1, 1},
                                                               {1, -1},
                                                               {-1, 1},
                                                               {-1, -1},
                                                               {2, 1},
                                                               {-2, 1},
                                                               {2, -1},
                                                               {-2, -1},
                                                               {1, 2},
                                                               {-1, 2},
                                                               {1, -2},
                                                               {-1, -2}}};
    std::vector<std::uint8_t> steps(static_cast<std::size_t>(scan_.size[0] * scan_.size[1]));
    for (long k = 0; k < scan_.size[2]; ++k) {
      if (k % 16 == 0) {
        if (progress.stopRequested()) return false;
        progress.advance(0.8 * static_cast<double>(k) / static_cast<double>(scan_.size[2]));
      }
      for (const auto& way : kDirections) lookAlong(way, k, steps, all);
    }
    return true;
  }

  /// Each cell's way to bone is its neighbour's and one step, so the cells are passed against the direction.
  void lookAlong(const std::array<long, 2>& way, long k, std::vector<std::uint8_t>& steps, Field& all) const {
    constexpr int kNone = 200;
    const double length = CoarseScan::kCellMm * std::hypot(static_cast<double>(way[0]), static_cast<double>(way[1]));
    const int reach = static_cast<int>(kReachMm / length);
    const long width = scan_.size[0], depth = scan_.size[1];
    for (long b = 0; b < depth; ++b)
      for (long a = 0; a < width; ++a) {
        const long i = way[0] > 0 ? width - 1 - a : a, j = way[1] > 0 ? depth - 1 - b : b;
        const long x = i + way[0], y = j + way[1];
        int own = kNone;
        if (x >= 0 && y >= 0 && x < width && y < depth)
          own = scan_.hu[scan_.at(x, y, k)] > kBoneHu
                    ? 1
                    : std::min(kNone, steps[static_cast<std::size_t>(y * width + x)] + 1);
        steps[static_cast<std::size_t>(j * width + i)] = static_cast<std::uint8_t>(own);
        if (own <= reach) all[scan_.at(i, j, k)] += 1.0f / 16;
      }
  }

  /// Mean over `reach` cells to either side; beyond the ends the last one goes on.
  void averageAlong(Field& field, unsigned axis, long reach) const {
    const long stride = axis == 0 ? 1 : axis == 1 ? scan_.size[0] : scan_.size[0] * scan_.size[1];
    const long length = scan_.size[axis];
    std::vector<float> line(static_cast<std::size_t>(length));
    for (std::size_t start = 0; start < field.size(); ++start) {
      if (static_cast<long>(start) / stride % length != 0) continue;
      const auto cell = [&](long n) { return start + static_cast<std::size_t>(n * stride); };
      for (long n = 0; n < length; ++n) line[static_cast<std::size_t>(n)] = field[cell(n)];
      const auto value = [&](long n) {
        return static_cast<double>(line[static_cast<std::size_t>(std::clamp(n, 0L, length - 1))]);
      };
      double sum = 0;
      for (long n = -reach; n <= reach; ++n) sum += value(n);
      for (long n = 0; n < length; ++n) {
        field[cell(n)] = static_cast<float>(sum / static_cast<double>(2 * reach + 1));
        sum += value(n + reach + 1) - value(n - reach);
      }
    }
  }

  const CoarseScan& scan_;
};

/// HU cells of the body have their middle here, across the patient.
double middleOfBody(const CoarseScan& scan) {
  double sum = 0, count = 0;
  for (long k = 0; k < scan.size[2]; k += 2)
    for (long j = 0; j < scan.size[1]; j += 2)
      for (long i = 0; i < scan.size[0]; i += 2)
        if (scan.hu[scan.at(i, j, k)] > kTissueHu) sum += static_cast<double>(i), ++count;
  return count > 0 ? sum / count : 0;
}

struct Way {
  std::vector<Point> places;
  double score = 0;  ///< mean
};

/// From slice to slice the way that is most above the end score in all, runs straight, and stays near the middle of
/// the body; it begins and ends where that is best. From the feet to the head.
Way bestWay(const CoarseScan& scan, const Field& likeness) {
  constexpr float kForward = 0.05f, kAside = 0.25f;  // a spine turns forward and back more than aside
  constexpr std::array<std::array<long, 2>, 15> kSteps{{{0, 0},
                                                        {0, -1},
                                                        {0, 1},
                                                        {0, -2},
                                                        {0, 2},
                                                        {-1, 0},
                                                        {-1, -1},
                                                        {-1, 1},
                                                        {-1, -2},
                                                        {-1, 2},
                                                        {1, 0},
                                                        {1, -1},
                                                        {1, 1},
                                                        {1, -2},
                                                        {1, 2}}};
  constexpr std::uint8_t kBegins = 255;
  const double middle = middleOfBody(scan);
  Field worth(likeness.size());
  std::vector<std::uint8_t> from(worth.size(), kBegins);
  std::size_t end = 0;
  for (long k = 0; k < scan.size[2]; ++k)
    for (long j = 0; j < scan.size[1]; ++j)
      for (long i = 0; i < scan.size[0]; ++i) {
        const std::size_t cell = scan.at(i, j, k);
        float best = 0;
        for (std::size_t n = 0; n < kSteps.size() && k > 0; ++n) {
          const long x = i + kSteps[n][0], y = j + kSteps[n][1];
          if (x < 0 || y < 0 || x >= scan.size[0] || y >= scan.size[1]) continue;
          const float here = worth[scan.at(x, y, k - 1)] - kAside * static_cast<float>(kSteps[n][0] * kSteps[n][0]) -
                             kForward * static_cast<float>(kSteps[n][1] * kSteps[n][1]);
          if (here > best) best = here, from[cell] = static_cast<std::uint8_t>(n);
        }
        const double aside = std::abs(static_cast<double>(i) - middle) * CoarseScan::kCellMm;
        const double far = kAsideCost * std::max(0.0, aside - kFreeAsideMm);
        worth[cell] = best + likeness[cell] - static_cast<float>(kEndScore + far);
        if (worth[cell] > worth[end]) end = cell;
      }
  Way way;
  const auto slice = static_cast<std::size_t>(scan.size[0] * scan.size[1]);
  for (long k = static_cast<long>(end / slice), j = static_cast<long>(end % slice) / scan.size[0],
            i = static_cast<long>(end % slice) % scan.size[0];
       ; --k) {
    way.places.push_back(scan.place(i, j, k));
    way.score += static_cast<double>(likeness[scan.at(i, j, k)]);
    const std::uint8_t step = from[scan.at(i, j, k)];
    if (step == kBegins) break;
    i += kSteps[step][0], j += kSteps[step][1];
  }
  std::reverse(way.places.begin(), way.places.end());
  way.score /= static_cast<double>(way.places.size());
  return way;
}

Canal withDirections(const std::vector<Point>& line) {
  const std::vector<Point> evenly = resampled(smoothed(line, kPathSigmaMm / CoarseScan::kCellMm), 1);
  if (evenly.size() < 2) return {};
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

/// How far bone is from the middle in a direction; absent within reach.
std::optional<double> wallMm(const Volume::Image& hu, const CanalPlace& at, const Vector& way, const Vector& along) {
  for (double mm = 3; mm <= 18; mm += 0.5)
    for (const double aside : {-2.0, 0.0, 2.0})
      if (huNear(hu, at.centre + way * mm + along * aside) > static_cast<double>(kBoneHu)) return mm;
  return std::nullopt;
}

/// Moved to the middle between the walls where both are seen; in between as its neighbours.
Canal centred(const Canal& canal, const Volume::Image& hu, const Vector CanalPlace::*way,
              const Vector CanalPlace::*along) {
  std::vector<double> off(canal.size()), seen(canal.size());
  for (std::size_t n = 0; n < canal.size(); ++n) {
    const auto toward = wallMm(hu, canal[n], canal[n].*way, canal[n].*along);
    const auto away = wallMm(hu, canal[n], -(canal[n].*way), canal[n].*along);
    if (!toward || !away || *toward + *away < 10) continue;
    off[n] = (*toward - *away) / 2;
    seen[n] = 1;
  }
  off = smoothed(off, kDirectionSigmaMm);
  seen = smoothed(seen, kDirectionSigmaMm);
  std::vector<Point> line;
  for (std::size_t n = 0; n < canal.size(); ++n)
    line.push_back(canal[n].centre + canal[n].*way * (seen[n] > 0.02 ? off[n] / seen[n] : 0.0));
  return withDirections(resampled(line, CoarseScan::kCellMm));
}

/// Fluid, cord, nerves and fat fill a canal; the marrow of a hip bone, whose two plates enclose as well, is denser.
bool isFilledLikeCanal(const Canal& canal, const Volume::Image& hu) {
  std::vector<double> inside;
  for (const CanalPlace& at : canal)
    for (const double aside : {-3.0, 0.0, 3.0}) inside.push_back(huNear(hu, at.centre + at.left * aside));
  const auto median = inside.begin() + static_cast<long>(inside.size() / 2);
  std::nth_element(inside.begin(), median, inside.end());
  return *median <= kMostFillingHu;
}

/// From slice to slice; 0 where there is one only.
double sliceMm(const Volume::Image& hu) {
  return hu.GetLargestPossibleRegion().GetSize(2) > 1 ? hu.GetSpacing()[2] : 0;
}

}  // namespace

Expected<Canal> findCanal(const Volume& volume, Progress& progress) {
  if (!volume.isHu) return refuse("canal-needs-hu");
  if (const double mm = sliceMm(*volume.hu); mm > kMostSliceMm) return refuse("canal-slices-too-thick", {}, mmText(mm));
  ProgressPart sampling(progress, 0, 0.4), looking(progress, 0.4, 0.8);
  const auto scan = coarseScan(*volume.hu, sampling);
  if (!scan) return refuse("cancelled");
  const auto likeness = Likeness(*scan).of(looking);
  if (!likeness) return refuse("cancelled");
  if (progress.stopRequested()) return refuse("cancelled");
  const Way way = bestWay(*scan, *likeness);
  progress.advance(0.95);
  if (progress.stopRequested()) return refuse("cancelled");
  Canal canal = withDirections(way.places);
  if (way.score < kLeastScore || canal.size() < kLeastLengthMm) return refuse("no-canal");
  canal = centred(canal, *volume.hu, &CanalPlace::left, &CanalPlace::front);
  canal = centred(canal, *volume.hu, &CanalPlace::front, &CanalPlace::left);
  if (!isFilledLikeCanal(canal, *volume.hu)) return refuse("no-canal");
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
