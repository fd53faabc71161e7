#include "planning/review/cross_section.h"

#include <vnl/algo/vnl_svd.h>

#include <algorithm>
#include <cmath>

namespace planning::review {
namespace {

constexpr int kHalf = 5;         ///< samples to each side
constexpr double kReach = 3.6;   ///< in standard deviations
constexpr double kSearch = 2.2;  ///< how far from a place its spot may lie
constexpr unsigned kTerms = 7;   ///< 1, u, v, u^2, uv, v^2 and the spot
constexpr double kSharpMm = 0.5, kOfVoxel = 0.55;

double spot(double u, double v) {
  return std::exp(-(u * u + v * v) / 2);
}

}  // namespace

double CrossSection::blurMm(const HuSampler& sampler, const Vector& way) {
  return std::hypot(kSharpMm, kOfVoxel * sampler.voxelMm(way));
}

CrossSection::CrossSection(const HuSampler& sampler, const Vector& direction) : sampler_(sampler) {
  const auto [u, v] = acrossOf(direction);
  u_ = u * blurMm(sampler, u);
  v_ = v * blurMm(sampler, v);
  for (int i = -kHalf; i <= kHalf; ++i)
    for (int j = -kHalf; j <= kHalf; ++j) {
      const double a = kReach * i / kHalf, b = kReach * j / kHalf;
      if (std::hypot(a, b) <= kReach) samples_.push_back({a, b, u_ * a + v_ * b, 0});
    }
  weigh();
}

/// Least squares, solved once: the spot's height is a weighted sum of the samples.
void CrossSection::weigh() {
  vnl_matrix<double> normal(kTerms, kTerms, 0.0);
  const auto terms = [](const Sample& s) {
    return std::array<double, kTerms>{1, s.u, s.v, s.u * s.u, s.u * s.v, s.v * s.v, spot(s.u, s.v)};
  };
  for (const Sample& sample : samples_) {
    const auto t = terms(sample);
    for (unsigned i = 0; i < kTerms; ++i)
      for (unsigned j = 0; j < kTerms; ++j) normal(i, j) += t[i] * t[j];
  }
  vnl_vector<double> last(kTerms, 0.0);
  last[kTerms - 1] = 1;
  const vnl_vector<double> row = vnl_svd<double>(normal).solve(last);
  for (Sample& sample : samples_) {
    const auto t = terms(sample);
    for (unsigned i = 0; i < kTerms; ++i) sample.weight += row[i] * t[i];
  }
}

std::optional<double> CrossSection::peakAt(const Point& place) const {
  if (!sampler_.holds(place)) return std::nullopt;
  double peak = 0;
  for (const Sample& sample : samples_) {
    const auto hu = sampler_.nearest(place + sample.off);
    if (!hu) return std::nullopt;
    peak += sample.weight * *hu;
  }
  return peak;
}

double CrossSection::peakOf(const std::function<double(double, double)>& picture) const {
  double peak = 0;
  for (const Sample& sample : samples_) peak += sample.weight * picture(sample.u, sample.v);
  return peak;
}

std::optional<CrossSection::Spot> CrossSection::near(const Point& place) const {
  std::optional<Spot> best;
  constexpr int kSteps = 2;
  const auto consider = [&](const Point& middle) {
    const auto peak = peakAt(middle);
    if (peak && (!best || *peak > best->peakHu)) best = Spot{middle, *peak};
  };
  for (int i = -kSteps; i <= kSteps; ++i)
    for (int j = -kSteps; j <= kSteps; ++j) consider(place + u_ * (kSearch * i / kSteps) + v_ * (kSearch * j / kSteps));
  if (!best || best->peakHu <= 0) return std::nullopt;
  // The height falls like a parabola around its best place.
  for (const Vector& way : {u_, v_}) {
    const double step = 0.6;
    const auto above = peakAt(best->middle + way * step), below = peakAt(best->middle - way * step);
    if (!above || !below) continue;
    const double curve = *above + *below - 2 * best->peakHu;
    if (curve >= 0) continue;
    best->middle += way * std::clamp(step * (*below - *above) / (2 * curve), -step, step);
    best->peakHu = peakAt(best->middle).value_or(best->peakHu);
  }
  return best;
}

}  // namespace planning::review
