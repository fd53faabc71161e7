#include "planning/review/needle_finder.h"

#include <algorithm>
#include <cmath>

#include "planning/anatomy/bone.h"
#include "planning/review/cross_section.h"
#include "planning/review/hu_sampler.h"
#include "planning/review/needle_candidates.h"
#include "planning/review/needle_track.h"

namespace planning::review {
namespace {

constexpr double kProfileStepMm = 0.1;
constexpr double kSkinStepMm = 0.25;
constexpr double kBeyondMm = 10;                      ///< the profile reaches so far beyond the track's inner end
constexpr double kCutHu = 2600, kRangeEndsHu = 3000;  ///< brighter, and the scanner's range has cut the peak
constexpr double kAirHu = -300;                       ///< between air and skin
constexpr double kSkinRingMm = 4;                     ///< beyond the needle and most of its hub
constexpr double kLeastInBodyMm = 5;
constexpr double kHiddenAtSkinMm = 8;  ///< the shaft need not be seen so near to the skin
constexpr double kLeastSeen = 0.7;     ///< of its way in the body
constexpr int kLeastOutsideMm = 5;
constexpr double kLeastWithoutSkinMm = 30, kAtScanEndMm = 3;  ///< a shorter one may be bone at the end
constexpr double kLeastOfHeaviest = 0.2;
constexpr double kSameNeedleMm = 3;
constexpr double kNearlyAsNearMm = 5;
constexpr double kBoneBoundMm = 1;
constexpr double kTenthOfNormal = 1.645;                ///< one in ten lies farther off than so many deviations
constexpr double kSureTimes = 3.0, kAlikeOverMm = 6.0;  ///< measured on made-up controls: bones' edges are as long
constexpr double kMostClutter = 0.3;                    ///< of the shaft's height, standard deviation
constexpr double kLargestTipBoundMm = 3.0;  ///< planning/procedure/README.md: a verdict is unknown beyond it

/// A track that passed as a needle, with what was found along it.
struct Needle {
  Track track;                    ///< of its part in the body
  double tipMm = 0, entryMm = 0;  ///< along the track
  double peakHu = 0;              ///< height of the shaft across
  bool entrySeen = true;
  bool tipSeen = true;
  /// What else is seen around its tip, as a share of its own height: bone, streaks, noise (standard deviation), beside
  /// the axis or on it, whichever is more.
  double clutter = 0;
  double tipOpenMm = 0;          ///< how far from the tip another place answers to the profile nearly as well
  double offsetMm = 0;           ///< mean distance of the part in the body from the planned line
  std::optional<Track> whole{};  ///< with its part outside
};

double ringMedian(const HuSampler& sampler, const Track& track, double mm, double radiusMm) {
  const Ring ring = ringAt(sampler, track.at(mm), ringAround(sampler, track.directionAt(mm), radiusMm));
  return ring.empty() ? kAirHu - 1 : ring.median();
}

double medianOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The shaft as the track shows it.
struct Shaft {
  struct Place {
    double phase, peakHu;  ///< between two slices, 0 to 1; height as CrossSection says
  };
  std::vector<Place> places;
  double peakHu = 0;     ///< median
  double trueShare = 1;  ///< of a picture whose values do not end at the scanner's range, against what is seen

