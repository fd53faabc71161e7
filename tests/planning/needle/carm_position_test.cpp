#include "planning/needle/carm_position.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "planning/fluoroscopy/projection.h"

namespace {

using planning::Angle;
using planning::needle::CArmAngles;
using planning::needle::carmPositions;
using planning::needle::machineAngles;

CArmAngles angles(double primary, double secondary) {
  return {Angle::degrees(primary), Angle::degrees(secondary)};
}

void expectMachine(const char* position, const CArmAngles& patient, double primary, double secondary) {
  const auto machine = machineAngles(patient, position);
  ASSERT_TRUE(machine) << position;
  EXPECT_NEAR(machine->primary.degrees(), primary, 1e-9) << position;
  EXPECT_NEAR(machine->secondary.degrees(), secondary, 1e-9) << position;
}

TEST(CArmPosition, ofASupineHeadFirstPatientIsThePatients) {
  expectMachine("HFS", angles(30, 20), 30, 20);
}

TEST(CArmPosition, ofAProneHeadFirstPatientIsTurnedHalfRound) {
  expectMachine("HFP", angles(180, 0), 0, 0);      // detector above the table
  expectMachine("HFP", angles(150, 10), -30, 10);  // toward the patient's left, which is where a supine right would be
}

TEST(CArmPosition, ofAFeetFirstSupinePatientChangesBothSigns) {
  expectMachine("FFS", angles(30, 20), -30, -20);
}

TEST(CArmPosition, ofAFeetFirstPronePatientMirrorsThePrimary) {
  expectMachine("FFP", angles(150, 10), 30, -10);
}

TEST(CArmPosition, ofALeftDecubitusSeesTheFrontFromTheSide) {
  // On the left side, head first: the patient's left is below, and the front points to the table's left.
  expectMachine("HFDL", angles(0, 0), 90, 0);
  expectMachine("HFDL", angles(90, 0), 180, 0);
}

TEST(CArmPosition, ofARightDecubitusIsItsMirror) {
  expectMachine("HFDR", angles(0, 0), -90, 0);
  expectMachine("HFDR", angles(90, 0), 0, 0);
}

TEST(CArmPosition, ofTheMachineGoesBackToThePatients) {
  for (const char* position : {"HFS", "HFP", "HFDR", "HFDL", "FFS", "FFP", "FFDR", "FFDL"}) {
    const auto back = planning::needle::patientAngles(*machineAngles(angles(130, -20), position), position);
    ASSERT_TRUE(back) << position;
    EXPECT_NEAR(back->primary.degrees(), 130, 1e-9) << position;
    EXPECT_NEAR(back->secondary.degrees(), -20, 1e-9) << position;
  }
  EXPECT_FALSE(planning::needle::patientAngles(angles(0, 0), "?"));
}

TEST(CArmPosition, isAbsentForAnUnknownPatientPosition) {
  EXPECT_FALSE(machineAngles(angles(0, 0), ""));
}

TEST(CArmPosition, putsThePositionWithinReachFirst) {
  // A prone patient, needle straight down from the back: detector above the table is 180 of the patient, 0 of the
  // machine.
  const planning::needle::Trajectory down{planning::makePoint(0, 80, 0), planning::makePoint(0, 0, 0)};
  const auto positions = carmPositions(planning::needle::anglesOf(down), "HFP");
  ASSERT_EQ(positions.size(), 2u);
  EXPECT_TRUE(positions[0].detectorOnEntrySide);
  EXPECT_TRUE(positions[0].withinReach);
  EXPECT_NEAR(positions[0].patient.primary.degrees(), 180, 1e-9);
  EXPECT_NEAR(positions[0].machine->primary.degrees(), 0, 1e-9);
  EXPECT_FALSE(positions[1].withinReach);
}

TEST(CArmPosition, takesTheFarDetectorWhenOnlyThatIsWithinReach) {
  // A supine patient and the same needle from the back: the detector on its side would be under the table.
  const planning::needle::Trajectory up{planning::makePoint(0, 80, 0), planning::makePoint(0, 0, 0)};
  const auto positions = carmPositions(planning::needle::anglesOf(up), "HFS");
  ASSERT_EQ(positions.size(), 2u);
  EXPECT_FALSE(positions[0].detectorOnEntrySide);
  EXPECT_NEAR(positions[0].machine->primary.degrees(), 0, 1e-9);
}

TEST(CArmPosition, isNotDefinedAlongThePatient) {
  const planning::needle::Trajectory along{planning::makePoint(0, 0, 0), planning::makePoint(0, 0, 50)};
  EXPECT_TRUE(carmPositions(planning::needle::anglesOf(along), "HFS").empty());
}

planning::Vector beamOf(const CArmAngles& angles) {
  const double p = angles.primary.radians(), s = angles.secondary.radians();
  return planning::makeVector(std::sin(p) * std::cos(s), -std::cos(p) * std::cos(s), std::sin(s));
}

TEST(CArmViews, lookDownTheNeedleAndTwiceAtRightAnglesToIt) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> place(-60, 60);
  for (int i = 0; i < 200; ++i) {
    const planning::needle::Trajectory needle{planning::makePoint(place(random), 80, place(random)),
                                              planning::makePoint(0, 0, 0)};
    for (const char* position : {"HFP", "HFS", "FFP", "HFDL"}) {
      const auto views = planning::needle::carmViews(needle, position);
      ASSERT_EQ(views.size(), 3u);
      for (const auto& view : views) {
        ASSERT_EQ(view.positions.size(), 2u);
        const bool bullsEye = view.purpose == planning::needle::CArmPurpose::BullsEye;
        EXPECT_EQ(bullsEye, &view == &views.front());
        for (const auto& side : view.positions)
          EXPECT_NEAR(std::abs(planning::dot(beamOf(side.patient), needle.direction())), bullsEye ? 1 : 0, 1e-9);
        EXPECT_TRUE(bullsEye || view.positions.front().withinReach) << position;
      }
      EXPECT_NEAR(views[1].positions[0].patient.secondary.degrees(), 0, 1e-9);
      // In reach, they differ by 45 degrees at least: the second may tilt that far.
      const double between =
          std::abs(planning::dot(beamOf(views[1].positions[0].patient), beamOf(views[2].positions[0].patient)));
      EXPECT_LE(between, std::cos(Angle::degrees(44).radians()));
    }
  }
}

