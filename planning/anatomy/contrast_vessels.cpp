#include "planning/anatomy/contrast_vessels.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/vessel.h"
#include "planning/parallel.h"

namespace planning::anatomy {
namespace {

constexpr double kPixelMm = 1.5;                     ///< of the slices that are searched
constexpr double kSliceMm = 2;                       ///< and between them, where the scan's are finer
constexpr double kLeastHu[] = {100, 140, 190, 250};  ///< a vessel stands alone above one of these
constexpr double kMostHu = 600;
constexpr double kLeastRadiusMm = 3, kMostRadiusMm = 17;
constexpr double kMostArea = 2.2;        ///< of a spot, in areas of the largest disc within it
constexpr double kRingMm = 4;            ///< around a spot ...
constexpr double kLeastContrastHu = 50;  ///< it is darker by this
constexpr double kLeastLengthMm = 40;    ///< of a track; parts of kidneys and bowel are shorter ...
constexpr double kLeastShare = 0.8;      ///< ... or this part of a scan that is not so high
constexpr double kReachMm = 30;          ///< beyond its track a vessel is followed this far

/// A slice made coarser: the mean of a block of pixels, and whether it is searched.
struct CoarseSlice {
  long columns = 0, rows = 0;
  double columnMm = 1, rowMm = 1;
  std::vector<float> hu;
  std::vector<std::uint8_t> blocked;
};

/// A bright, round place in a slice.
struct Spot {
  Point place;
  double radiusMm = 0, meanHu = 0;
};

CoarseSlice coarse(const Volume::Image& hu, const Mask* notVessel, long k, long factor) {
  const auto size = hu.GetLargestPossibleRegion().GetSize();
  CoarseSlice slice;
  slice.columns = static_cast<long>(size[0]) / factor, slice.rows = static_cast<long>(size[1]) / factor;
  slice.columnMm = hu.GetSpacing()[0] * static_cast<double>(factor);
  slice.rowMm = hu.GetSpacing()[1] * static_cast<double>(factor);
  slice.hu.resize(static_cast<std::size_t>(slice.columns * slice.rows));
  slice.blocked.resize(slice.hu.size());
  std::size_t n = 0;
  for (long row = 0; row < slice.rows; ++row)
    for (long column = 0; column < slice.columns; ++column, ++n)
      for (long j = 0; j < factor; ++j) {
        const auto from = hu.ComputeOffset({{column * factor, row * factor + j, k}});
        for (long i = 0; i < factor; ++i) {
          slice.hu[n] += static_cast<float>(hu.GetBufferPointer()[from + i]) / static_cast<float>(factor * factor);
          if (notVessel && notVessel->GetBufferPointer()[from + i]) slice.blocked[n] = 1;
        }
      }
  return slice;
}

/// Pieces of pixels brighter than a threshold, with the depth of each pixel within its piece.
class Spots {
 public:
  Spots(const CoarseSlice& slice, double leastHu) : slice_(slice), in_(slice.hu.size()), depth_(slice.hu.size()) {
    for (std::size_t n = 0; n < in_.size(); ++n) {
      const auto hu = static_cast<double>(slice.hu[n]);
      in_[n] = hu >= leastHu && hu <= kMostHu && !slice.blocked[n];
    }
    sweep(true), sweep(false);
  }

  template <class Use>
  void each(Use use) {
    for (std::size_t n = 0; n < in_.size(); ++n) {
      if (in_[n] != 1) continue;
      const auto piece = flood(static_cast<long>(n));
      const auto deepest =
          *std::max_element(piece.begin(), piece.end(), [&](long a, long b) { return at(depth_, a) < at(depth_, b); });
      use(piece, deepest, static_cast<double>(at(depth_, deepest)));
    }
  }

  /// Mean around the piece, blocked pixels left out; absent when there is nothing else.
  double meanAround(const std::vector<long>& piece) const {
    const auto wide = static_cast<long>(std::ceil(kRingMm / slice_.columnMm));
    std::vector<std::uint8_t> taken(in_.size());
    double sum = 0, count = 0;
    for (const long n : piece)
      for (long row = n / slice_.columns - wide; row <= n / slice_.columns + wide; ++row)
        for (long column = n % slice_.columns - wide; column <= n % slice_.columns + wide; ++column) {
          if (row < 0 || column < 0 || row >= slice_.rows || column >= slice_.columns) continue;
          const auto m = static_cast<std::size_t>(row * slice_.columns + column);
          if (in_[m] || slice_.blocked[m] || std::exchange(taken[m], std::uint8_t{1})) continue;
          sum += static_cast<double>(slice_.hu[m]), ++count;
        }
    return count > 0 ? sum / count : 1e9;
  }

 private:
  template <class T>
  static T at(const std::vector<T>& values, long n) {
    return values[static_cast<std::size_t>(n)];
  }

