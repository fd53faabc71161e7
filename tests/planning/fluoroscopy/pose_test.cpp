#include "planning/fluoroscopy/pose.h"

#include <gtest/gtest.h>

#include <random>

namespace planning::fluoroscopy {
namespace {

CArmGeometry view(double primaryDeg, double secondaryDeg) {
  CArmGeometry g;
  g.primary = Angle::degrees(primaryDeg);
  g.secondary = Angle::degrees(secondaryDeg);
  g.sourceToDetectorMm = 1000;
  g.sourceToIsocentreMm = 700;
  g.columnSpacingMm = 0.4;
  g.rowSpacingMm = 0.5;
  g.columns = 512;
  g.rows = 400;
  return g;
}

}  // namespace

TEST(RigidPose, goesThereAndBack) {
  const auto pose =
      moved(poseAround(makePoint(10, 20, 30)), makeVector(0.2, -0.1, 0.4), makePoint(5, 0, -3), makeVector(1, 2, 3));
  const auto place = makePoint(-40, 7, 88);
  EXPECT_NEAR((pose.inverse(pose.apply(place)) - place).GetNorm(), 0, 1e-12);
}

TEST(RigidPose, aQuarterTurnAboutTheHeadAxisTakesLeftToBack) {
  const auto pose = moved({}, makeVector(0, 0, Angle::degrees(90).radians()), makePoint(0, 0, 0), makeVector(0, 0, 5));
  const auto placed = pose.apply(makePoint(10, 0, 0));
  EXPECT_NEAR(placed[0], 0, 1e-12);
  EXPECT_NEAR(placed[1], 10, 1e-12);
  EXPECT_NEAR(placed[2], 5, 1e-12);
}

TEST(RigidPose, turnsAboutThePlaceGiven) {
  const auto about = makePoint(3, 4, 5);
  const auto pose = moved({}, makeVector(0.3, 0.2, 0.1), about, makeVector(0, 0, 0));
  EXPECT_NEAR((pose.apply(about) - about).GetNorm(), 0, 1e-12);
}

TEST(RigidPose, seenFromTheScanGivesTheSamePixels) {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> angle(-80, 80), place(-60, 60), turn(-0.6, 0.6);
  for (int i = 0; i < 500; ++i) {
    auto there = view(angle(random) * 2, angle(random));
    there.roll = Angle::degrees(angle(random));
    there.flippedHorizontally = i % 3 == 0;
    there.quarterTurns = i % 4;
    const auto pose = moved(poseAround(makePoint(place(random), place(random), place(random))),
                            makeVector(turn(random), turn(random), turn(random)),
                            makePoint(place(random), 0, place(random)), makeVector(place(random), 3, place(random)));
    const auto p = makePoint(place(random), place(random), place(random));
    const auto expected = Projection(there).project(pose.apply(p));
    const auto seen = Projection(seenFrom(pose, there)).project(p);
    ASSERT_TRUE(expected && seen);
    EXPECT_NEAR(seen->column, expected->column, 1e-9);
    EXPECT_NEAR(seen->row, expected->row, 1e-9);
  }
}

TEST(RigidPose, differenceIsTheLargestOfThePlacesAround) {
  const auto about = makePoint(1, 2, 3);
  const RigidPose still;
  EXPECT_NEAR(differenceMm(still, moved(still, makeVector(0, 0, 0), about, makeVector(3, 4, 0)), about, 50), 5, 1e-12);
  EXPECT_NEAR(differenceMm(still, moved(still, makeVector(0, 0, 0.01), about, makeVector(0, 0, 0)), about, 50), 0.5,
              1e-4);
}

}  // namespace planning::fluoroscopy
