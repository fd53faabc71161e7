#include "planning/review/statistics.h"

#include <gtest/gtest.h>

namespace planning::review {

TEST(Statistics, ofEightValuesAreThoseWorkedOutByHand) {
  const auto summary = summaryOf({9, 2, 4, 5, 4, 7, 5, 4});
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->count, 8u);
  EXPECT_DOUBLE_EQ(summary->mean, 5);
  EXPECT_NEAR(*summary->deviation, 2.138090, 1e-6);  // sqrt(32 / 7)
  // t with 7 degrees of freedom is 2.364624; 2.364624 * 2.138090 / sqrt(8) = 1.787488
  EXPECT_NEAR(summary->meanInterval->low, 3.212512, 1e-5);
  EXPECT_NEAR(summary->meanInterval->high, 6.787488, 1e-5);
  EXPECT_EQ(summary->least, 2);
  EXPECT_DOUBLE_EQ(summary->lowerQuartile, 4);  // place 1.75 of 2 4 4 4 5 5 7 9
  EXPECT_DOUBLE_EQ(summary->median, 4.5);
  EXPECT_DOUBLE_EQ(summary->upperQuartile, 5.5);  // place 5.25
  EXPECT_EQ(summary->largest, 9);
}

TEST(Statistics, sayNothingThatOneValueDoesNot) {
  EXPECT_FALSE(summaryOf({}));
  const auto one = summaryOf({3.5});
  ASSERT_TRUE(one);
  EXPECT_EQ(one->mean, 3.5);
  EXPECT_EQ(one->median, 3.5);
  EXPECT_FALSE(one->deviation);
  EXPECT_FALSE(one->meanInterval);
}

TEST(Statistics, haveStudentsValuesAsTablesGiveThem) {
  EXPECT_NEAR(studentValue95(1), 12.70620474, 1e-5);
  EXPECT_NEAR(studentValue95(2), 4.30265273, 1e-5);
  EXPECT_NEAR(studentValue95(3), 3.18244631, 1e-5);
  EXPECT_NEAR(studentValue95(4), 2.77644511, 1e-5);
  EXPECT_NEAR(studentValue95(5), 2.57058184, 1e-5);
  EXPECT_NEAR(studentValue95(10), 2.22813885, 1e-5);
  EXPECT_NEAR(studentValue95(30), 2.04227246, 1e-5);
  EXPECT_NEAR(studentValue95(100), 1.98397152, 1e-5);
  EXPECT_NEAR(studentValue95(101), 1.98373100, 1e-5);
  EXPECT_NEAR(studentValue95(1000), 1.96233908, 1e-5);
  EXPECT_NEAR(studentValue95(5000), 1.96043864, 1e-5);
}

TEST(Proportion, hasWilsonsInterval) {
  const auto one = proportionOf(1, 10);  // middle (0.1 + 0.192073) / 1.384146, half 1.416010 * sqrt(0.018604)
  ASSERT_TRUE(one);
  EXPECT_DOUBLE_EQ(one->share, 0.1);
  EXPECT_NEAR(one->interval.low, 0.017876, 1e-6);
  EXPECT_NEAR(one->interval.high, 0.404150, 1e-6);
}

TEST(Proportion, ofNoneHasALimitAboveNought) {
  const auto none = proportionOf(0, 20);
  ASSERT_TRUE(none);
  EXPECT_EQ(none->interval.low, 0);
  EXPECT_NEAR(none->interval.high, 0.161125, 1e-6);  // z2 / (20 + z2)
  const auto all = proportionOf(20, 20);
  EXPECT_NEAR(all->interval.low, 0.838875, 1e-6);
  EXPECT_EQ(all->interval.high, 1);
  EXPECT_FALSE(proportionOf(0, 0));
}

TEST(ControlChart, takesItsLimitsFromTheMovingRange) {
  const auto chart = controlChartOf({5, 7, 6, 10}, false);  // ranges 2, 1, 4: mean 7 / 3
  ASSERT_TRUE(chart);
  EXPECT_DOUBLE_EQ(chart->centre, 7);
  EXPECT_NEAR(chart->meanMovingRange, 2.333333, 1e-6);
  EXPECT_NEAR(chart->upperLimit, 13.205674, 1e-6);  // 7 + 3 * 2.333333 / 1.128
  EXPECT_NEAR(chart->lowerLimit, 0.794326, 1e-6);
  EXPECT_NEAR(chart->movingRangeLimit, 7.623, 1e-6);
  EXPECT_FALSE(controlChartOf({5}, false));
}

TEST(ControlChart, marksWhatPassesALimit) {
  std::vector<double> values(20, 2.0);
  values[3] = 2.2, values[10] = 9;
  const auto chart = controlChartOf(values, true);
  ASSERT_TRUE(chart);
  for (std::size_t i = 0; i < values.size(); ++i) EXPECT_EQ(chart->outside(i), i == 10) << i;
}

TEST(ControlChart, hasNoLimitBelowNoughtForWhatIsNeverNegative) {
  EXPECT_EQ(controlChartOf({1, 6, 1, 6}, true)->lowerLimit, 0);
  EXPECT_LT(controlChartOf({1, 6, 1, 6}, false)->lowerLimit, 0);
}

TEST(Histogram, hasRoundBorders) {
  const auto histogram = histogramOf({0.4, 1, 1.9, 2, 7.3}, 8);  // span 6.9: classes of 1
  EXPECT_EQ(histogram.from, 0);
  EXPECT_EQ(histogram.width, 1);
  EXPECT_EQ(histogram.counts, (std::vector<std::size_t>{1, 2, 1, 0, 0, 0, 0, 1}));
  EXPECT_EQ(histogramOf({-1.5, 0.5}, 2).from, -2);
  EXPECT_TRUE(histogramOf({}, 5).counts.empty());
  EXPECT_EQ(histogramOf({3, 3, 3}, 5).counts, (std::vector<std::size_t>{3}));
}

}  // namespace planning::review