  /// Chamfer distance to what is out, from one corner and from the other.
  void sweep(bool forward) {
    const double diagonal = std::hypot(slice_.columnMm, slice_.rowMm);
    const long count = static_cast<long>(in_.size()), way = forward ? -1 : 1;
    for (long m = 0; m < count; ++m) {
      const long n = forward ? m : count - 1 - m;
      auto& depth = depth_[static_cast<std::size_t>(n)];
      if (forward) depth = at(in_, n) ? 1e9f : 0.0f;
      const auto from = [&](long columns, long rows, double mm) {
        const long column = n % slice_.columns + columns, row = n / slice_.columns + rows;
        const bool inside = column >= 0 && row >= 0 && column < slice_.columns && row < slice_.rows;
        const float there = inside ? at(depth_, row * slice_.columns + column) : 0.0f;
        depth = std::min(depth, there + static_cast<float>(mm));
      };
      if (!at(in_, n)) continue;
      from(way, 0, slice_.columnMm), from(0, way, slice_.rowMm);
      from(way, way, diagonal), from(-way, way, diagonal);
    }
  }

  std::vector<long> flood(long seed) {
    std::vector<long> piece{seed};
    in_[static_cast<std::size_t>(seed)] = 2;
    for (std::size_t next = 0; next < piece.size(); ++next) {
      const long n = piece[next], column = n % slice_.columns, row = n / slice_.columns;
      const auto reach = [&](bool inside, long m) {
        if (!inside || at(in_, m) != 1) return;
        in_[static_cast<std::size_t>(m)] = 2;
        piece.push_back(m);
      };
      reach(column > 0, n - 1), reach(column + 1 < slice_.columns, n + 1);
      reach(row > 0, n - slice_.columns), reach(row + 1 < slice_.rows, n + slice_.columns);
    }
    return piece;
  }

