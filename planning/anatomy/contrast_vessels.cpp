#include "planning/anatomy/contrast_vessels.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/vessel.h"
#include "planning/anatomy/vessel_spots.h"
#include "planning/parallel.h"

namespace planning::anatomy {
namespace {

constexpr double kSliceMm = 2;                    ///< between the slices that are searched, where the scan's are finer
constexpr double kLeastLengthMm = 40;             ///< of a track; parts of kidneys and bowel are shorter ...
constexpr double kLeastShare = 0.8;               ///< ... or this part of a scan that is not so high
constexpr double kTrunkMm = 100;                  ///< the aorta or the vena cava is longer, in all but low scans
constexpr double kAsBright = 1.3, kAsEven = 1.8;  ///< other vessels have at most so much of its contrast and unevenness
constexpr double kReachMm = 30;                   ///< around a track
constexpr double kWider = 1.35, kWiderMm = 2.5;   ///< a vessel lies within so much more than the discs in its slices

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

double medianOf(const Track& track, double Spot::*value) {
  std::vector<double> values;
  for (const Spot& spot : track.spots) values.push_back(spot.*value);
  const auto middle = values.begin() + static_cast<long>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Leaves those as even and no brighter than the trunk, the brightest of the long ones: bowel full of contrast is
/// neither. `tracks`: the longest first, not empty.
void keepVessels(std::vector<Track>& tracks) {
  const Track* trunk = &tracks.front();
  for (const Track& track : tracks)
    if (track.lengthMm() >= kTrunkMm && medianOf(track, &Spot::meanHu) > medianOf(*trunk, &Spot::meanHu))
      trunk = &track;
  const double contrastHu = medianOf(*trunk, &Spot::meanHu) - VesselRule{}.softTissueHu;
  const double mostHu = VesselRule{}.softTissueHu + kAsBright * contrastHu;
  const double mostUneven = kAsEven * medianOf(*trunk, &Spot::deviationHu);
  std::erase_if(tracks, [=](const Track& track) {
    return medianOf(track, &Spot::meanHu) > mostHu || medianOf(track, &Spot::deviationHu) > mostUneven;
  });
}

VesselTrack finished(const Track& track) {
  VesselTrack made;
  for (const Spot& spot : track.spots) {
    made.places.push_back(spot.place);
    made.radiiMm.push_back(spot.radiusMm);
  }
  return made;
}

/// The share of its places that another mask holds.
double shareIn(const VesselTrack& track, const Mask& mask) {
  const auto held = std::count_if(track.places.begin(), track.places.end(),
                                  [&](const Point& place) { return contains(mask, place); });
  return static_cast<double>(held) / static_cast<double>(track.places.size());
}

/// Where the vessel of a track can be.
Mask::Pointer corridor(const VesselTrack& track, const itk::ImageBase<3>& grid) {
  Mask::Pointer around = emptyMask(grid, {{{0, 0, 0}}, {{0, 0, 0}}});
  for (std::size_t n = 0; n < track.places.size(); ++n)
    around = painted(*around, {track.places[n]}, kWider * track.radiiMm[n] + kWiderMm, true);
  return onGrid(*around, grid);
}

}  // namespace

Expected<std::vector<VesselTrack>> findVesselTracks(const Volume& volume, const Mask* notVessel, Progress& progress) {
  const Volume::Image& hu = *volume.hu;
  const Mask::Pointer blocked = notVessel ? sampledOn(*notVessel, hu) : nullptr;
  const long step = std::max(1L, std::lround(kSliceMm / hu.GetSpacing()[2]));
  const auto slices =
      (hu.GetLargestPossibleRegion().GetSize(2) + static_cast<std::size_t>(step) - 1) / static_cast<std::size_t>(step);
  std::array<std::vector<std::vector<Spot>>, kVesselBands.size()> spots;
  for (auto& band : spots) band.resize(slices);
  forEachInParallel(slices, [&](std::size_t n) {
    auto found = spotsOf(hu, blocked.GetPointer(), static_cast<long>(n) * step);
    for (std::size_t band = 0; band < spots.size(); ++band) spots[band][n] = std::move(found[band]);
    return !progress.stopRequested();
  });
  if (progress.stopRequested()) return refuse("cancelled");
  const double heightMm = hu.GetSpacing()[2] * static_cast<double>(hu.GetLargestPossibleRegion().GetSize(2) - 1);
  const double leastLengthMm = std::min(kLeastLengthMm, kLeastShare * heightMm);
  std::vector<Track> tracks;
  for (const auto& band : spots)
    for (Track& track : joined(band, leastLengthMm)) tracks.push_back(std::move(track));
  std::stable_sort(tracks.begin(), tracks.end(),
                   [](const Track& a, const Track& b) { return a.lengthMm() > b.lengthMm(); });
  if (!tracks.empty()) keepVessels(tracks);
  std::vector<VesselTrack> found;
  std::transform(tracks.begin(), tracks.end(), std::back_inserter(found), finished);
  return found;
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
    const auto within = corridor(track, *volume.hu);
    auto vessel = findVessels(volume, track.places, growing, {.reachMm = kReachMm}, taken.GetPointer(), within);
    if (!vessel && vessel.error().code == "cancelled") return tl::unexpected(vessel.error());
    if (!vessel) continue;  // too little contrast
    const auto& mask = *std::get<Mask::Pointer>(vessel->structure.shape);
    if (shareIn(track, mask) < 0.5) continue;
    found = found ? united(*found, mask) : onGrid(mask, *volume.hu);
    taken = taken ? united(*taken, mask) : found;
    vessel->structure.name = "Vessel " + std::to_string(vessels.size() + 1);
    vessels.push_back(std::move(*vessel));
  }
  if (vessels.empty()) return refuse("no-contrast-vessels");
  return vessels;
}

}  // namespace planning::anatomy
