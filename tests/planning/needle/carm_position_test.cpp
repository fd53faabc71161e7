#include "planning/needle/carm_position.h"

#include <gtest/gtest.h>

namespace {

using planning::Angle;
using planning::needle::CArmAngles;
using planning::needle::carmPositions;
using planning::needle::machineAngles;

CArmAngles angles(double primary, double secondary) { return {Angle::degrees(primary), Angle::degrees(secondary)}; }

void expectMachine(const char* position, const CArmAngles& patient, double primary, double secondary) {
  const auto machine = machineAngles(patient, position);
  ASSERT_TRUE(machine) << position;
  EXPECT_NEAR(machine->primary.degrees(), primary, 1e-9) << position;
  EXPECT_NEAR(machine->secondary.degrees(), secondary, 1e-9) << position;
}

TEST(CArmPosition, ofASupineHeadFirstPatientIsThePatients) { expectMachine("HFS", angles(30, 20), 30, 20); }

TEST(CArmPosition, ofAProneHeadFirstPatientIsTurnedHalfRound) {
  expectMachine("HFP", angles(180, 0), 0, 0);       // detector above the table
  expectMachine("HFP", angles(150, 10), -30, 10);   // toward the patient's left, which is where a supine right would be
}

TEST(CArmPosition, ofAFeetFirstSupinePatientChangesBothSigns) { expectMachine("FFS", angles(30, 20), -30, -20); }

TEST(CArmPosition, ofAFeetFirstPronePatientMirrorsThePrimary) { expectMachine("FFP", angles(150, 10), 30, -10); }

TEST(CArmPosition, ofALeftDecubitusSeesTheFrontFromTheSide) {
  // On the left side, head first: the patient's left is below, and the front points to the table's left.
  expectMachine("HFDL", angles(0, 0), 90, 0);
  expectMachine("HFDL", angles(90, 0), 180, 0);
}

TEST(CArmPosition, ofARightDecubitusIsItsMirror) {
  expectMachine("HFDR", angles(0, 0), -90, 0);
  expectMachine("HFDR", angles(90, 0), 0, 0);
}

TEST(CArmPosition, isAbsentForAnUnknownPatientPosition) { EXPECT_FALSE(machineAngles(angles(0, 0), "")); }

TEST(CArmPosition, putsThePositionWithinReachFirst) {
  // A prone patient, needle straight down from the back: detector above the table is 180 of the patient, 0 of the machine.
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

}  // namespace
