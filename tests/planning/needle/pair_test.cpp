#include <gtest/gtest.h>

#include "planning/needle/pair.h"

namespace planning::needle {
namespace {

const Needle kNeedle = parseNeedle("22Gx90").value();

/// Straight down from the back to y = 0, 60 mm deep; 30 mm of the needle stay outside.
Trajectory downAt(double x, double z = 0) {
  return {makePoint(x, 60, z), makePoint(x, 0, z)};
}

}  // namespace

TEST(NeedlePair, isMeasuredFromSurfaceToSurface) {
  const Clearance row = clearanceBetween(downAt(0), kNeedle, downAt(10), kNeedle);
  EXPECT_NEAR(*row.distanceMm, 10 - 0.718, 1e-9);
  EXPECT_EQ(row.errorBoundMm, kPairBoundMm);
  EXPECT_EQ(row.verdict, Verdict::Clear);
}

// Side by side the bar is the sum of the radii, and what rounding may take.
TEST(NeedlePair, isABreachAsSoonAsTheBoundAllowsThatTheyMeet) {
  EXPECT_EQ(clearanceBetween(downAt(0), kNeedle, downAt(0.718 + 0.0015), kNeedle).verdict, Verdict::Breach);
  EXPECT_EQ(clearanceBetween(downAt(0), kNeedle, downAt(0.718 + 0.0025), kNeedle).verdict, Verdict::Near);
  EXPECT_EQ(clearanceBetween(downAt(0), kNeedle, downAt(0.718 + 3.01), kNeedle).verdict, Verdict::Clear);
}

TEST(NeedlePair, crossesAtMinusBothRadii) {
  const Trajectory across{makePoint(30, 60, 0), makePoint(-30, 0, 0)};  // at x = 0 it is 30 mm deep, as the other is
  const Clearance row = clearanceBetween(downAt(0), kNeedle, across, kNeedle);
  EXPECT_NEAR(*row.distanceMm, -0.718, 1e-9);
  EXPECT_NEAR(*row.depthMm, 30, 1e-9);
  EXPECT_EQ(row.verdict, Verdict::Breach);
}

// Their paths end 40 mm apart at the skin, but behind it the shafts lean toward each other and meet 20 mm above it.
TEST(NeedlePair, meetsOutsideTheBodyToo) {
  const Trajectory fromLeft{makePoint(20, 60, 0), makePoint(80, 0, 0)},
      fromRight{makePoint(-20, 60, 0), makePoint(-80, 0, 0)};
  const Needle longer{22, 150, 0.718};
  const Clearance row = clearanceBetween(fromLeft, longer, fromRight, longer);
  EXPECT_NEAR(*row.distanceMm, -0.718, 1e-9);
  EXPECT_NEAR((*row.closestOnNeedle)[1], 80, 1e-9);
  EXPECT_FALSE(row.depthMm) << "a depth is in the body";
  EXPECT_EQ(row.verdict, Verdict::Breach);
  // 90 mm end at x = 80 - 90 / sqrt(2) = 16.36 on either side.
  EXPECT_NEAR(*clearanceBetween(fromLeft, kNeedle, fromRight, kNeedle).distanceMm,
              2 * (80 - 90 / std::sqrt(2.0)) - 0.718, 1e-9);
}

TEST(Shaft, goesToTheHubAndNeverLessFarThanTheEntry) {
  EXPECT_NEAR(shaftOf(downAt(0), kNeedle).start[1], 90, 1e-9);
  EXPECT_NEAR(shaftOf(downAt(0), {22, 50, 0.718}).start[1], 60, 1e-9);
}

}  // namespace planning::needle
