#include "planning/review/deviation.h"

#include <gtest/gtest.h>

#include <random>

namespace planning::review {
namespace {

const needle::Trajectory kPlanned{makePoint(0, 80, 0), makePoint(0, 0, 0)};  // runs toward -y

}  // namespace

TEST(Deviation, isNothingForTheSameNeedle) {
  const Deviation deviation = deviationOf(kPlanned, kPlanned);
  EXPECT_EQ(deviation.tipMm, 0);
  EXPECT_EQ(deviation.angle.degrees(), 0);
}

TEST(Deviation, isPositiveWhenTooDeep) {
  const Deviation deep = deviationOf(kPlanned, {makePoint(0, 80, 0), makePoint(0, -4, 0)});
  EXPECT_NEAR(deep.depthMm, 4, 1e-12);
  EXPECT_NEAR(deep.lateralMm, 0, 1e-12);
  EXPECT_NEAR(deviationOf(kPlanned, {makePoint(0, 80, 0), makePoint(0, 7, 0)}).depthMm, -7, 1e-12);
}

TEST(Deviation, splitsIntoLateralAndDepth) {
  const Deviation deviation = deviationOf(kPlanned, {makePoint(2, 80, 0), makePoint(3, -4, 0)});
  EXPECT_NEAR(deviation.tipMm, 5, 1e-12);
  EXPECT_NEAR(deviation.lateralMm, 3, 1e-12);
  EXPECT_NEAR(deviation.depthMm, 4, 1e-12);
  EXPECT_NEAR(deviation.entryMm.value(), 2, 1e-12);
  EXPECT_NEAR(deviation.angle.degrees(), std::atan(1.0 / 84) * 180 / std::numbers::pi, 1e-9);
  EXPECT_NEAR(deviation.tip[0], 3, 1e-12);
}

TEST(Deviation, tellsTinyAnglesApart) {
  const double tiny = 1e-7;
  const Deviation deviation = deviationOf(kPlanned, {makePoint(0, 80, 0), makePoint(80 * tiny, 0, 0)});
  EXPECT_NEAR(deviation.angle.radians(), tiny, 1e-13);
}

TEST(Deviation, keepsPythagorasForAnyPair) {
  std::mt19937 random(9);
  std::normal_distribution<double> place(0, 30);
  const auto any = [&] { return makePoint(place(random), place(random), place(random)); };
  for (int i = 0; i < 1000; ++i) {
    const Deviation d = deviationOf({any(), any()}, {any(), any()});
    EXPECT_NEAR(d.tipMm * d.tipMm, d.lateralMm * d.lateralMm + d.depthMm * d.depthMm, 1e-7);
    EXPECT_GE(d.angle.degrees(), 0);
    EXPECT_LE(d.angle.degrees(), 180);
  }
}

TEST(Correction, saysTurnAndWhatIsLeft) {
  const needle::Trajectory present{makePoint(0, 80, 0), makePoint(0, 40, 0)};
  const Correction correction = correctionOf(present, makePoint(30, 0, 0));
  EXPECT_NEAR(correction.remainingMm, 50, 1e-12);
  EXPECT_NEAR(correction.straightOnMm, 40, 1e-12);
  EXPECT_NEAR(correction.missMm, 30, 1e-12);
  EXPECT_NEAR(correction.turn.degrees(), std::atan2(30, 40) * 180 / std::numbers::pi, 1e-9);
  EXPECT_LT(correctionOf(present, makePoint(0, 50, 0)).straightOnMm, 0);  // passed
  EXPECT_EQ(correctionOf(present, present.target).turn.degrees(), 0);
}

}  // namespace planning::review
