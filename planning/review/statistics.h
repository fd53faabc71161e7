#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace planning::review {

/// Bounds between which a true value lies in 95 of 100 such samples.
struct Interval {
  double low = 0;
  double high = 0;
};

/// How measured values lie, in their own unit.
struct Summary {
  std::size_t count = 0;
  double mean = 0;
  std::optional<double> deviation;       ///< standard deviation of the sample (n - 1); absent for one value
  std::optional<Interval> meanInterval;  ///< 95 % by Student's t, n - 1 degrees of freedom; absent for one value
  double least = 0;
  double lowerQuartile = 0;  ///< quartiles by linear interpolation (Hyndman and Fan 1996, type 7; numpy's default)
  double median = 0;
  double upperQuartile = 0;
  double largest = 0;
};
/// Absent for no value.
std::optional<Summary> summaryOf(std::vector<double> values);

/// How often something was so.
struct Proportion {
  std::size_t count = 0;
  std::size_t of = 0;
  double share = 0;   ///< count / of
  Interval interval;  ///< 95 % by Wilson (JASA 1927;22:209), without continuity correction
};
/// Absent for `of` = 0. Precondition: count <= of.
std::optional<Proportion> proportionOf(std::size_t count, std::size_t of);

/// The individuals and moving-range chart of values in the order of time (Shewhart; Montgomery, Introduction to
/// Statistical Quality Control, 6.4): limits at mean +- 3 mean moving ranges / 1.128; the range's upper limit is 3.267
/// mean moving ranges.
struct ControlChart {
  std::vector<double> values;
  double centre = 0;
  double lowerLimit = 0;
  double upperLimit = 0;
  double meanMovingRange = 0;  ///< of the differences between neighbours, without sign
  double movingRangeLimit = 0;
  bool outside(std::size_t i) const { return values[i] > upperLimit || values[i] < lowerLimit; }
};
/// Absent for fewer than two values. `neverNegative`: the lower limit is at least 0.
std::optional<ControlChart> controlChartOf(const std::vector<double>& inOrder, bool neverNegative);

/// What Student's t stays between, -value and +value, in 95 of 100 samples. Relative error below 1e-6.
double studentValue95(std::size_t degreesOfFreedom);

/// Equal classes from the least to the largest value, their borders round numbers.
struct Histogram {
  double from = 0;   ///< lower border of the first class
  double width = 1;  ///< 1, 2 or 5 times a power of ten
  std::vector<std::size_t> counts;
};
/// About `classes` of them; none for no value. A value on a border belongs to the class above it.
Histogram histogramOf(const std::vector<double>& values, std::size_t classes);

}  // namespace planning::review
