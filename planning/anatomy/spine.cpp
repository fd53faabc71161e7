#include "planning/anatomy/spine.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/anatomy/course.h"
#include "planning/anatomy/disc_row.h"
#include "planning/anatomy/hu_sample.h"
#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

constexpr double kBodyAxisMm = 22;  ///< the bodies' axis lies so far in front of the canal's middle
constexpr double kDiscEdgeMm = 8;   ///< and their back here: about which a disc's plane is tilted
constexpr int kLargestTiltDegrees = 25, kTiltStepDegrees = 5;
constexpr double kSlabFromMm = 12, kSlabToMm = 30, kSlabHalfMm = 8;
constexpr double kDarkestHu = -50, kBrightestHu = 400;  ///< fat and dense plates count no further
constexpr double kPostureMm = 12;                       ///< how far a spinous process hangs below its vertebra

/// A plane across the spine, tilted about the bodies' back edge: its middle, and its normal.
Point inTiltedPlane(const CanalPlace& at, double frontMm, double leftMm, double tilt) {
  return at.centre + at.front * frontMm + at.left * leftMm + at.up * (std::tan(tilt) * (frontMm - kDiscEdgeMm));
}

/// Mean HU in the bodies, in slabs across them at every place of the canal.
std::vector<double> slabHu(const Volume::Image& hu, const Canal& canal, double tilt) {
  std::vector<double> means;
  for (const CanalPlace& at : canal) {
    double sum = 0;
    int count = 0;
    for (double front = kSlabFromMm; front <= kSlabToMm; front += 2)
      for (double left = -kSlabHalfMm; left <= kSlabHalfMm; left += 4, ++count)
        sum += std::clamp(huNear(hu, inTiltedPlane(at, front, left, tilt)), kDarkestHu, kBrightestHu);
    means.push_back(sum / count);
  }
  return means;
}

/// How much darker each slab is than those 5 to 9 mm above and below it.
std::vector<double> darkness(const std::vector<double>& means) {
  const long last = static_cast<long>(means.size()) - 1;
  const auto at = [&](long n) { return means[static_cast<std::size_t>(std::clamp(n, 0L, last))]; };
  std::vector<double> dark;
  for (long n = 0; n <= last; ++n) {
    double beside = 0;
    for (const long off : {5L, 7L, 9L}) beside += (at(n - off) + at(n + off)) / 6;
    dark.push_back(beside - at(n));
  }
  return dark;
}

/// The part of the canal's sides that pedicles and facets close at each place.
std::vector<double> closedness(const Mask& bone, const Canal& canal) {
  std::vector<double> closed;
  for (const CanalPlace& at : canal) {
    int hit = 0, all = 0;
    for (const double sign : {-1.0, 1.0})
      for (const double front : {-2.0, 0.0, 2.0, 4.0}) {
        bool found = false;
        for (double side = 6; side < 22 && !found; ++side)
          found = contains(bone, at.centre + at.left * (sign * side) + at.front * front);
        hit += found, ++all;
      }
    closed.push_back(static_cast<double>(hit) / all);
  }
  return smoothed(closed, 1.5);
}

Disc discAt(const Canal& canal, std::size_t index, double tilt, double clearness) {
  const CanalPlace& at = canal[index];
  return {index, inTiltedPlane(at, kBodyAxisMm, 0, tilt), at.up * std::cos(tilt) - at.front * std::sin(tilt),
          clearness};
}

}  // namespace

Expected<Spine> findSpine(const Volume& volume, const Mask::Pointer& bone, const Point& inSpine, Progress& progress) {
  ProgressPart findingCanal(progress, 0, 0.5);
  auto canal = findCanal(*bone, inSpine, findingCanal);
  if (!canal) return tl::unexpected(canal.error());
  std::vector<double> dark(canal->size(), std::numeric_limits<double>::lowest()), tilts(canal->size());
  for (int degrees = -kLargestTiltDegrees; degrees <= kLargestTiltDegrees; degrees += kTiltStepDegrees) {
    if (progress.stopRequested()) return refuse("cancelled");
    const double tilt = Angle::degrees(degrees).radians();
    const auto these = darkness(slabHu(*volume.hu, *canal, tilt));
    for (std::size_t n = 0; n < dark.size(); ++n)
      if (these[n] > dark[n]) dark[n] = these[n], tilts[n] = tilt;
    progress.advance(0.5 + 0.4 * (degrees + kLargestTiltDegrees) / (2.0 * kLargestTiltDegrees));
  }
  const auto clear = clearnessOf(dark);
  Spine spine{std::move(*canal), {}, bone};
  for (const std::size_t index : bestDiscRow(clear, closedness(*bone, spine.canal)))
    spine.discs.push_back(discAt(spine.canal, index, tilts[index], clear[index]));
  if (spine.discs.empty()) return refuse("no-discs");
  progress.advance(1);
  return spine;
}

std::size_t Spine::vertebraAt(const Point& p) const {
  const CanalPlace& at = canal[canalIndexAt(canal, p)];
  const bool behind = dot(p - at.centre, at.front) < 0;
  const Point judged = behind ? p + at.up * kPostureMm : p;
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
  const CanalPlace& at = canal[(firstIndex(vertebra) + lastIndex(vertebra)) / 2];
  return at.centre + at.front * kBodyAxisMm;
}

}  // namespace planning::anatomy