  /// The height awaited: that of the shaft at like places between the slices, where it is half in each.
  double awaitedHu(double phase) const {
    std::vector<double> alike;
    for (const Place& place : places) {
      const double apart = std::abs(place.phase - phase);
      if (std::min(apart, 1 - apart) <= 0.12) alike.push_back(place.peakHu);
    }
    return alike.size() < 4 ? peakHu : medianOf(std::move(alike));
  }
};

double phaseOf(const HuSampler& sampler, const Point& place) {
  const double slice = sampler.indexOf(place)[2];
  return slice - std::floor(slice);
}

/// The height that the width at half of what is seen stands for: a spot of known blur is the wider there, the more of
/// its height the range cuts off.
double trueHeight(const HuSampler& sampler, const Track& track, double mm, double seenHu) {
  const Vector direction = track.directionAt(mm);
  const auto [u, v] = acrossOf(direction);
  const Vector across = sampler.voxelMm(u) < sampler.voxelMm(v) ? u : v;
  const double background = ringMedian(sampler, track, mm, 3.0), half = (seenHu - background) / 2;
  double widths = 0;
  for (const double side : {1.0, -1.0}) {
    double off = 0;
    while (off < 4) {
      const auto hu = sampler.at(track.at(mm) + across * (side * off));
      if (!hu || *hu - background < half) break;
      off += 0.05;
    }
    widths += off / 2;
  }
  const double blur = CrossSection::blurMm(sampler, across);
  return half * std::exp(widths * widths / (2 * blur * blur));
}

/// From the outer end to a little before the inner one, where the tip is not yet near.
Shaft shaftOf(const HuSampler& sampler, const Track& track) {
  const double length = track.toMm() - track.fromMm();
  std::vector<double> peaks, seen, shares;
  Shaft shaft;
  for (double mm = track.fromMm(); mm <= track.toMm() - std::min(5.0, length / 4); mm += 1) {
    const CrossSection across(sampler, track.directionAt(mm));
    const auto peak = across.peakAt(track.at(mm));
    const auto hu = sampler.at(track.at(mm));
    if (!peak || !hu) continue;
    shaft.places.push_back({phaseOf(sampler, track.at(mm)), *peak});
    peaks.push_back(*peak);
    seen.push_back(*hu);
    shares.push_back(trueHeight(sampler, track, mm, *hu) / std::max(1.0, *peak));
  }
  if (peaks.empty()) return shaft;
  shaft.peakHu = medianOf(std::move(peaks));
  if (medianOf(std::move(seen)) > kCutHu) shaft.trueShare = std::max(1.0, medianOf(std::move(shares)));
  return shaft;
}

/// How far beyond a needle's end its picture falls to half the shaft's height: 0 but where the scanner's range ends.
double overshootMm(const HuSampler& sampler, const CrossSection& across, const Shaft& shaft, const Vector& direction) {
  const double blur = CrossSection::blurMm(sampler, direction);
  const auto height = [&](double beyondMm) {
    const double share = std::erfc(beyondMm / (blur * std::numbers::sqrt2)) / 2;
    return across.peakOf([&](double u, double v) {
      return std::min(kRangeEndsHu, shaft.peakHu * shaft.trueShare * share * std::exp(-(u * u + v * v) / 2));
    });
  };
  const double half = height(-1000) / 2;
  double low = -2 * blur, high = 4 * blur;
  for (int n = 0; n < 30; ++n) (height((low + high) / 2) > half ? low : high) = (low + high) / 2;
  return (low + high) / 2;
}

/// How much the shaft stands above one half of what is awaited, as a share of that, from place to place inward.
struct Profile {
  double fromMm = 0;           ///< of the first value; then one each kProfileStepMm
  std::vector<double> excess;  ///< more than all of what is awaited counts no more

