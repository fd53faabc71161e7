#include "planning/needle/approach.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "planning/needle/bending.h"

namespace planning::needle {
namespace {

using anatomy::Side;

/// The way out of the body, so many degrees toward the patient's left from straight behind, so many toward the head.
Vector out(double leftDeg, double headDeg) {
  const double left = Angle::degrees(leftDeg).radians(), head = Angle::degrees(headDeg).radians();
  return makeVector(std::sin(left) * std::cos(head), std::cos(left) * std::cos(head), std::sin(head)) * 73.0;
}

}  // namespace

TEST(Approach, countsFromStraightBehindTowardThePlansSide) {
  const ApproachRange range{10, 75, -30, 30};
  EXPECT_TRUE(comesFrom(range, Side::Left, out(43, 3)));
  EXPECT_FALSE(comesFrom(range, Side::Right, out(43, 3)));
  EXPECT_TRUE(comesFrom(range, Side::Right, out(-43, 3)));
  EXPECT_FALSE(comesFrom(range, Side::Left, out(9, 0)));
  EXPECT_TRUE(comesFrom(range, Side::Left, out(10, 0)));
  EXPECT_TRUE(comesFrom(range, Side::Left, out(75, 0)));
  EXPECT_FALSE(comesFrom(range, Side::Left, out(76, 0)));
  EXPECT_FALSE(comesFrom(range, Side::Left, out(43, 31)));
  EXPECT_FALSE(comesFrom(range, Side::Left, out(43, -31)));
}

TEST(Approach, isBestInTheMiddleOfItsRange) {
  const ApproachRange range{10, 70, -30, 30};
  EXPECT_NEAR(*offMiddle(range, Side::Left, out(40, 0)), 0, 1e-9);
  EXPECT_NEAR(*offMiddle(range, Side::Left, out(70, 0)), 1, 1e-9);
  EXPECT_NEAR(*offMiddle(range, Side::Left, out(55, 0)), 0.5, 1e-9);
  EXPECT_NEAR(*offMiddle(range, Side::Left, out(55, -30)), 1, 1e-9) << "the farther of the two";
  EXPECT_NEAR(*offMiddle(range, Side::Right, out(-40, 0)), 0, 1e-9);
  const ApproachRange behind{0, 30, -80, -30};
  EXPECT_NEAR(*offMiddle(behind, Side::None, out(0, -55)), 0, 1e-9) << "straight behind";
  EXPECT_NEAR(*offMiddle(behind, Side::None, out(-15, -55)), 0.5, 1e-9);
  EXPECT_NEAR(middleHeadwardDeg(behind), -55, 1e-9);
  EXPECT_FALSE(offMiddle(range, Side::Left, makeVector(0, 0, 0)));
}

TEST(Approach, withoutASideMayComeFromEither) {
  const ApproachRange range{10, 75, -30, 30};
  for (const auto& side : {std::optional<Side>(), std::optional(Side::None), std::optional(Side::Bilateral)})
    for (const double left : {43.0, -43.0}) EXPECT_TRUE(comesFrom(range, side, out(left, 0)));
}

TEST(Approach, fromTheFrontIsAHalfTurnFromBehind) {
  const ApproachRange range{90, 180, -90, 90};
  EXPECT_TRUE(comesFrom(range, Side::Left, out(180, 0)));
  EXPECT_TRUE(comesFrom(range, Side::Left, out(120, 10)));
  EXPECT_FALSE(comesFrom(range, Side::Left, out(0, 0)));
  EXPECT_FALSE(comesFrom(range, Side::Left, makeVector(0, 0, 0)));
}

// Rand 2016 (planning/needle/bending.h).
TEST(Bending, isThatMeasuredForTheGauge) {
  const auto& all = bendingOf(22);
  ASSERT_EQ(all.size(), 4u);
  EXPECT_STREQ(all[0].tip, "Quincke");
  EXPECT_NEAR(all[0].meanMm, 8.9, 0.05);
  EXPECT_NEAR(all[3].meanMm, 0.7, 0.05);
  EXPECT_TRUE(bendingOf(25).empty()) << "no figure, none invented";
}

}  // namespace planning::needle
