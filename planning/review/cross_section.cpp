#include "planning/review/cross_section.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace planning::review {
namespace {

constexpr int kHalf = 5;         ///< samples to each side
constexpr double kReach = 3.6;   ///< in standard deviations
constexpr double kSearch = 2.2;  ///< how far from a place its spot may lie
constexpr int kSheets = 12;      ///< angles of the sheets
constexpr double kSharpMm = 0.5, kOfVoxel = 0.55;

using Values = std::vector<double>;  ///< one a sample

/// Places of the samples, in standard deviations of the spot.
struct Sample {
  double u, v;
};

double product(const Values& a, const Values& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// What is left of some values when others, of unit length and at right angles to each other, are taken out.
Values without(Values values, const std::vector<Values>& others) {
  for (const Values& other : others) {
    const double share = product(values, other);
    for (std::size_t n = 0; n < values.size(); ++n) values[n] -= share * other[n];
  }
  return values;
}

std::vector<Sample> madeSamples() {
  std::vector<Sample> places;
  for (int i = -kHalf; i <= kHalf; ++i)
    for (int j = -kHalf; j <= kHalf; ++j) {
      const double u = kReach * i / kHalf, v = kReach * j / kHalf;
      if (std::hypot(u, v) <= kReach) places.push_back({u, v});
    }
  return places;
}
const std::vector<Sample>& samples() {
  static const auto all = madeSamples();
  return all;
}

template <class Picture>
Values drawn(const Picture& picture) {
  Values values;
  for (const Sample& sample : samples()) values.push_back(picture(sample.u, sample.v));
  return values;
}

/// Least squares of a spot on one background.
class Background {
 public:
  explicit Background(const std::vector<Values>& terms) {
    for (const Values& term : terms) {
      Values rest = without(without(term, basis_), basis_);  // twice: rounding
      const double length = std::sqrt(product(rest, rest));
      if (length < 1e-3) continue;  // the others say it already
      for (double& value : rest) value /= length;
      basis_.push_back(std::move(rest));
    }
    spot_ = without(drawn([](double u, double v) { return std::exp(-(u * u + v * v) / 2); }), basis_);
    square_ = product(spot_, spot_);
  }

  struct Fit {
    double peakHu;
    double variance;  ///< of what is left, HU squared; at least 1
  };
  Fit fit(const Values& hu) const {
    const double peak = product(spot_, hu) / square_;
    double left = product(hu, hu) - peak * peak * square_;
    for (const Values& term : basis_) left -= std::pow(product(term, hu), 2);
    return {peak, 1 + std::max(0.0, left) / static_cast<double>(hu.size() - basis_.size() - 1)};
  }

 private:
  std::vector<Values> basis_;  ///< of unit length, at right angles to each other
  Values spot_;                ///< what the basis does not hold of the spot
  double square_ = 0;
};

Background curved() {
  std::vector<Values> terms;
  for (const auto& [i, j] : {std::pair(0, 0), {1, 0}, {0, 1}, {2, 0}, {1, 1}, {0, 2}})
    terms.push_back(drawn([&](double u, double v) { return std::pow(u, i) * std::pow(v, j); }));
  return Background(terms);
}

/// A chain of straight pieces across the sheet, and another one times the way along it.
Background sheet(double angle) {
  constexpr double kPiece = kReach / kHalf;
  const double c = std::cos(angle), s = std::sin(angle);
  std::vector<Values> terms;
  for (int n = -kHalf; n <= kHalf; ++n)
    for (const bool sloped : {false, true})
      terms.push_back(drawn([&](double u, double v) {
        const double along = c * u + s * v, across = c * v - s * u;
        return std::max(0.0, 1 - std::abs(across / kPiece - n)) * (sloped ? along : 1.0);
      }));
  return Background(terms);
}

std::vector<Background> madeBackgrounds() {
  std::vector<Background> made{curved()};
  for (int n = 0; n < kSheets; ++n) made.push_back(sheet(std::numbers::pi * n / kSheets));
  return made;
}
const std::vector<Background>& backgrounds() {
  static const auto all = madeBackgrounds();
  return all;
}

/// The mean over the backgrounds, each by its likelihood: variance^(-n/2) for n independent samples. Were the likeliest
/// alone taken, the height would jump from place to place.
double peakIn(const Values& hu) {
  constexpr double kIndependent = 8;  ///< within the reach: samples are alike over about a spot
  std::vector<Background::Fit> fits;
  for (const Background& background : backgrounds()) fits.push_back(background.fit(hu));
  const auto least =
      std::min_element(fits.begin(), fits.end(), [](const auto& a, const auto& b) { return a.variance < b.variance; });
  double sum = 0, weights = 0;
  for (const auto& fit : fits) {
    const double weight = std::pow(least->variance / fit.variance, kIndependent / 2);
    sum += weight * fit.peakHu;
    weights += weight;
  }
  return sum / weights;
}

}  // namespace

double CrossSection::blurMm(const HuSampler& sampler, const Vector& way) {
  return std::hypot(kSharpMm, kOfVoxel * sampler.voxelMm(way));
}

CrossSection::CrossSection(const HuSampler& sampler, const Vector& direction) : sampler_(sampler) {
  const auto [u, v] = acrossOf(direction);
  u_ = u * blurMm(sampler, u);
  v_ = v * blurMm(sampler, v);
}

std::optional<double> CrossSection::peakAt(const Point& place) const {
  if (!sampler_.holds(place)) return std::nullopt;
  Values values;
  values.reserve(samples().size());
  for (const Sample& sample : samples()) {
    const auto hu = sampler_.nearest(place + u_ * sample.u + v_ * sample.v);
    if (!hu) return std::nullopt;
    values.push_back(*hu);
  }
  return peakIn(values);
}

double CrossSection::peakOf(const std::function<double(double, double)>& picture) const {
  return peakIn(drawn(picture));
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
