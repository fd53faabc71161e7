#include "planning/anatomy/vessel.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numbers>
#include <utility>

#include "planning/anatomy/flood.h"
#include "planning/anatomy/hu_region.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_filter.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/vessel_wall.h"

namespace planning::anatomy {
namespace {

constexpr double kSeedMm = 2;                       ///< what a vessel's inside is like is asked within this of a seed
constexpr double kCentreMm = 15;                    ///< its middle is sought within this of a seed
constexpr double kBoneRimMm = 1.5;                  ///< the rim of bone passes through the brightness of vessels
constexpr double kShares[] = {0.5, 0.6, 0.7, 0.8};  ///< of the contrast; the wall of a vessel lies at one half
constexpr double kTreeReaches = 3;      ///< what a vessel and its branches hold: a tube this many reaches long
constexpr double kLeastBoneMm3 = 1000;  ///< smaller bright pieces in a vessel are its own calcifications

std::size_t voxelsOf(const itk::ImageBase<3>& image) {
  return image.GetBufferedRegion().GetNumberOfPixels();
}

std::string text(const char* format, double a, double b) {
  char out[64];
  std::snprintf(out, sizeof out, format, a, b);
  return out;
}

/// Calls use(offset) for the voxels whose centres are within `mm` of a place.
template <class Use>
void forEachNear(const itk::ImageBase<3>& grid, const Point& place, double mm, Use use) {
  itk::ContinuousIndex<double, 3> middle;
  grid.TransformPhysicalPointToContinuousIndex(place, middle);
  const auto reach = voxelsWithin(grid, mm);
  const auto size = grid.GetBufferedRegion().GetSize();
  long low[3], high[3];
  for (unsigned axis = 0; axis < 3; ++axis) {
    low[axis] = std::max(0L, std::lround(middle[axis]) - static_cast<long>(reach[axis]));
    high[axis] =
        std::min(static_cast<long>(size[axis]) - 1, std::lround(middle[axis]) + static_cast<long>(reach[axis]));
  }
  for (long k = low[2]; k <= high[2]; ++k)
    for (long j = low[1]; j <= high[1]; ++j)
      for (long i = low[0]; i <= high[0]; ++i) {
        Point centre;
        grid.TransformIndexToPhysicalPoint({{i, j, k}}, centre);
        if ((centre - place).GetNorm() <= mm) use(static_cast<std::size_t>(grid.ComputeOffset({{i, j, k}})));
      }
}

/// Brightness of a vessel's inside.
struct Inside {
  double mean = 0, deviation = 0;
};

Expected<Inside> insideOf(const Volume::Image& hu, const std::vector<Point>& seeds, Progress& progress) {
  const auto spacing = hu.GetSpacing();
  const double aroundMm = kSeedMm + 1.01 * std::max({spacing[0], spacing[1], spacing[2]});
  double sum = 0, squares = 0, count = 0;
  for (const Point& seed : seeds) {
    const auto smooth = medianOf(*partOf(hu, rangeAround(hu, seed, aroundMm)), progress);
    if (!smooth) return tl::unexpected(smooth.error());
    forEachNear(**smooth, seed, kSeedMm, [&](std::size_t n) {
      const double value = (*smooth)->GetBufferPointer()[n];
      sum += value, squares += value * value, ++count;
    });
  }
  const double mean = count > 0 ? sum / count : 0;
  return Inside{mean, count > 0 ? std::sqrt(std::max(0.0, squares / count - mean * mean)) : 0};
}

template <class Rule>
Mask::Pointer where(const Volume::Image& hu, Rule rule) {
  const auto mask = emptyMask(hu, wholeRange(hu));
  const std::int16_t* value = hu.GetBufferPointer();
  std::transform(value, value + voxelsOf(hu), mask->GetBufferPointer(),
                 [&](std::int16_t v) { return static_cast<std::uint8_t>(rule(static_cast<double>(v))); });
  return mask;
}

/// Brighter than this is no inside of the vessel.
double mostHu(const Inside& inside, const VesselRule& rule) {
  return inside.mean + std::max(4 * inside.deviation, 0.5 * (inside.mean - rule.softTissueHu));
}

/// The vessel cannot be there: bone with its rim (large, and brighter than the vessel), `notVessel`, outside `within`.
Expected<Mask::Pointer> blockedBy(const Volume::Image& hu, const Inside& inside, const VesselRule& rule,
                                  const Mask* notVessel, const Mask* within, Progress& progress) {
  const auto bright = whereMedianIsAtLeast(hu, std::floor(mostHu(inside, rule)) + 1);
  const auto bone = withoutSpecks(*bright, kLeastBoneMm3, progress);
  if (!bone) return bone;
  auto rim = dilated(*sampledOn(**bone, hu), kBoneRimMm, progress);
  if (!rim) return rim;
  if (notVessel) addTo(**rim, *sampledOn(*notVessel, hu));
  if (!within) return rim;
  const auto outside = where(hu, [](double) { return true; });
  removeFrom(*outside, *sampledOn(*within, hu));
  addTo(**rim, *outside);
  return rim;
}

/// All that is as bright as the vessel: from `share` of the way between soft tissue and the vessel's inside.
Mask::Pointer candidates(const Volume::Image& hu, const Inside& inside, double share, const VesselRule& rule,
                         const Mask& blocked) {
  const auto candidate = whereMedianIsAtLeast(hu, rule.softTissueHu + share * (inside.mean - rule.softTissueHu));
  removeFrom(*candidate, *whereMedianIsAtLeast(hu, std::floor(mostHu(inside, rule)) + 1));
  removeFrom(*candidate, blocked);
  return candidate;
}

/// Radius of the vessel at the seeds: the deepest place of the candidates near each, the widest of them.
double radiusAt(const RealImage& depth, const std::vector<Point>& seeds) {
  double radius = 0;
  for (const Point& seed : seeds) {
    Point place = seed;
    for (bool moved = true; moved && (place - seed).GetNorm() < kCentreMm;) {  // uphill to the vessel's middle
      moved = false;
      std::size_t best = 0;
      float deepest = 0;
      forEachNear(depth, place, 1.5 * std::max({depth.GetSpacing()[0], depth.GetSpacing()[1], depth.GetSpacing()[2]}),
                  [&](std::size_t n) {
                    if (depth.GetBufferPointer()[n] > deepest) deepest = depth.GetBufferPointer()[n], best = n;
                  });
      if (static_cast<double>(deepest) > radius) {
        radius = static_cast<double>(deepest);
        depth.TransformIndexToPhysicalPoint(depth.ComputeIndex(static_cast<itk::OffsetValueType>(best)), place);
        moved = true;
      }
    }
  }
  return radius;
}

/// The parts that a ball of `radiusMm` fits into: too wide for the vessel.
Expected<Mask::Pointer> tooWide(const Mask& candidate, const RealImage& depth, double radiusMm, Progress& progress) {
  const auto core = emptyMask(candidate, wholeRange(candidate));
  std::transform(depth.GetBufferPointer(), depth.GetBufferPointer() + voxelsOf(depth), core->GetBufferPointer(),
                 [&](float d) { return static_cast<std::uint8_t>(static_cast<double>(d) > radiusMm); });
  if (voxelsIn(*core) == 0) return core;
  auto away = depthInside(*core, progress);  // negative outside the core: minus the distance to it
  if (!away) return tl::unexpected(away.error());
  for (std::size_t n = 0; n < voxelsOf(*core); ++n)
    core->GetBufferPointer()[n] =
        candidate.GetBufferPointer()[n] && static_cast<double>((*away)->GetBufferPointer()[n]) >= -radiusMm;
  return core;
}

/// What voxels across faces join to a seed.
Mask::Pointer joinedTo(const std::vector<Point>& seeds, const Mask& mask) {
  const auto made = emptyMask(mask, wholeRange(mask));
  const auto size = mask.GetBufferedRegion().GetSize();
  const auto take = [&](std::size_t n) {
    return mask.GetBufferPointer()[n] && !std::exchange(made->GetBufferPointer()[n], std::uint8_t{1});
  };
  std::vector<std::size_t> taken;
  for (const Point& seed : seeds)
    forEachNear(mask, seed, kSeedMm, [&](std::size_t n) {
      if (take(n)) taken.push_back(n);
    });
  flood({{size[0], size[1], size[2]}}, std::move(taken), take);
  return made;
}

/// With the voxels beside it that the scan itself, before the smoothing that eats thin vessels, shows as bright.
Expected<Mask::Pointer> withEdge(const Mask& vessel, const Volume::Image& hu, const Inside& inside,
                                 const VesselRule& rule, Progress& progress) {
  const auto spacing = hu.GetSpacing();
  auto edge = dilated(vessel, 1.01 * std::max(spacing[0], spacing[1]), progress);
  if (!edge) return edge;
  const double low = (inside.mean + rule.softTissueHu) / 2, high = 2 * inside.mean - rule.softTissueHu;
  for (std::size_t n = 0; n < voxelsOf(hu); ++n) {
    const std::int16_t value = hu.GetBufferPointer()[n];
    if (vessel.GetBufferPointer()[n] == 0 && !(value >= low && value <= high)) (*edge)->GetBufferPointer()[n] = 0;
  }
  return edge;
}

struct Growth {
  Mask::Pointer vessel;  ///< over `range`
  VoxelRange range;      ///< of the part that was searched
  double leakCm3 = 0;    ///< what it would have run into
  double radiusMm = 0;
};

/// What is as wide as the vessel lies deep inside its own piece, so depths are asked only around that.
Expected<Growth> grow(const Mask& candidate, const std::vector<Point>& seeds, const VesselRule& rule,
                      Progress& progress) {
  const auto spacing = candidate.GetSpacing();
  auto piece = joinedTo(seeds, candidate);
  if (rangeOf(*piece).empty()) return refuse("no-vessels");
  const VoxelRange range = widened(rangeOf(*piece), candidate, 1.01 * std::max({spacing[0], spacing[1], spacing[2]}));
  piece = overRange(*piece, range);
  const auto depth = depthInside(*piece, progress);
  if (!depth) return tl::unexpected(depth.error());
  const double radius = radiusAt(**depth, seeds);
  const auto wide = tooWide(*piece, **depth, std::max(rule.widening * radius, radius + rule.wideningMm), progress);
  if (!wide) return tl::unexpected(wide.error());
  const double wholeMm3 = volumeMm3(*piece);
  removeFrom(*piece, **wide);
  const auto vessel = joinedTo(seeds, *piece);
  return Growth{vessel, range, (wholeMm3 - volumeMm3(*vessel)) / 1000, radius};
}

/// In a late phase the liver or the spleen is nearly as bright as the vessel, and noise makes a sponge of it that is
/// nowhere wide. More than a vessel's tree can hold within reach is such a leak: then only what is brighter counts.
Expected<Growth> grownWithinReason(const Volume::Image& hu, const Inside& inside, const std::vector<Point>& seeds,
                                   const VesselRule& rule, const Mask* notVessel, const Mask* within,
                                   Progress& progress) {
  const auto blocked = blockedBy(hu, inside, rule, notVessel, within, progress);
  if (!blocked) return tl::unexpected(blocked.error());
  double leastCm3 = 0;
  for (const double share : kShares) {
    auto grown = grow(*candidates(hu, inside, share, rule, **blocked), seeds, rule, progress);
    if (!grown) return grown;
    leastCm3 = volumeMm3(*grown->vessel) / 1000;
    const double widest = rule.widening * grown->radiusMm;
    const double mostCm3 = std::numbers::pi * widest * widest * kTreeReaches * rule.reachMm / 1000;
    if (leastCm3 <= mostCm3 * static_cast<double>(seeds.size())) return grown;
  }
  return refuse("vessel-not-told-apart", {}, text("%.0f cm3", leastCm3, 0));
}

Structure describe(Mask::Pointer mask) {
  Structure vessel;
  vessel.name = "Vessel";
  vessel.kind = Kind::Vessel;
  vessel.code = Code{"59820001", "SCT", "Blood vessel"};
  vessel.source = {Origin::Kind::Found};
  vessel.shape = std::move(mask);
  return vessel;
}

VoxelRange rangeAroundAll(const Volume::Image& hu, const std::vector<Point>& seeds, double reachMm) {
  VoxelRange range;
  for (const Point& seed : seeds) {
    const VoxelRange one = rangeAround(hu, seed, reachMm);
    if (one.empty()) return {};
    if (range.empty()) range = one;
    for (unsigned axis = 0; axis < 3; ++axis) {
      range.first[axis] = std::min(range.first[axis], one.first[axis]);
      range.last[axis] = std::max(range.last[axis], one.last[axis]);
    }
  }
  return range;
}

}  // namespace

Expected<Segmented> findVessels(const Volume& volume, const std::vector<Point>& seeds, Progress& progress,
                                const VesselRule& rule, const Mask* notVessel, const Mask* within) {
  if (seeds.empty()) return refuse("no-seeds");
  const VoxelRange range = rangeAroundAll(*volume.hu, seeds, rule.reachMm);
  if (range.empty()) return refuse("outside-scan");
  ProgressPart looking(progress, 0, 0.1), growing(progress, 0.1, 0.9), joining(progress, 0.9, 1);
  const auto part = partOf(*volume.hu, range);
  const auto inside = insideOf(*part, seeds, looking);
  if (!inside) return tl::unexpected(inside.error());
  if (inside->mean - rule.softTissueHu < rule.leastContrastHu)
    return refuse("too-little-contrast", {},
                  text("%.0f HU at the seed, soft tissue %.0f HU", inside->mean, rule.softTissueHu));
  const auto grown = grownWithinReason(*part, *inside, seeds, rule, notVessel, within, growing);
  if (!grown) return tl::unexpected(grown.error());
  const auto edge = withEdge(*grown->vessel, *partOf(*part, grown->range), *inside, rule, joining);
  if (!edge) return tl::unexpected(edge.error());
  const auto walled = withCalcifiedWall(**edge, *part, std::floor(mostHu(*inside, rule)) + 1, joining);
  if (!walled) return tl::unexpected(walled.error());
  const auto whole = filled(**walled, joining);
  if (!whole) return tl::unexpected(whole.error());
  Segmented found{describe(*whole), {}};
  found.structure.lookedIn = regionIn(**whole, *part);
  if (grown->leakCm3 > 0.01)
    found.findings.push_back({"vessel-leak", Severity::Warning, {text("%.1f cm3", grown->leakCm3, 0)}, {}});
  return found;
}

Expected<Segmented> findTubularVessels(const Volume& volume, const TubeSearch& search, Progress& progress) {
  const VoxelRange range = rangeAround(*volume.hu, search.centre, search.halfSideMm);
  if (range.empty()) return refuse("outside-scan");
  ProgressPart measuring(progress, 0, 0.9), joining(progress, 0.9, 1);
  const auto part = partOf(*volume.hu, range);
  const auto measure = tubeMeasure(*part, search.leastRadiusMm, search.largestRadiusMm, measuring);
  if (!measure) return tl::unexpected(measure.error());
  const float* tube = (*measure)->GetBufferPointer();
  const float strongest = *std::max_element(tube, tube + voxelsOf(*part));
  const auto mask = where(*part, [&](double hu) { return hu >= search.leastHu; });
  for (std::size_t n = 0; n < voxelsOf(*part); ++n)
    if (!(static_cast<double>(tube[n]) >= search.leastMeasure * static_cast<double>(strongest)))
      mask->GetBufferPointer()[n] = 0;
  const double leastMm3 = 3.14 * search.leastRadiusMm * search.leastRadiusMm * 10;  // a centimetre of the thinnest
  const auto vessels = withoutSpecks(*mask, leastMm3, joining);
  if (!vessels) return tl::unexpected(vessels.error());
  if (!(strongest > 0) || voxelsIn(**vessels) == 0) return refuse("no-vessels");
  Segmented found{describe(*vessels), {}};
  found.structure.lookedIn = regionIn(**vessels, *part);
  return found;
}

}  // namespace planning::anatomy
