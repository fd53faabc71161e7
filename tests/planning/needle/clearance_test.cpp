#include "planning/needle/clearance.h"

#include <gtest/gtest.h>

#include <random>

#include "planning/needle/pair.h"
#include "tests/support/sphere_field.h"

namespace planning::needle {
namespace {

using anatomy::Kind;
using anatomy::Role;
using support::ball;

const Trajectory kStraightDown{makePoint(0, 80, 0), makePoint(0, 0, 0)};
const Needle kNeedle{22, 90, 0.718};

}  // namespace

TEST(Verdict, followsTheTable) {
  EXPECT_EQ(judge(2.4, 0.5, 2.0), Verdict::Breach);
  EXPECT_EQ(judge(2.5, 0.5, 2.0), Verdict::Near);
  EXPECT_EQ(judge(5.4, 0.5, 2.0), Verdict::Near);
  EXPECT_EQ(judge(5.5, 0.5, 2.0), Verdict::Clear);
  EXPECT_EQ(judge(50, 3.1, 2.0), Verdict::Unknown);
  EXPECT_EQ(judge(50, 3.0, 2.0), Verdict::Clear);
  EXPECT_EQ(judge(5.5, 0.5, 2.0, 4.0), Verdict::Near);
}

TEST(Verdict, isOrderedWorstFirst) {
  EXPECT_EQ(worse(Verdict::Breach, Verdict::Unknown), Verdict::Breach);
  EXPECT_EQ(worse(Verdict::Unknown, Verdict::Near), Verdict::Unknown);
  EXPECT_EQ(worse(Verdict::Clear, Verdict::Near), Verdict::Near);
}

TEST(Verdict, hasWordsBothWays) {
  for (const Verdict verdict : {Verdict::Breach, Verdict::Unknown, Verdict::Near, Verdict::Clear})
    EXPECT_EQ(verdictFromWord(word(verdict)), verdict);
  EXPECT_FALSE(verdictFromWord("Breach").has_value());
}

TEST(Clearance, isMeasuredFromTheNeedlesSurface) {
  const Clearance row = clearanceOf(kStraightDown, kNeedle, ball("Aorta", Kind::Artery, makePoint(10, 30, 0), 4), 2);
  EXPECT_NEAR(*row.distanceMm, 10 - 4 - 0.359, 1e-12);
  EXPECT_NEAR(*row.depthMm, 50, 1e-12);
  EXPECT_NEAR((*row.closestOnStructure)[0], 6, 1e-12);
  EXPECT_NEAR((*row.closestOnNeedle)[1], 30, 1e-12);
  EXPECT_EQ(row.verdict, Verdict::Clear);  // 5.641 - 0.5 >= 2 + 3
  EXPECT_EQ(row.structure, "Aorta");
  EXPECT_TRUE(row.confirmed);
}

TEST(Clearance, isNegativeInsideTheStructure) {
  const Clearance row = clearanceOf(kStraightDown, kNeedle, ball("Sac", Kind::Dura, makePoint(3, 30, 0), 5), 0);
  EXPECT_NEAR(*row.distanceMm, -2 - 0.359, 1e-12);  // minus the deepest axis depth, minus the radius
  EXPECT_EQ(row.verdict, Verdict::Breach);
}

TEST(Clearance, givesTheDepthOfFirstContactWhenTheyTouch) {
  const Clearance row = clearanceOf(kStraightDown, kNeedle, ball("Sac", Kind::Dura, makePoint(3, 30, 0), 5), 0);
  EXPECT_NEAR(*row.depthMm, 50 - std::sqrt(5.359 * 5.359 - 9), 1e-9);
  // The axis stays outside, only the needle's surface touches.
  const Clearance grazing = clearanceOf(kStraightDown, kNeedle, ball("Sac", Kind::Dura, makePoint(5.2, 30, 0), 5), 0);
  EXPECT_NEAR(*grazing.distanceMm, 0.2 - 0.359, 1e-12);
  EXPECT_LT(*grazing.depthMm, 50);
}

TEST(Clearance, ofATargetStructureLeavesOutTheLastPart) {
  auto bone = ball("L5", Kind::Bone, makePoint(0, -4, 0), 6);  // reaches 2 mm above the target
  bone.structure.role = Role::Target;
  const Clearance row = clearanceOf(kStraightDown, kNeedle, bone, 0, 5);
  EXPECT_NEAR(*row.distanceMm, 3 - 0.359, 1e-12);  // measured to 5 mm before the target
  EXPECT_EQ(row.verdict, Verdict::Near);
  bone.structure.role = Role::Avoid;
  EXPECT_EQ(clearanceOf(kStraightDown, kNeedle, bone, 0, 5).verdict, Verdict::Breach);
}

TEST(Clearance, ofACrossableStructureMakesNoVerdict) {
  auto muscle = ball("Psoas", Kind::Muscle, makePoint(0, 40, 0), 6);
  muscle.structure.role = Role::Crossable;
  const Clearance row = clearanceOf(kStraightDown, kNeedle, muscle, 0);
  EXPECT_LT(*row.distanceMm, 0);
  EXPECT_FALSE(row.verdict.has_value());
}

TEST(Clearance, isUnknownWhatCannotBeMeasured) {
  auto empty = ball("Empty", Kind::Nerve, makePoint(0, 0, 0), 1);
  empty.field = nullptr;
  const Clearance row = clearanceOf(kStraightDown, kNeedle, empty, 2);
  EXPECT_FALSE(row.distanceMm.has_value());
  EXPECT_EQ(row.verdict, Verdict::Unknown);
  EXPECT_EQ(
      clearanceOf(kStraightDown, kNeedle, ball("Thick slices", Kind::Nerve, makePoint(40, 0, 0), 1, 3.2), 2).verdict,
      Verdict::Unknown);
}

// A rod of 4 x 4 mm along z, drawn in 12 slices of 3 mm, its middle at x = 11.5, y = 11.5: it leaves at z = 34.5.
anatomy::MeasuredStructure drawnRod() {
  auto mask = anatomy::Mask::New();
  mask->SetRegions(anatomy::Mask::SizeType{40, 40, 12});
  const double spacing[] = {1, 1, 3};
  mask->SetSpacing(spacing);
  mask->Allocate(true);
  for (int k = 0; k < 12; ++k)
    for (int j = 10; j < 14; ++j)
      for (int i = 10; i < 14; ++i) mask->SetPixel({{i, j, k}}, 1);
  anatomy::Structure rod;
  rod.name = "Artery";
  rod.kind = Kind::Artery;
  rod.lookedIn = mask->GetLargestPossibleRegion();
  rod.shape = mask;
  return anatomy::measure(rod);
}

TEST(Clearance, isUnknownWhereTheStructureGoesOnUnseen) {
  const Trajectory crossing{makePoint(60, 11.5, 91.5), makePoint(0, 11.5, 91.5)};
  const Clearance row = clearanceOf(crossing, kNeedle, drawnRod(), 2);
  EXPECT_NEAR(*row.distanceMm, 57 - 0.359, 1e-3) << "as far as it was drawn";
  EXPECT_NEAR(*row.unseenDistanceMm, -0.359, 1e-9);
  EXPECT_EQ(row.verdict, Verdict::Unknown);
}

TEST(Clearance, isAsMeasuredWhereWhatIsUnseenLiesFarther) {
  const Clearance row = clearanceOf({makePoint(111.5, 60, 15), makePoint(111.5, 11.5, 15)}, kNeedle, drawnRod(), 2);
  EXPECT_NEAR(*row.unseenDistanceMm, (98.5 - std::sqrt(0.5) + 16.5 * std::sqrt(3.0)) / 2 - 0.359, 0.26);
  EXPECT_EQ(row.verdict, Verdict::Clear) << "an artery that leaves the scan 100 mm away";
  const Clearance beside = clearanceOf({makePoint(20, 60, 15), makePoint(20, 11.5, 15)}, kNeedle, drawnRod(), 2);
  EXPECT_FALSE(beside.unseenDistanceMm);
  EXPECT_EQ(clearanceOf({makePoint(11.5, 60, 15), makePoint(11.5, 11.5, 15)}, kNeedle, drawnRod(), 2).verdict,
            Verdict::Breach)
      << "a breach stays one";
}

// 5.5 mm beyond the last slice's border, where what goes on may have run 9.5 mm aside.
TEST(Clearance, mayBeNearToWhatIsUnseen) {
  auto rod = drawnRod();
  rod.errorBoundMm = 0.5;
  const Clearance row = clearanceOf({makePoint(11.5, 60, 40), makePoint(11.5, 31.9, 40)}, kNeedle, rod, 2);
  const double aside = 31.9 - 13 - std::sqrt(0.5) - 5.5 * std::sqrt(3.0);
  EXPECT_NEAR(*row.unseenDistanceMm, aside / 2 - 0.359, 0.26);
  EXPECT_GT(*row.distanceMm, 15);
  EXPECT_EQ(row.verdict, Verdict::Near);
}

TEST(ClearanceBetween, takesBothRadiiOff) {
  const Trajectory across{makePoint(-20, 40, 4), makePoint(20, 40, 4)};
  const Needle thick{18, 90, 1.270};
  const Clearance row = clearanceBetween(kStraightDown, kNeedle, across, thick);
  EXPECT_NEAR(*row.distanceMm, 4 - 0.359 - 0.635, 1e-12);
  EXPECT_NEAR(*row.depthMm, 40, 1e-12);
  const Trajectory crossing{makePoint(-20, 40, 0), makePoint(20, 40, 0)};
  EXPECT_NEAR(*clearanceBetween(kStraightDown, kNeedle, crossing, thick).distanceMm, -0.359 - 0.635, 1e-9);
  EXPECT_EQ(clearanceBetween(kStraightDown, kNeedle, crossing, thick).verdict, Verdict::Breach);
}

// The slow twin walks both segments in small steps and can only be too far.
TEST(ClosestPlaces, areNoFartherThanAnyPairOfPlaces) {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> place(-20, 20);
  const auto any = [&] { return makePoint(place(random), place(random), place(random)); };
  for (int round = 0; round < 200; ++round) {
    const Segment first{any(), any()};
    Segment second{any(), any()};
    if (round % 4 == 0) second.end = second.start + (first.end - first.start) * 0.7;  // parallel
    if (round % 10 == 1) second.end = second.start;                                   // no length
    const ClosestPlaces closest = closestPlaces(first, second);
    const double exact = (closest.onFirst - closest.onSecond).GetNorm();
    double slow = 1e9;
    for (int i = 0; i <= 200; ++i)
      for (int j = 0; j <= 200; ++j)
        slow = std::min(slow, ((first.start + (first.end - first.start) * (i / 200.0)) -
                               (second.start + (second.end - second.start) * (j / 200.0)))
                                  .GetNorm());
    EXPECT_LE(exact, slow + 1e-9);
    EXPECT_GE(exact, slow - 0.2);
  }
}

}  // namespace planning::needle