  const CoarseSlice& slice_;
  std::vector<std::uint8_t> in_;  ///< 0 out, 1 in, 2 in and used
  std::vector<float> depth_;
};

std::vector<Spot> spotsOf(const Volume::Image& hu, const CoarseSlice& slice, long k, long factor, double leastHu) {
  std::vector<Spot> spots;
  Spots pieces(slice, leastHu);
  pieces.each([&](const std::vector<long>& piece, long deepest, double depthMm) {
    const double radiusMm = depthMm - slice.columnMm / 2;
    const double areaMm2 = static_cast<double>(piece.size()) * slice.columnMm * slice.rowMm;
    if (radiusMm < kLeastRadiusMm || radiusMm > kMostRadiusMm) return;
    if (areaMm2 > kMostArea * std::numbers::pi * depthMm * depthMm) return;
    double sum = 0;
    for (const long n : piece) sum += static_cast<double>(slice.hu[static_cast<std::size_t>(n)]);
    const double meanHu = sum / static_cast<double>(piece.size());
    if (meanHu - pieces.meanAround(piece) < kLeastContrastHu) return;
    const double half = static_cast<double>(factor - 1) / 2;
    itk::ContinuousIndex<double, 3> index;
    index[0] = static_cast<double>(deepest % slice.columns * factor) + half;
    index[1] = static_cast<double>(deepest / slice.columns * factor) + half;
    index[2] = static_cast<double>(k);
    Spot spot{{}, radiusMm, meanHu};
    hu.TransformContinuousIndexToPhysicalPoint(index, spot.place);
    spots.push_back(spot);
  });
  return spots;
}

struct Track {
  std::vector<Spot> spots;
  std::size_t lastSlice = 0;
  double lengthMm() const { return (spots.back().place - spots.front().place).GetNorm(); }
};

bool follows(const Spot& last, const Spot& spot) {
  const double apartMm = (spot.place - last.place).GetNorm();
  const double wider = spot.radiusMm / last.radiusMm, brighter = spot.meanHu / last.meanHu;
  return apartMm <= std::max({last.radiusMm, 4.0, 1.5 * std::abs(spot.place[2] - last.place[2])}) && wider < 1.6 &&
         wider > 0.6 && brighter < 1.25 && brighter > 0.8;
}

/// Joins the spots of following slices; a slice without its spot may be passed over.
std::vector<Track> joined(const std::vector<std::vector<Spot>>& slices, double leastLengthMm) {
  std::vector<Track> tracks;
  for (std::size_t k = 0; k < slices.size(); ++k)
    for (const Spot& spot : slices[k]) {
      Track* nearest = nullptr;
      for (Track& track : tracks) {
        if (track.lastSlice == k && track.spots.size() > 0) continue;
        if (track.lastSlice + 2 < k || !follows(track.spots.back(), spot)) continue;
        const auto apart = [&](const Track& t) { return (t.spots.back().place - spot.place).GetNorm(); };
        if (!nearest || apart(track) < apart(*nearest)) nearest = &track;
      }
      if (!nearest) nearest = &tracks.emplace_back();
      nearest->spots.push_back(spot);
      nearest->lastSlice = k;
    }
  std::erase_if(tracks, [=](const Track& t) { return t.spots.size() < 4 || t.lengthMm() < leastLengthMm; });
  return tracks;
}

VesselTrack finished(const Track& track) {
  VesselTrack made;
  std::vector<double> radii;
  for (const Spot& spot : track.spots) {
    made.places.push_back(spot.place);
    radii.push_back(spot.radiusMm);
  }
  std::nth_element(radii.begin(), radii.begin() + static_cast<long>(radii.size() / 2), radii.end());
  made.radiusMm = radii[radii.size() / 2];
  return made;
}

double lengthMm(const VesselTrack& track) {
  return (track.places.back() - track.places.front()).GetNorm();
}

/// The share of its places that another mask holds.
double shareIn(const VesselTrack& track, const Mask& mask) {
  const auto held = std::count_if(track.places.begin(), track.places.end(),
                                  [&](const Point& place) { return contains(mask, place); });
  return static_cast<double>(held) / static_cast<double>(track.places.size());
}

}  // namespace

Expected<std::vector<VesselTrack>> findVesselTracks(const Volume& volume, const Mask* notVessel, Progress& progress) {
  const Volume::Image& hu = *volume.hu;
  const Mask::Pointer blocked = notVessel ? sampledOn(*notVessel, hu) : nullptr;
  const long factor = std::max(1L, std::lround(kPixelMm / hu.GetSpacing()[0]));
  const long step = std::max(1L, std::lround(kSliceMm / hu.GetSpacing()[2]));
  const auto slices =
      (hu.GetLargestPossibleRegion().GetSize(2) + static_cast<std::size_t>(step) - 1) / static_cast<std::size_t>(step);
  constexpr std::size_t kLevels = std::size(kLeastHu);
  std::array<std::vector<std::vector<Spot>>, kLevels> spots;
  for (auto& level : spots) level.resize(slices);
  forEachInParallel(slices, [&](std::size_t n) {
    const long k = static_cast<long>(n) * step;
    const CoarseSlice slice = coarse(hu, blocked.GetPointer(), k, factor);
    for (std::size_t level = 0; level < kLevels; ++level)
      spots[level][n] = spotsOf(hu, slice, k, factor, kLeastHu[level]);
    return !progress.stopRequested();
  });
  if (progress.stopRequested()) return refuse("cancelled");
  const double heightMm = hu.GetSpacing()[2] * static_cast<double>(hu.GetLargestPossibleRegion().GetSize(2) - 1);
  const double leastLengthMm = std::min(kLeastLengthMm, kLeastShare * heightMm);
  std::vector<VesselTrack> tracks;
  for (const auto& level : spots)
    for (const Track& track : joined(level, leastLengthMm)) tracks.push_back(finished(track));
  std::stable_sort(tracks.begin(), tracks.end(),
                   [](const VesselTrack& a, const VesselTrack& b) { return lengthMm(a) > lengthMm(b); });
  return tracks;
}

Expected<std::vector<Segmented>> findContrastVessels(const Volume& volume, const Mask* notVessel, Progress& progress) {
  ProgressPart searching(progress, 0, 0.2);
  const auto tracks = findVesselTracks(volume, notVessel, searching);
  if (!tracks) return tl::unexpected(tracks.error());
  std::vector<Segmented> vessels;
  Mask::Pointer taken = notVessel ? onGrid(*notVessel, *volume.hu) : nullptr, found;
  for (std::size_t n = 0; n < tracks->size(); ++n) {
    const VesselTrack& track = (*tracks)[n];
    if (found && shareIn(track, *found) > 0.3) continue;
    ProgressPart growing(progress, 0.2 + 0.8 * static_cast<double>(n) / static_cast<double>(tracks->size()),
                         0.2 + 0.8 * static_cast<double>(n + 1) / static_cast<double>(tracks->size()));
    auto vessel = findVessels(volume, track.places, growing, {.reachMm = kReachMm}, taken.GetPointer());
    if (!vessel && vessel.error().code == "cancelled") return tl::unexpected(vessel.error());
    if (!vessel) continue;  // too little contrast
    const auto& mask = *std::get<Mask::Pointer>(vessel->structure.shape);
    if (shareIn(track, mask) < 0.5) continue;
    found = found ? united(*found, mask) : onGrid(mask, *volume.hu);
    taken = taken ? united(*taken, mask) : found;
    vessel->structure.name = "Vessel " + std::to_string(vessels.size() + 1);
    vessels.push_back(std::move(*vessel));
  }
  if (vessels.empty()) return refuse("no-vessels");
  return vessels;
}

}  // namespace planning::anatomy