TEST(CArmViews, ofAVerticalNeedleInAProneBackAreTheLateralAndATiltedOne) {
  const planning::needle::Trajectory down{planning::makePoint(0, 80, 0), planning::makePoint(0, 0, 0)};
  const auto views = planning::needle::carmViews(down, "HFP");
  EXPECT_NEAR(std::abs(views[1].positions[0].machine->primary.degrees()), 90, 1e-9);
  EXPECT_NEAR(std::abs(views[2].positions[0].machine->secondary.degrees()), 45, 1e-9);
}

TEST(CArmViews, ofANeedleAlongThePatientHaveNoBullsEye) {
  const planning::needle::Trajectory along{planning::makePoint(0, 0, 0), planning::makePoint(0, 0, 50)};
  const auto views = planning::needle::carmViews(along, "HFS");
  ASSERT_EQ(views.size(), 2u);
  EXPECT_NEAR(views[0].positions[0].patient.primary.degrees(), 0, 1e-9);
  EXPECT_NEAR(std::abs(views[1].positions[0].patient.primary.degrees()), 90, 1e-9);
}

TEST(CArmViews, areThereForAnUnknownPositionButNotWithinReach) {
  const planning::needle::Trajectory down{planning::makePoint(0, 80, 0), planning::makePoint(0, 0, 0)};
  for (const auto& view : planning::needle::carmViews(down, "")) {
    EXPECT_FALSE(view.positions[0].withinReach);
    EXPECT_FALSE(view.positions[0].machine);
  }
}

TEST(Parallax, isWhatTheProjectionShows) {
  const planning::needle::Trajectory needle{planning::makePoint(0, 80, 0), planning::makePoint(0, 0, 0)};
  for (const double primary : {180.0, 0.0}) {
    planning::fluoroscopy::CArmGeometry g;
    g.primary = Angle::degrees(primary);
    g.secondary = Angle::degrees(1);
    g.sourceToDetectorMm = 1000;
    g.sourceToIsocentreMm = 700;
    g.columnSpacingMm = g.rowSpacingMm = 0.5;
    g.columns = g.rows = 512;
    const planning::fluoroscopy::Projection view(g);
    const auto entry = *view.project(needle.entry), target = *view.project(needle.target);
    const double seen =
        std::hypot(entry.column - target.column, entry.row - target.row) * view.mmPerColumnAt(needle.target);
    const double said = planning::needle::parallaxMm(needle, Angle::degrees(1), 700, primary == 180.0);
    EXPECT_NEAR(said, seen, 1e-9);
    EXPECT_NEAR(said, 1.4, 0.2);  // 80 mm x sin 1 degree, and the perspective
  }
}

}  // namespace
