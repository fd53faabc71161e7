#include "planning/review/steering.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace planning::review {
namespace {

ActualNeedle needleAt(const Point& entry, const Point& tip) {
  ActualNeedle needle;
  needle.found.trajectory = {entry, tip};
  needle.found.course = {entry, tip};
  needle.found.tipBoundMm = 0.5;
  needle.found.entryBoundMm = 1;
  needle.found.angleBound = Angle::degrees(1);
  return needle;
}

PlanChoices planTo(const Point& target) {
  PlanChoices plan;
  NeedleChoice needle;
  needle.entry = makePoint(0, 80, 0);
  needle.target = target;
  needle.needle = needle::Needle{22, 90, 0.718};
  plan.needles.push_back(needle);
  return plan;
}

/// A scene of the control with a ball of radius 5 mm.
struct TableScene {
  Volume control;
  Scene scene;

  TableScene() {
    control.hu = Volume::Image::New();
    control.hu->SetRegions(Volume::Image::RegionType(Volume::Image::SizeType{{4, 4, 4}}));
    control.hu->Allocate(true);
    scene.volume = &control;
    anatomy::Structure artery;
    artery.name = "Artery";
    artery.confirmed = true;
    artery.shape = anatomy::Tube{{makePoint(-10, 10, 20), makePoint(10, 10, 20)}, {2, 2}, 0.5};
    scene.structures.push_back(anatomy::measure(artery));
    scene.chances = false;
  }
};

double degreesOf(double radians) {
  return radians * 180 / std::numbers::pi;
}

}  // namespace

TEST(ErrorBounds, addTheResidualToEveryPlaceAndTurnTheLineByIt) {
  const auto needle = needleAt(makePoint(0, 80, 0), makePoint(0, 0, 0));
  Registration registration;
  const auto plain = errorBoundsOf(needle, registration);
  EXPECT_EQ(plain.tipMm, 0.5);
  EXPECT_EQ(plain.entryMm, 1);
  EXPECT_NEAR(plain.angle.degrees(), 1, 1e-12);
  registration.residualMm = 2;
  const auto moved = errorBoundsOf(needle, registration);
  EXPECT_EQ(moved.tipMm, 2.5);
  EXPECT_EQ(moved.entryMm, 3);
  EXPECT_NEAR(moved.angle.degrees(), 1 + degreesOf(std::atan(4.0 / 80)), 1e-12);
}

TEST(ErrorBounds, areAbsentForWhatIsNotSeen) {
  auto needle = needleAt(makePoint(0, 80, 0), makePoint(0, 0, 0));
  EXPECT_TRUE(errorBoundsOf(needle, {}).bendMm.has_value());
  needle.clicked = true;
  needle.found.entrySeen = false;
  EXPECT_FALSE(errorBoundsOf(needle, {}).bendMm.has_value());
  EXPECT_FALSE(errorBoundsOf(needle, {}).entryMm.has_value());
}

TEST(Steering, boundsTheNewDirectionByTheTipsErrorOverTheWayLeft) {
  const TableScene table;
  const auto needle = needleAt(makePoint(0, 80, 0), makePoint(0, 40, 0));
  const auto steering = steeringOf(planTo(makePoint(3, 0, 0)), table.scene, procedure::routesInUse(), {}, needle);
  const auto bounds = steeringBoundsOf(steering, needle, {});
  const double leftMm = std::hypot(3, 40);
  EXPECT_NEAR(steering.correction.remainingMm, leftMm, 1e-9);
  EXPECT_NEAR(bounds.toTarget.degrees(), degreesOf(std::asin(0.5 / leftMm)), 1e-9);
  EXPECT_NEAR(bounds.turn.degrees(), 1 + bounds.toTarget.degrees(), 1e-9);
  EXPECT_NEAR(bounds.missMm, 0.5 + 40 * std::sin(Angle::degrees(1).radians()), 1e-9);
  EXPECT_NEAR(steering.correction.missMm, 3, 1e-9);
  EXPECT_FALSE(isThere(steering, bounds));
}

TEST(Steering, knowsNoDirectionWhereTheTipIsAtTheTarget) {
  const TableScene table;
  const auto needle = needleAt(makePoint(0, 80, 0), makePoint(0, 0.3, 0));
  const auto steering = steeringOf(planTo(makePoint(0, 0, 0)), table.scene, procedure::routesInUse(), {}, needle);
  const auto bounds = steeringBoundsOf(steering, needle, {});
  EXPECT_TRUE(isThere(steering, bounds));
  EXPECT_NEAR(bounds.toTarget.degrees(), 90, 1e-9);
}

TEST(Steering, isLessSureOfWhatLiesAheadThanOfWhatLiesBeside) {
  const TableScene table;
  const auto needle = needleAt(makePoint(0, 80, 0), makePoint(0, 40, 0));
  const auto steering = steeringOf(planTo(makePoint(0, 0, 0)), table.scene, procedure::routesInUse(), {}, needle);
  ASSERT_EQ(steering.straightOn.clearances.size(), 1u);
  const auto& ahead = steering.straightOn.clearances[0];
  EXPECT_NEAR(*ahead.distanceMm, 20 - 2 - 0.718 / 2, 0.02);
  EXPECT_NEAR(ahead.errorBoundMm, 0.5 + 40 * std::sin(Angle::degrees(1).radians()), 1e-9);
  EXPECT_NEAR(steering.toTarget.clearances[0].errorBoundMm, 0.5, 1e-9);
}

TEST(Steering, takesABentNeedlesLastPieceForItsDirection) {
  const TableScene table;
  auto needle = needleAt(makePoint(0, 80, 0), makePoint(0, 40, 0));
  needle.found.course = {makePoint(0, 80, 0), makePoint(3, 60, 0), makePoint(1, 45, 0), makePoint(0, 40, 0)};
  needle.found.bendMm = 3;
  const auto steering = steeringOf(planTo(makePoint(0, 0, 0)), table.scene, procedure::routesInUse(), {}, needle);
  EXPECT_EQ(steering.present.entry, makePoint(1, 45, 0));
  const auto bounds = steeringBoundsOf(steering, needle, {});
  EXPECT_NEAR(bounds.present.degrees(), degreesOf(std::asin(0.5 / std::hypot(1, 5))), 1e-9);
}

}  // namespace planning::review
