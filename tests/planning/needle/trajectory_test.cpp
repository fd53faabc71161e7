#include "planning/needle/trajectory.h"

#include <gtest/gtest.h>

#include <random>

namespace planning::needle {
namespace {

Trajectory along(double x, double y, double z) {
  return {makePoint(10, 20, 30), makePoint(10 + x, 20 + y, 30 + z)};
}

std::string written(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

}  // namespace

// The example of app/json/README.md: a prone needle straight down.
TEST(TrajectoryAngles, ofTheSampleAreZeroAndHalfATurn) {
  const TrajectoryAngles angles = anglesOf({makePoint(1, 80, 3), makePoint(1, 2, 3)}, "HFP");
  EXPECT_EQ(written(angles.inPlane->degrees()), "0.000");
  EXPECT_EQ(written(angles.cranioCaudal.degrees()), "0.000");
  EXPECT_EQ(written(angles.carmPrimary->degrees()), "180.000");
  EXPECT_EQ(written(angles.carmSecondary.degrees()), "0.000");
  EXPECT_EQ(written(angles.tilted->tilt.degrees()), "0.000");
  EXPECT_EQ(written(angles.tilted->inSlice.degrees()), "0.000");
}

TEST(TrajectoryAngles, arePositiveTowardLeftAndHead) {
  EXPECT_NEAR(anglesOf(along(1, -1, 0)).inPlane->degrees(), 45, 1e-12);
  EXPECT_NEAR(anglesOf(along(1, 1, 0)).inPlane->degrees(), 45, 1e-12);  // an anterior entry, the same formula
  EXPECT_NEAR(anglesOf(along(-1, -1, 0)).inPlane->degrees(), -45, 1e-12);
  EXPECT_NEAR(anglesOf(along(0, -1, 1)).cranioCaudal.degrees(), 45, 1e-12);
  EXPECT_NEAR(anglesOf(along(0, -1, -1)).cranioCaudal.degrees(), -45, 1e-12);
}

// planning/needle/README.md, "Angles": d = (0.60, -0.55, 0.58) has 46.6 degrees of tilt, not the 35.5 of cranio-caudal.
TEST(TrajectoryAngles, ofATiltedGantryAreAnotherPair) {
  const TrajectoryAngles angles = anglesOf(along(0.60, -0.55, 0.58), "HFP");
  EXPECT_NEAR(angles.tilted->tilt.degrees(), 46.6, 0.1);
  EXPECT_NEAR(angles.cranioCaudal.degrees(), 35.5, 0.1);
  EXPECT_NEAR(angles.tilted->inSlice.degrees(), 36.9, 0.1);
}

// A gantry tilts about the horizontal axis across the patient: x for back and belly, y for one on the side.
TEST(TrajectoryAngles, haveATiltOnlyOnBackOrBelly) {
  for (const char* position : {"HFS", "HFP", "FFS", "FFP"})
    EXPECT_TRUE(anglesOf(along(0.60, -0.55, 0.58), position).tilted) << position;
  for (const char* position : {"HFDR", "HFDL", "FFDR", "FFDL", "", "SITTING"})
    EXPECT_FALSE(anglesOf(along(0.60, -0.55, 0.58), position).tilted) << position;
  EXPECT_FALSE(anglesOf(along(0.60, -0.55, 0.58)).tilted);
}

TEST(TrajectoryAngles, areAbsentWhereUndefined) {
  const TrajectoryAngles axial = anglesOf(along(0, 0, 5));
  EXPECT_FALSE(axial.inPlane.has_value());
  EXPECT_FALSE(axial.carmPrimary.has_value());
  EXPECT_NEAR(axial.carmSecondary.degrees(), -90, 1e-9);
  EXPECT_FALSE(anglesOf(along(3, 0, 0), "HFP").tilted.has_value());
}

// PS3.3 C.8.7.5.1.2: 0 faces the chest, +90 primary is at the patient's left, +90 secondary is cranial.
TEST(TrajectoryAngles, putTheDetectorOnTheEntrysSide) {
  const auto fromChest = anglesOf(along(0, 1, 0));
  EXPECT_EQ(fromChest.carmPrimary->degrees(), 0);
  EXPECT_FALSE(std::signbit(fromChest.carmPrimary->degrees()));
  EXPECT_NEAR(anglesOf(along(-1, 0, 0)).carmPrimary->degrees(), 90, 1e-12);   // entry on the left
  EXPECT_NEAR(anglesOf(along(1, 0, 0)).carmPrimary->degrees(), -90, 1e-12);   // entry on the right
  EXPECT_NEAR(anglesOf(along(0, 1, -1)).carmSecondary.degrees(), 45, 1e-12);  // entry above the target
}

TEST(TrajectoryAngles, giveTheLineBack) {
  std::mt19937 random(5);
  std::normal_distribution<double> normal;
  for (int i = 0; i < 1000; ++i) {
    const Trajectory trajectory = along(normal(random), normal(random), normal(random));
    const TrajectoryAngles angles = anglesOf(trajectory);
    const double p = angles.carmPrimary->radians(), s = angles.carmSecondary.radians();
    const Vector detector = makeVector(std::cos(s) * std::sin(p), -std::cos(s) * std::cos(p), std::sin(s));
    EXPECT_NEAR((detector + trajectory.direction()).GetNorm(), 0, 1e-9);
    EXPECT_GT(angles.carmPrimary->degrees(), -180);
    EXPECT_LE(angles.carmPrimary->degrees(), 180);
  }
}

TEST(TrajectoryAngles, neverWriteMinusHalfATurn) {
  EXPECT_EQ(written(anglesOf(along(1e-7, -1, 0)).carmPrimary->degrees()), "180.000");
  EXPECT_EQ(written(anglesOf(along(-1e-7, -1, 0)).carmPrimary->degrees()), "180.000");
  EXPECT_EQ(written(anglesOf(along(-0.0, -1, 0)).carmPrimary->degrees()), "180.000");
}

TEST(CArmAngles, ofTheOtherSideLookTheOtherWay) {
  const CArmAngles back = opposite({Angle::degrees(180), Angle::degrees(0)});
  EXPECT_EQ(written(back.primary.degrees()), "0.000");
  EXPECT_EQ(written(back.secondary.degrees()), "0.000");
  const CArmAngles left = opposite({Angle::degrees(-30), Angle::degrees(12)});
  EXPECT_NEAR(left.primary.degrees(), 150, 1e-12);
  EXPECT_NEAR(left.secondary.degrees(), -12, 1e-12);
  EXPECT_EQ(written(opposite({Angle::degrees(0), Angle::degrees(1)}).primary.degrees()), "180.000");
}

// What hangs below lies toward the side that the patient lies on: a goniometer reads 0 when the needle points there.
TEST(AngleFromVertical, isZeroStraightDownInEveryPosition) {
  const std::pair<const char*, Trajectory> down[] = {
      {"HFS", along(0, 1, 0)},   {"FFS", along(0, 1, 0)},   {"HFP", along(0, -1, 0)}, {"FFP", along(0, -1, 0)},
      {"HFDR", along(-1, 0, 0)}, {"FFDR", along(-1, 0, 0)}, {"HFDL", along(1, 0, 0)}, {"FFDL", along(1, 0, 0)}};
  for (const auto& [position, trajectory] : down) {
    EXPECT_NEAR(angleFromVertical(trajectory, position)->degrees(), 0, 1e-9) << position;
    const Trajectory up{trajectory.target, trajectory.entry};
    EXPECT_NEAR(angleFromVertical(up, position)->degrees(), 180, 1e-9) << position;
  }
}

TEST(AngleFromVertical, isThatOfTheAxialPlane) {
  EXPECT_NEAR(angleFromVertical(along(1, -1, 7), "HFP")->degrees(), 45, 1e-9);
  EXPECT_NEAR(angleFromVertical(along(-1, -1, 7), "FFP")->degrees(), 45, 1e-9);
  EXPECT_NEAR(angleFromVertical(along(1, -1, 0), "HFDL")->degrees(), 45, 1e-9);
  EXPECT_NEAR(angleFromVertical(along(1, -1, 0), "HFDR")->degrees(), 135, 1e-9);
}

TEST(AngleFromVertical, isAbsentWhereItIsNotKnown) {
  EXPECT_FALSE(angleFromVertical(along(1, 1, 0), "").has_value());
  EXPECT_FALSE(angleFromVertical(along(1, 1, 0), "SITTING").has_value());
  EXPECT_FALSE(angleFromVertical(along(0, 0, 1), "HFS").has_value());
}

}  // namespace planning::needle
