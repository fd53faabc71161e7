#include "planning/review/statistics.h"

#include <itkTDistribution.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "planning/check.h"

namespace planning::review {
namespace {

constexpr double kTwoSided95 = 0.975;
constexpr double kNormal95 = 1.959963984540054;  // the normal distribution's value for kTwoSided95
constexpr std::size_t kFewDegrees = 100;
constexpr double kRangeOfTwo = 1.128;  // d2: mean range of two values, in standard deviations
constexpr double kRangeLimit = 3.267;  // D4 for two values

double meanOf(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviationOf(const std::vector<double>& values, double mean) {
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

double quantile(const std::vector<double>& sorted, double part) {
  const double place = part * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// 1, 2 or 5 times a power of ten, at least `width`.
double roundWidth(double width) {
  const double ten = std::pow(10.0, std::floor(std::log10(width)));
  for (const double step : {1.0, 2.0, 5.0})
    if (step * ten >= width * (1 - 1e-9)) return step * ten;
  return 10 * ten;
}

}  // namespace

double studentValue95(std::size_t degreesOfFreedom) {
  if (degreesOfFreedom <= kFewDegrees)
    return itk::Statistics::TDistribution::InverseCDF(kTwoSided95, static_cast<itk::SizeValueType>(degreesOfFreedom));
  // ITK's gamma function overflows for many: the expansion round the normal distribution (Abramowitz and
  // Stegun 26.7.5).
  const double n = static_cast<double>(degreesOfFreedom), z = kNormal95, z2 = z * z;
  const double first = z * (z2 + 1) / 4, second = z * ((5 * z2 + 16) * z2 + 3) / 96;
  const double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
  return z + first / n + second / (n * n) + third / (n * n * n);
}

std::optional<Summary> summaryOf(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  Summary summary;
  summary.count = values.size();
  summary.mean = meanOf(values);
  summary.least = values.front();
  summary.lowerQuartile = quantile(values, 0.25);
  summary.median = quantile(values, 0.5);
  summary.upperQuartile = quantile(values, 0.75);
  summary.largest = values.back();
  if (values.size() < 2) return summary;
  const double deviation = deviationOf(values, summary.mean);
  const double half = studentValue95(values.size() - 1) * deviation / std::sqrt(static_cast<double>(values.size()));
  summary.deviation = deviation;
  summary.meanInterval = Interval{summary.mean - half, summary.mean + half};
  return summary;
}

std::optional<Proportion> proportionOf(std::size_t count, std::size_t of) {
  check(count <= of, "no more are so than there are");
  if (of == 0) return std::nullopt;
  const double n = static_cast<double>(of), share = static_cast<double>(count) / n, z2 = kNormal95 * kNormal95;
  const double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kNormal95 / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  // At the ends the formula gives 0 and 1 but for the last digit.
  const Interval interval{count == 0 ? 0 : middle - half, count == of ? 1 : middle + half};
  return Proportion{count, of, share, interval};
}

std::optional<ControlChart> controlChartOf(const std::vector<double>& inOrder, bool neverNegative) {
  if (inOrder.size() < 2) return std::nullopt;
  ControlChart chart;
  chart.values = inOrder;
  chart.centre = meanOf(inOrder);
  for (std::size_t i = 1; i < inOrder.size(); ++i) chart.meanMovingRange += std::abs(inOrder[i] - inOrder[i - 1]);
  chart.meanMovingRange /= static_cast<double>(inOrder.size() - 1);
  const double reach = 3 * chart.meanMovingRange / kRangeOfTwo;
  chart.upperLimit = chart.centre + reach;
  chart.lowerLimit = neverNegative ? std::max(0.0, chart.centre - reach) : chart.centre - reach;
  chart.movingRangeLimit = kRangeLimit * chart.meanMovingRange;
  return chart;
}

Histogram histogramOf(const std::vector<double>& values, std::size_t classes) {
  Histogram histogram;
  if (values.empty() || classes == 0) return histogram;
  const auto [least, largest] = std::minmax_element(values.begin(), values.end());
  const double span = *largest - *least;
  histogram.width = span > 0 ? roundWidth(span / static_cast<double>(classes)) : 1;
  const double first = std::floor(*least / histogram.width);
  histogram.from = first * histogram.width;
  for (const double value : values) {
    const auto place = static_cast<std::size_t>(std::max(0.0, std::floor(value / histogram.width) - first));
    if (place >= histogram.counts.size()) histogram.counts.resize(place + 1);
    ++histogram.counts[place];
  }
  return histogram;
}

}  // namespace planning::review
