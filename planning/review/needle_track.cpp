#include "planning/review/needle_track.h"

#include <vnl/algo/vnl_svd.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "planning/review/cross_section.h"

namespace planning::review {
namespace {

constexpr double kStepMm = 1.0;
constexpr double kGapMm = 6.0;       ///< a streak or a bone may hide a needle for so long
constexpr double kStandsOut = 0.33;  ///< of the shaft's own height; between two slices it has half
constexpr double kLeastPeakHu = 100;
constexpr double kLargestAsideMm = 1.2;  ///< of a middle from where it is awaited, beside half a voxel
constexpr double kDirectionOverMm = 10;  ///< the direction ahead follows the last part
constexpr double kLeastLengthMm = 15;
constexpr std::size_t kLeastMiddles = 8;
constexpr double kLongestMm = 400;
constexpr double kBendsFromMm = 20;        ///< a shorter piece is taken as straight
constexpr double kWavesFromMm = 60;        ///< a longer one may be straight outside and bent in the body
constexpr double kAlikeOverMm = 4.0;       ///< neighbouring middles err alike over so long
constexpr double kLargestScatterMm = 0.6;  ///< beside a third of a voxel

using Spot = CrossSection::Spot;

/// The height of the shaft around a place: the median over a few millimetres.
double shaftPeakHu(const HuSampler& sampler, const Candidate& candidate) {
  const CrossSection across(sampler, candidate.direction);
  std::vector<double> peaks;
  for (double mm = -5; mm <= 5; mm += kStepMm)
    if (const auto spot = across.near(candidate.middle + candidate.direction * mm)) peaks.push_back(spot->peakHu);
  if (peaks.empty()) return 0;
  const auto middle = peaks.begin() + static_cast<std::ptrdiff_t>(peaks.size() / 2);
  std::nth_element(peaks.begin(), middle, peaks.end());
  return *middle;
}

bool isAwaited(const HuSampler& sampler, const Vector& aside) {
  return aside.GetNorm() < 1e-9 || aside.GetNorm() <= kLargestAsideMm + 0.5 * sampler.voxelMm(aside);
}

/// The middles from a place on, in steps along a direction that follows them.
std::vector<Point> follow(const HuSampler& sampler, Point place, Vector direction, double leastHu) {
  std::vector<Point> seen;
  double hiddenMm = 0;
  for (double mm = 0; mm < kLongestMm && hiddenMm <= kGapMm; mm += kStepMm) {
    place += direction * kStepMm;
    if (!sampler.holds(place)) break;
    const auto spot = CrossSection(sampler, direction).near(place);
    const Vector aside = spot ? spot->middle - place : makeVector(0, 0, 0);
    if (!spot || spot->peakHu < leastHu || !isAwaited(sampler, aside)) {
      hiddenMm += kStepMm;
      continue;
    }
    hiddenMm = 0;
    seen.push_back(spot->middle);
    place += aside * 0.5;
    const auto back = static_cast<std::size_t>(kDirectionOverMm / kStepMm);
    if (seen.size() > back) {
      const Vector way = seen.back() - seen[seen.size() - 1 - back];
      const Vector turned = direction + (way / way.GetNorm() - direction) * 0.2;
      direction = turned / turned.GetNorm();
    }
  }
  return seen;
}

/// Least squares; a middle of weight 0 is left out.
std::vector<double> fitted(const std::vector<double>& s, const std::vector<double>& y,
                           const std::vector<double>& weights, unsigned degree) {
  const double scale = std::max(1.0, *std::max_element(s.begin(), s.end()));
  vnl_matrix<double> normal(degree + 1, degree + 1, 0.0);
  vnl_vector<double> right(degree + 1, 0.0);
  for (std::size_t n = 0; n < s.size(); ++n)
    for (unsigned i = 0; i <= degree; ++i) {
      right[i] += weights[n] * std::pow(s[n] / scale, i) * y[n];
      for (unsigned j = 0; j <= degree; ++j) normal(i, j) += weights[n] * std::pow(s[n] / scale, i + j);
    }
  const auto solved = vnl_svd<double>(normal).solve(right);
  std::vector<double> curve;
  for (unsigned i = 0; i <= degree; ++i) curve.push_back(solved[i] / std::pow(scale, i));
  return curve;
}

unsigned degreeFor(double lengthMm) {
  if (lengthMm < kBendsFromMm) return 1;
  return lengthMm < kWavesFromMm ? 2 : 4;
}

double polynomial(const std::vector<double>& curve, double s) {
  double value = 0;
  for (auto term = curve.rbegin(); term != curve.rend(); ++term) value = value * s + *term;
  return value;
}

}  // namespace

std::optional<Track> Track::along(const HuSampler& sampler, const Candidate& candidate) {
  const double leastHu = std::max(kLeastPeakHu, kStandsOut * shaftPeakHu(sampler, candidate));
  const auto inward = follow(sampler, candidate.middle - candidate.direction * kStepMm, candidate.direction, leastHu);
  const auto outward = follow(sampler, candidate.middle, -candidate.direction, leastHu);
  Track track;
  track.middles_.assign(outward.rbegin(), outward.rend());
  track.middles_.insert(track.middles_.end(), inward.begin(), inward.end());
  if (track.middles_.size() < kLeastMiddles || !track.fit()) return std::nullopt;
  const double wideMm = std::max(sampler.voxelMm(track.u_), sampler.voxelMm(track.v_));
  const double lengthMm = track.toMm_ - track.fromMm_;
  if (lengthMm < kLeastLengthMm || double(track.middles_.size()) * kStepMm < 0.6 * lengthMm) return std::nullopt;
  return track.scatterMm_ <= kLargestScatterMm + wideMm / 3 ? std::optional(track) : std::nullopt;
}

int Track::seenBetween(double fromMm, double toMm) const {
  return static_cast<int>(std::count_if(middles_.begin(), middles_.end(), [&](const Point& middle) {
    const double mm = dot(middle - origin_, along_);
    return mm >= fromMm && mm <= toMm;
  }));
}

std::optional<Track> Track::between(double fromMm, double toMm) const {
  Track part;
  for (const Point& middle : middles_) {
    const double mm = dot(middle - origin_, along_);
    if (mm >= fromMm && mm <= toMm) part.middles_.push_back(middle);
  }
  return part.middles_.size() >= kLeastMiddles && part.fit() ? std::optional(part) : std::nullopt;
}

bool Track::fit() {
  const Vector chord = middles_.back() - middles_.front();
  if (chord.GetNorm() < kLeastLengthMm / 3) return false;
  origin_ = middles_.front() + chord / 2;
  along_ = chord / chord.GetNorm();
  std::tie(u_, v_) = acrossOf(along_);
  std::vector<double> s, y[2];
  for (const Point& middle : middles_) {
    const Vector way = middle - origin_;
    s.push_back(dot(way, along_));
    y[0].push_back(dot(way, u_));
    y[1].push_back(dot(way, v_));
  }
  fromMm_ = *std::min_element(s.begin(), s.end());
  toMm_ = *std::max_element(s.begin(), s.end());
  std::vector<double> weights(s.size(), 1.0);
  for (int round = 0; round < 3; ++round) {  // the farthest middles are left out of the next one
    for (int i = 0; i < 2; ++i) curve_[i] = fitted(s, y[i], weights, degreeFor(chord.GetNorm()));
    double sum = 0, kept = 0;
    std::vector<double> off(s.size());
    for (std::size_t n = 0; n < s.size(); ++n) {
      off[n] = std::hypot(y[0][n] - polynomial(curve_[0], s[n]), y[1][n] - polynomial(curve_[1], s[n]));
      sum += weights[n] * off[n] * off[n];
      kept += weights[n];
    }
    scatterMm_ = std::sqrt(sum / kept);
    for (std::size_t n = 0; n < s.size(); ++n) weights[n] = off[n] <= 2.5 * scatterMm_ + 0.05 ? 1.0 : 0.0;
  }
  setCovariance(s, weights, degreeFor(chord.GetNorm()));
  return true;
}

void Track::setCovariance(const std::vector<double>& s, const std::vector<double>& weights, unsigned degree) {
  scaleMm_ = std::max(1.0, toMm_);
  vnl_matrix<double> normal(degree + 1, degree + 1, 0.0);
  for (std::size_t n = 0; n < s.size(); ++n)
    for (unsigned i = 0; i <= degree; ++i)
      for (unsigned j = 0; j <= degree; ++j) normal(i, j) += weights[n] * std::pow(s[n] / scaleMm_, i + j);
  const vnl_matrix<double> inverse = vnl_svd<double>(normal).inverse();
  covariance_.assign(degree + 1, std::vector<double>(degree + 1));
  for (unsigned i = 0; i <= degree; ++i)
    for (unsigned j = 0; j <= degree; ++j) covariance_[i][j] = inverse(i, j);
}

double Track::errorAtMm(double mm) const {
  const double t = std::clamp(mm, fromMm_, toMm_) / scaleMm_;
  double variance = 0;
  for (std::size_t i = 0; i < covariance_.size(); ++i)
    for (std::size_t j = 0; j < covariance_.size(); ++j)
      variance += covariance_[i][j] * std::pow(t, static_cast<double>(i + j));
  return scatterMm_ * std::sqrt(std::max(0.0, variance) * kAlikeOverMm);
}

double Track::valueAt(int which, double mm) const {
  const double within = std::clamp(mm, fromMm_, toMm_);
  const double value = polynomial(curve_[which], within);
  if (within == mm) return value;
  constexpr double kEnd = 2.0;  // the slope at an end is that of its last millimetres
  const double inside = within + (mm > within ? -kEnd : kEnd);
  return value + (value - polynomial(curve_[which], inside)) / (within - inside) * (mm - within);
}

Point Track::at(double mm) const {
  return origin_ + along_ * mm + u_ * valueAt(0, mm) + v_ * valueAt(1, mm);
}

Vector Track::directionAt(double mm) const {
  const Vector way = at(mm + 1) - at(mm - 1);
  return way / way.GetNorm();
}

double Track::distanceMm(const Point& place) const {
  double nearest = 1e9;
  for (const Point& middle : middles_) nearest = std::min(nearest, (middle - place).GetNorm());
  return nearest;
}

}  // namespace planning::review
