#include "planning/plan/console_numbers.h"

#include <gtest/gtest.h>

#include <cmath>

#include "planning/needle/midline.h"
#include "planning/needle/trajectory.h"

namespace planning {
namespace {

/// 1 x 1 x 3 mm, the slice at z = 0 printed as 470, each higher one 3 less: a scanner counts where it likes.
const Volume& scan() {
  static const Volume volume = [] {
    Volume made;
    made.hu = Volume::Image::New();
    made.hu->SetRegions(itk::Size<3>{{200, 200, 20}});
    const double spacing[] = {1, 1, 3};
    made.hu->SetSpacing(spacing);
    made.hu->SetOrigin(makePoint(-100, -100, -30));
    made.hu->Allocate();
    for (int k = 0; k < 20; ++k) made.sliceLocationsMm.push_back(500 - 3 * k);
    return made;
  }();
  return volume;
}
const double kHalfDiagonalMm = std::sqrt(11.0) / 2;

Plan planOf(const Point& entry, const Point& target, const std::string& position,
            const std::vector<Point>& midline = {}) {
  Plan plan;
  plan.choices.scan.patientPosition = position;
  plan.choices.routeId = "general";
  plan.choices.midline = midline;
  NeedleChoice needle;
  needle.entry = entry;
  needle.target = target;
  needle.needle = needle::Needle{22, 90, 0.718};
  plan.choices.needles = {needle};
  NeedleAssessment assessed;
  assessed.depthMm = (target - entry).GetNorm();
  assessed.angles = needle::anglesOf({entry, target});
  assessed.fromMidlineMm = fromMidlineMm(midline, entry);
  plan.assessment.needles = {assessed};
  return plan;
}

ConsoleNumbers numbersOf(const Plan& plan) {
  return consoleNumbers(plan, 0, scan(), procedure::routesInUse());
}

}  // namespace

// Prone, from 40 mm to the left of the target and 40 mm above it: 45 degrees, a path of 40 sqrt(2) mm.
TEST(ConsoleNumbers, ofAProneNeedleAreThoseWorkedOutByHand) {
  const auto numbers = numbersOf(
      planOf(makePoint(60, 80, 0), makePoint(20, 40, 0), "HFP", {makePoint(2, 90, -30), makePoint(2, 90, 30)}));
  EXPECT_EQ(numbers.patientPosition, "HFP");
  EXPECT_EQ(numbers.entrySliceLocationMm, 470);
  EXPECT_EQ(numbers.targetSliceLocationMm, 470);
  EXPECT_NEAR(numbers.sliceBoundMm, 1.5, 1e-12);
  EXPECT_NEAR(numbers.placeBoundMm, kHalfDiagonalMm, 1e-12);
  EXPECT_EQ(numbers.across->axis, makeVector(1, 0, 0));
  EXPECT_EQ(numbers.across->mm, 60) << "to the left";
  EXPECT_NEAR(numbers.fromMidlineMm.value(), 58, 1e-12);
  EXPECT_NEAR(numbers.midlineBoundMm, 2 * kHalfDiagonalMm, 1e-12) << "halfway between the clicks";
  EXPECT_NEAR(numbers.fromVertical->degrees(), 45, 1e-9);
  EXPECT_NEAR((numbers.hubLeansTo.value() - makeVector(1, 0, 0)).GetNorm(), 0, 1e-12) << "to the left";
  EXPECT_NEAR(numbers.angleBound.degrees(), 1.6798, 1e-3);  // asin(1.6583 / 56.5685)
  EXPECT_NEAR(numbers.atTarget->insideMm, 56.5685, 1e-4);
  EXPECT_NEAR(numbers.atTarget->outsideMm.value(), 33.4315, 1e-4);
  EXPECT_NEAR(numbers.lastControl->insideMm, 46.5685, 1e-4) << "10 mm before the target";
  EXPECT_NEAR(numbers.lastControl->outsideMm.value(), 43.4315, 1e-4);
}

// On the right side, gravity is to the patient's right: 60 mm down and 20 mm to the front, atan(1/3).
TEST(ConsoleNumbers, onTheSideAreReadFromGravityToo) {
  const auto numbers = numbersOf(planOf(makePoint(80, 10, 0), makePoint(20, -10, 0), "HFDR"));
  EXPECT_NEAR(numbers.fromVertical->degrees(), 18.4349, 1e-3);
  EXPECT_NEAR((numbers.hubLeansTo.value() - makeVector(0, 1, 0)).GetNorm(), 0, 1e-12) << "to the back";
}

// 30 mm headward over 40 mm of depth: 36.87 degrees; 50 mm across over the 50 mm within that slice: 45 degrees. The
// depth is along y for a patient on belly or back, along x for one on a side.
TEST(ConsoleNumbers, tiltTheGantryAboutTheAxisAcrossThePatientAsHeLies) {
  const Vector left = makeVector(1, 0, 0), back = makeVector(0, 1, 0);
  const struct {
    const char* position;
    Point entry, target;
    Vector across;
    double acrossMm;
  } all[] = {{"HFP", makePoint(70, 80, -30), makePoint(20, 40, 0), left, 70},
             {"HFS", makePoint(70, -80, -30), makePoint(20, -40, 0), left, 70},
             {"HFDR", makePoint(60, 45, -30), makePoint(20, -5, 0), back, 45},
             {"HFDL", makePoint(-60, 45, -30), makePoint(-20, -5, 0), back, 45}};
  for (const auto& one : all) {
    SCOPED_TRACE(one.position);
    const auto numbers = numbersOf(planOf(one.entry, one.target, one.position));
    ASSERT_TRUE(numbers.tilted && numbers.across);
    EXPECT_NEAR(numbers.tilted->tilt.degrees(), 36.8699, 1e-4);
    EXPECT_NEAR(numbers.tilted->inSlice.degrees(), -45, 1e-9);
    EXPECT_EQ(numbers.tilted->across, one.across);
    EXPECT_NEAR(numbers.tiltBound.degrees(), 1.9006, 1e-3);  // asin(1.6583 / 50)
    EXPECT_EQ(numbers.across->axis, one.across);
    EXPECT_EQ(numbers.across->mm, one.acrossMm);
  }
}

TEST(ConsoleNumbers, haveNoTiltForANeedleAlongThatAxis) {
  EXPECT_FALSE(numbersOf(planOf(makePoint(20, 60, 0), makePoint(20, 20, 0), "HFDR")).tilted);
  EXPECT_TRUE(numbersOf(planOf(makePoint(20, 60, 0), makePoint(20, 20, 0), "HFP")).tilted);
}

TEST(ConsoleNumbers, ofAnUprightNeedleLeanNowhere) {
  const auto numbers = numbersOf(planOf(makePoint(20, 80, 0), makePoint(20, 40, 0), "HFP"));
  EXPECT_NEAR(numbers.fromVertical->degrees(), 0, 1e-9);
  EXPECT_FALSE(numbers.hubLeansTo);
}

TEST(ConsoleNumbers, nameTheNearestSliceOfEachPlace) {
  const auto numbers = numbersOf(planOf(makePoint(20, 80, 1.4), makePoint(20, 40, 6), "HFP"));
  EXPECT_EQ(numbers.entrySliceLocationMm, 470);
  EXPECT_EQ(numbers.targetSliceLocationMm, 464);
}

// The entry lies one whole distance before the first of two clicks 10 mm apart: the line is off by 2 + 1 bounds there.
TEST(ConsoleNumbers, trustAMidlineLessBeyondItsClicks) {
  const auto numbers = numbersOf(
      planOf(makePoint(60, 80, 0), makePoint(20, 40, 0), "HFP", {makePoint(2, 90, 10), makePoint(2, 90, 20)}));
  EXPECT_NEAR(numbers.midlineBoundMm, 4 * kHalfDiagonalMm, 1e-12);
}

TEST(ConsoleNumbers, leaveOutWhatNobodyKnows) {
  Plan plan = planOf(makePoint(60, 80, 0), makePoint(20, 40, 0), "");
  plan.assessment.needles.front().depthMm.reset();
  Volume unprinted = scan();
  unprinted.sliceLocationsMm.clear();
  const auto numbers = consoleNumbers(plan, 0, unprinted, procedure::routesInUse());
  EXPECT_FALSE(numbers.entrySliceLocationMm);
  EXPECT_FALSE(numbers.fromMidlineMm);
  EXPECT_FALSE(numbers.fromVertical);
  EXPECT_FALSE(numbers.hubLeansTo);
  EXPECT_FALSE(numbers.across);
  EXPECT_FALSE(numbers.tilted);
  EXPECT_FALSE(numbers.atTarget);
  EXPECT_FALSE(numbers.lastControl);
}

TEST(ConsoleNumbers, stopNowhereBeforeATargetThatIsNearTheSkin) {
  const auto numbers = numbersOf(planOf(makePoint(20, 48, 0), makePoint(20, 40, 0), "HFP"));
  EXPECT_TRUE(numbers.atTarget);
  EXPECT_FALSE(numbers.lastControl);
}

}  // namespace planning