  double mm(std::size_t place) const { return fromMm + kProfileStepMm * static_cast<double>(place); }
};

Profile profileOf(const HuSampler& sampler, const Track& track, const Shaft& shaft) {
  const CrossSection across(sampler, track.directionAt(track.toMm()));
  Profile profile{(track.fromMm() + track.toMm()) / 2, {}};
  for (double mm = profile.fromMm; mm <= track.toMm() + kBeyondMm; mm += kProfileStepMm) {
    const auto peak = across.peakAt(track.at(mm));
    if (!peak) break;
    profile.excess.push_back(std::min(1.2, *peak / shaft.awaitedHu(phaseOf(sampler, track.at(mm)))) - 0.5);
  }
  return profile;
}

/// Where the spot across falls to half the shaft's height: the place that best parts what is higher from what is lower
/// (the largest sum of what exceeds one half), so that neither a bone beyond the tip nor a streak before it decides.
std::optional<double> tipOf(const HuSampler& sampler, const Track& track, const Shaft& shaft) {
  if (shaft.peakHu <= 0) return std::nullopt;
  const CrossSection across(sampler, track.directionAt(track.toMm()));
  const Profile profile = profileOf(sampler, track, shaft);
  double sum = 0, largest = 0, before = 0;
  std::optional<double> tip;
  for (std::size_t i = 0; i < profile.excess.size(); ++i) {
    const double excess = profile.excess[i];
    if (excess < 0 && before >= 0 && sum > largest) {
      largest = sum;
      tip = profile.mm(i) - kProfileStepMm * -excess / std::max(1e-9, before - excess);
    }
    sum += excess;
    before = excess;
  }
  if (!tip || sum > largest) return std::nullopt;  // the scan ends before the needle does
  return *tip - overshootMm(sampler, across, shaft, track.directionAt(*tip));
}

/// How far from the tip the farthest place lies that parts the profile nearly as well. Of a profile with an error of
/// standard deviation s, alike over a length c, the sums of two places differ by n times the standard deviation where
/// they are n^2 s^2 c / 2 apart (the logarithm of the likelihoods' ratio is the sum's difference by s^2 c).
double tipOpenMm(const Profile& profile, double tipMm, double clutter) {
  double sum = 0, largest = -1e9;
  std::vector<double> sums;
  for (const double excess : profile.excess) {
    sums.push_back(sum);
    largest = std::max(largest, sum);
    sum += excess * kProfileStepMm;
  }
  const double nearlyMm = kSureTimes * kSureTimes / 2 * clutter * clutter * kAlikeOverMm;
  double openMm = 0;
  for (std::size_t i = 0; i < sums.size(); ++i)
    if (sums[i] >= largest - nearlyMm) openMm = std::max(openMm, std::abs(profile.mm(i) - tipMm));
  return openMm;
}

/// How far the profile around the tip is from one that is whole up to it and nothing beyond: root mean square of what
/// is missing of the shaft and of what is seen beyond, as shares of the height awaited. 1 when nothing is seen.
double misfitOf(const Profile& profile, double tipMm) {
  constexpr double kAroundMm = 10, kBlurredMm = 1;
  double sum = 0, count = 0;
  for (std::size_t i = 0; i < profile.excess.size(); ++i) {
    const double beyondMm = profile.mm(i) - tipMm, share = std::clamp(profile.excess[i] + 0.5, 0.0, 1.0);
    if (std::abs(beyondMm) < kBlurredMm || std::abs(beyondMm) > kAroundMm) continue;
    sum += std::pow(beyondMm < 0 ? 1 - share : share, 2);
    ++count;
  }
  return count > 0 ? std::sqrt(sum / count) : 1;
}

/// Where the axis leaves the body, outward from the tip: into air for good, or out of the scan.
void findEntry(const HuSampler& sampler, Needle& needle) {
  const Track& track = needle.track;
  const double outermost = track.fromMm() - kHiddenAtSkinMm;
  double bodyMm = 0, before = 0;
  std::optional<double> crossing;
  for (double mm = needle.tipMm; mm >= outermost; mm -= kSkinStepMm) {
    if (!sampler.holds(track.at(mm))) {
      if (crossing) break;
      needle.entryMm = mm + kSkinStepMm;
      needle.entrySeen = false;
      return;
    }
    const double hu = ringMedian(sampler, track, mm, kSkinRingMm);
    const bool inBody = hu >= kAirHu;
    if (!inBody && bodyMm >= kLeastInBodyMm)
      crossing = mm + kSkinStepMm * std::clamp((kAirHu - hu) / std::max(1e-9, before - hu), 0.0, 1.0);
    bodyMm = inBody ? bodyMm + kSkinStepMm : 0;
    before = hu;
  }
  needle.entryMm = crossing.value_or(needle.tipMm);
}

double distanceToLineMm(const needle::Trajectory& line, const Point& place) {
  return cross(place - line.entry, line.direction()).GetNorm();
}

/// What else around the tip looks like a needle across: standard deviation, by the height that one place in ten
/// exceeds.
double clutterHu(const HuSampler& sampler, const Track& track, double tipMm) {
  const Vector direction = track.directionAt(tipMm);
  const CrossSection across(sampler, direction);
  const auto [u, v] = acrossOf(direction);
  std::vector<double> peaks;
  for (double mm = tipMm - 12; mm <= tipMm + 6; mm += 1.5)
    for (int i = 0; i < 8; ++i) {
      const double angle = std::numbers::pi * i / 4;
      const Vector way = u * std::cos(angle) + v * std::sin(angle);
      const double off = std::max(i % 2 == 0 ? 5.0 : 8.0, 3.5 * CrossSection::blurMm(sampler, way));
      if (const auto peak = across.peakAt(track.at(mm) + way * off)) peaks.push_back(std::abs(*peak));
    }
  if (peaks.empty()) return 0;
  const auto tenth = peaks.begin() + static_cast<std::ptrdiff_t>(peaks.size() * 9 / 10);
  std::nth_element(peaks.begin(), tenth, peaks.end());
  return *tenth / kTenthOfNormal;
}

/// Entry and tip on a track. Absent when it does not go into the body.
std::optional<Needle> endsOn(const HuSampler& sampler, Track track) {
  Needle needle{std::move(track)};
  const Shaft shaft = shaftOf(sampler, needle.track);
  const auto tip = tipOf(sampler, needle.track, shaft);
  needle.peakHu = shaft.peakHu;
  needle.tipSeen = tip && sampler.holds(needle.track.at(*tip + 1.0), 0.6);
  needle.tipMm = tip.value_or(needle.track.toMm());
  findEntry(sampler, needle);
  return needle.tipMm - needle.entryMm >= kLeastInBodyMm ? std::optional(needle) : std::nullopt;
}

/// A shaft stands out of the skin, or leaves the scan; in the body it is seen nearly all along.
bool isNeedle(const HuSampler& sampler, const Needle& needle) {
  const Track& track = needle.track;
  const double inBodyMm = needle.tipMm - needle.entryMm;
  if (track.seenBetween(needle.entryMm, needle.tipMm + 1) < kLeastSeen * inBodyMm) return false;
  if (needle.entrySeen) return track.seenBetween(track.fromMm(), needle.entryMm) >= kLeastOutsideMm;
  return inBodyMm >= kLeastWithoutSkinMm && !sampler.holds(track.at(track.fromMm() - kAtScanEndMm));
}

std::optional<Needle> needleOn(const HuSampler& sampler, const Track& track, const NeedleSearch& search) {
  auto needle = endsOn(sampler, track);
  if (!needle || !isNeedle(sampler, *needle)) return std::nullopt;
  // The part in the body alone says how it bends there.
  if (auto inside = track.between(needle->entryMm - 2, needle->tipMm - 0.5))
    if (auto again = endsOn(sampler, std::move(*inside))) needle = std::move(again);
  needle->whole = track;
  const double inBodyMm = needle->tipMm - needle->entryMm;
  constexpr int kPlaces = 10;
  for (int i = 0; i <= kPlaces; ++i)
    needle->offsetMm +=
        distanceToLineMm(search.planned, needle->track.at(needle->entryMm + inBodyMm * i / kPlaces)) / (kPlaces + 1);
  return needle->offsetMm <= search.reachMm ? needle : std::nullopt;
}

bool isKnown(const std::vector<Needle>& needles, const Point& place) {
  return std::any_of(needles.begin(), needles.end(),
                     [&](const Needle& needle) { return needle.whole->distanceMm(place) < kSameNeedleMm; });
}

/// All needles near the plan; a faint short one beside a bright long one is none.
Expected<std::vector<Needle>> needlesNear(const Volume& control, const NeedleSearch& search, Progress& progress) {
  const HuSampler sampler(*control.hu);
  const CandidateSearch pieces(control, search);
  std::vector<Needle> needles;
  double done = 0.3;
  for (const double level : CandidateSearch::levels()) {
    progress.advance(done);
    Progress silent;
    if (progress.stopRequested()) return refuse("cancelled");
    const auto candidates = pieces.at(level, silent);
    if (!candidates) return tl::unexpected(candidates.error());
    for (const Candidate& candidate : *candidates) {
      if (isKnown(needles, candidate.middle)) continue;
      const auto track = Track::along(sampler, candidate);
      if (!track || isKnown(needles, track->at((track->fromMm() + track->toMm()) / 2))) continue;
      if (auto found = needleOn(sampler, *track, search)) needles.push_back(std::move(*found));
    }
    done += 0.1;
  }
  const auto weight = [](const Needle& needle) { return needle.peakHu * (needle.tipMm - needle.entryMm); };
  double heaviest = 0;
  for (const Needle& needle : needles) heaviest = std::max(heaviest, weight(needle));
  std::erase_if(needles, [&](const Needle& needle) { return weight(needle) < kLeastOfHeaviest * heaviest; });
  return needles;
}

/// What makes the tip unsure.
void judgeTip(const HuSampler& sampler, Needle& needle) {
  const double beside = clutterHu(sampler, needle.track, needle.tipMm) / std::max(1.0, needle.peakHu);
  const Profile profile = profileOf(sampler, needle.track, shaftOf(sampler, needle.track));
  needle.clutter = std::max(beside, misfitOf(profile, needle.tipMm));
  needle.tipOpenMm = tipOpenMm(profile, needle.tipMm, needle.clutter);
}

/// Along the axis half a voxel, more in bone, and as far as the profile leaves the tip open; across it a quarter of a
/// voxel and the curve's own error.
void setBounds(FoundNeedle& found, const HuSampler& sampler, const Needle& needle) {
  const Vector direction = found.trajectory.direction();
  const auto [u, v] = acrossOf(direction);
  const double across =
      0.25 * std::max(sampler.voxelMm(u), sampler.voxelMm(v)) + kSureTimes * needle.track.errorAtMm(needle.tipMm);
  const bool inBone = ringMedian(sampler, needle.track, needle.tipMm - 1, 3.0) > anatomy::kBoneHu ||
                      ringMedian(sampler, needle.track, needle.tipMm + 1, 3.0) > anatomy::kBoneHu;
  const double along = 0.5 * sampler.voxelMm(direction) + 0.3 + (inBone ? kBoneBoundMm : 0);
  found.tipBoundMm = std::hypot(std::max(along, needle.tipOpenMm), across);
  found.entryBoundMm = std::hypot(sampler.voxelMm(direction) + 0.5, across);
  found.angleBound = Angle::radians(std::atan2(1.5 * across, found.trajectory.pathLengthMm()));
}

FoundNeedle described(const Needle& needle, const HuSampler& sampler) {
  FoundNeedle found;
  const double length = needle.tipMm - needle.entryMm;
  const int pieces = std::max(1, static_cast<int>(std::lround(length / 5)));
  for (int i = 0; i <= pieces; ++i) found.course.push_back(needle.track.at(needle.entryMm + length * i / pieces));
  found.trajectory = {found.course.front(), found.course.back()};
  found.entrySeen = needle.entrySeen;
  for (const Point& place : found.course)
    found.bendMm = std::max(found.bendMm, distanceToLineMm(found.trajectory, place));
  setBounds(found, sampler, needle);
  return found;
}

}  // namespace

Expected<FoundNeedle> findNeedle(const Volume& control, const NeedleSearch& search, Progress& progress) {
  auto needles = needlesNear(control, search, progress);
  if (!needles) return tl::unexpected(needles.error());
  if (needles->empty()) return refuse("no-needle-found");
  std::sort(needles->begin(), needles->end(), [](const Needle& a, const Needle& b) { return a.offsetMm < b.offsetMm; });
  const double nearest = needles->front().offsetMm;
  const auto asNear = std::count_if(needles->begin(), needles->end(),
                                    [&](const Needle& n) { return n.offsetMm < nearest + kNearlyAsNearMm; });
  if (asNear > 1) return refuse("several-needles", {}, std::to_string(asNear));
  if (!needles->front().tipSeen) return refuse("needle-tip-not-seen");
  const HuSampler sampler(*control.hu);
  judgeTip(sampler, needles->front());
  FoundNeedle found = described(needles->front(), sampler);
  progress.advance(1);
  if (needles->front().clutter > kMostClutter || found.tipBoundMm > kLargestTipBoundMm)
    return refuse("needle-too-faint");
  return found;
}

FoundNeedle clickedNeedle(const Volume& control, const Point& entry, const Point& tip) {
  const HuSampler sampler(*control.hu);
  const double bound = makeVector(sampler.voxelMm(makeVector(1, 0, 0)), sampler.voxelMm(makeVector(0, 1, 0)),
                                  sampler.voxelMm(makeVector(0, 0, 1)))
                           .GetNorm();
  FoundNeedle shown;
  shown.trajectory = {entry, tip};
  shown.course = {entry, tip};
  shown.tipBoundMm = shown.entryBoundMm = bound;
  shown.angleBound = Angle::radians(std::atan2(2 * bound, shown.trajectory.pathLengthMm()));
  return shown;
}

}  // namespace planning::review
