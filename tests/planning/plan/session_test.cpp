#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "planning/anatomy/level_span.h"
#include "planning/plan/imported.h"
#include "planning/plan/own_choices.h"
#include "planning/plan/session.h"
#include "planning/plan/site.h"
#include "tests/planning/plan/good_plan.h"
#include "tests/support/counted_column.h"

// The column is upright: canal at y = -10, pedicles at z -47 (S1), -13 (L5), 19 (L4), 55 (L3). The block's skin is at y
// = 80.
namespace planning {
namespace {

using anatomy::Side;
using support::leftFacetPlan;
using support::lumbarColumn;

const auto& routes() {
  return procedure::routesInUse();
}
const anatomy::Skin* skin() {
  return support::sceneWith({}).skin;
}

PlanChoices leftFacet() {
  return leftFacetPlan(makePoint(18, 12, 3)).choices;
}

void expectAt(const std::optional<Point>& place, double x, double y, double z) {
  ASSERT_TRUE(place);
  EXPECT_LT((*place - makePoint(x, y, z)).GetNorm(), 1e-3) << *place;
}

/// All places turned about the upright line through (x, -10).
Point turned(const Point& p, double x, double degrees) {
  const double angle = degrees * std::numbers::pi / 180, dx = p[0] - x, dy = p[1] + 10;
  return makePoint(x + dx * std::cos(angle) - dy * std::sin(angle), -10 + dx * std::sin(angle) + dy * std::cos(angle),
                   p[2]);
}

}  // namespace

TEST(Mirror, isAcrossTheCanalAndNotAcrossTheScansMiddle) {
  PlanChoices choices = leftFacet();
  choices.levels = lumbarColumn(5);
  const auto made = mirrored(choices, 0, skin());
  ASSERT_TRUE(made) << made.error().code;
  expectAt(made->target, -8, 12, 3);
  expectAt(made->entry, -8, 80, 3);
  EXPECT_EQ(made->side, Side::Right);
  EXPECT_EQ(made->level, "L4-L5");
  EXPECT_EQ(made->label, "Needle 2");
}

// The whole patient turned by 20 degrees about the canal, bodies too: the mirror turns with him.
TEST(Mirror, followsAPatientWhoLiesTurned) {
  PlanChoices choices = leftFacet();
  for (auto& level : choices.levels) level.middle = turned(level.middle, 0, 20);
  auto& needle = choices.needles.front();
  needle.target = turned(makePoint(18, 12, 3), 0, 20);
  needle.entry = turned(makePoint(30, 60, 3), 0, 20);
  const auto made = mirrored(choices, 0, nullptr);
  ASSERT_TRUE(made);
  const Point target = turned(makePoint(-18, 12, 3), 0, 20), entry = turned(makePoint(-30, 60, 3), 0, 20);
  expectAt(made->target, target[0], target[1], target[2]);
  expectAt(made->entry, entry[0], entry[1], entry[2]);
}

// Two clicks at x = 4 and x = 8, 100 mm apart: at z = 3, midway, the line stands at x = 6.
TEST(Mirror, isAcrossTheConfirmedMidlineWhereNoCanalIsKnown) {
  PlanChoices choices = leftFacet();
  choices.levels.clear();
  EXPECT_EQ(mirrored(choices, 0, skin()).error().code, "mirror-no-midline") << "never across x = 0";
  choices.midline = {makePoint(4, 60, -47), makePoint(8, 60, 53)};
  const auto made = mirrored(choices, 0, skin());
  ASSERT_TRUE(made);
  const double before = lateralOf(*choices.needles.front().target, choices)->mm;
  EXPECT_NEAR(before, 12, 1e-9);
  EXPECT_NEAR(lateralOf(*made->target, choices)->mm, -before, 0.002);
  EXPECT_NEAR((*made->target)[1], 12, 1e-9);
}

TEST(Mirror, needsASideToMirror) {
  PlanChoices choices = leftFacet();
  choices.side = Side::None;
  EXPECT_EQ(mirrored(choices, 0, skin()).error().code, "mirror-no-side");
  choices.side.reset();
  EXPECT_EQ(mirrored(choices, 0, skin()).error().code, "mirror-no-side");
  choices.side = Side::Left;
  choices.needles.front().target.reset();
  EXPECT_EQ(mirrored(choices, 0, skin()).error().code, "mirror-no-target");
}

TEST(Mirror, isUnreadyUntilAPersonHasSeenItAndIsJudgedLikeAnyNeedle) {
  Plan plan = leftFacetPlan(makePoint(18, 12, 3));
  auto made = mirrored(plan.choices, 0, skin());
  ASSERT_TRUE(made);
  EXPECT_EQ(derivationOf(*made->imported)->from, "Needle 1");
  addNeedle(plan.choices, *made);
  plan = support::assessed(plan, support::sceneWith({}));
  EXPECT_EQ(support::finding(plan, "mirrored-not-seen").arguments, (std::vector<std::string>{"Needle 2", "Needle 1"}));
  EXPECT_EQ(plan.assessment.needles[1].site.side, MeasuredSide::Right);
  EXPECT_FALSE(support::tells(plan, "side-contradicts"));
  EXPECT_NEAR(*plan.assessment.needles[1].depthMm, 68, 0.2);
  plan.choices.needles[1].imported->seenBy = "Doe^Jane";
  plan = support::assessed(plan, support::sceneWith({}));
  EXPECT_FALSE(support::tells(plan, "mirrored-not-seen"));
  EXPECT_TRUE(support::tells(plan, "mirrored-seen"));
}

// L4-L5 is 32 mm high, L3-L4 36, L5-S1 34: a target in the middle stays in the middle.
TEST(NextLevel, keepsThePlaceBetweenThePedicles) {
  const PlanChoices choices = leftFacet();
  const auto head = atNextLevel(choices, 0, true, skin(), routes());
  ASSERT_TRUE(head) << head.error().code;
  EXPECT_EQ(head->level, "L3-L4");
  EXPECT_EQ(head->side, Side::Left);
  expectAt(head->target, 18, 12, 37);
  expectAt(head->entry, 18, 80, 37);
  const auto feet = atNextLevel(choices, 0, false, skin(), routes());
  ASSERT_TRUE(feet);
  EXPECT_EQ(feet->level, "L5-S1");
  expectAt(feet->target, 18, 12, -30);
}

// From L4 up the canal leans back by 30 degrees: up is (0, 1/2, c) there and the front (0, -c, 1/2), c = cos 30. The
// target lies 16 mm up, 22 mm behind and 18 mm to the left of L5's pedicles; L3-L4 is 32 mm high, as L4-L5 is.
TEST(NextLevel, turnsWithTheSpine) {
  PlanChoices choices = leftFacet();
  const double c = std::cos(std::numbers::pi / 6);
  const Point fourth = *choices.levels[2].inCanal;
  const Vector up = makeVector(0, 0.5, c), front = makeVector(0, -c, 0.5);
  choices.levels[3].inCanal = fourth + up * 32.0;
  choices.levels[3].middle = *choices.levels[3].inCanal + front * 25.0;
  const auto made = atNextLevel(choices, 0, true, nullptr, routes());
  ASSERT_TRUE(made);
  const Point expected = fourth + up * 16.0 - front * 22.0 + makeVector(18, 0, 0);
  expectAt(made->target, expected[0], expected[1], expected[2]);
  const Point entry = expected - front * 68.0;
  expectAt(made->entry, entry[0], entry[1], entry[2]);
}

TEST(NextLevel, isRefusedWhereTheCountDoesNotReach) {
  PlanChoices choices = leftFacet();
  choices.levels[3].sure = false;
  const auto unsure = atNextLevel(choices, 0, true, skin(), routes());
  EXPECT_EQ(unsure.error().code, "next-not-counted");
  EXPECT_EQ(unsure.error().detail, "L3-L4");
  choices.level = "L5-S1";
  EXPECT_EQ(atNextLevel(choices, 0, false, skin(), routes()).error().code, "next-no-level");
  choices.levels.clear();
  EXPECT_EQ(atNextLevel(choices, 0, true, skin(), routes()).error().detail, "L5-S1");
  choices.needles.front().target.reset();
  EXPECT_EQ(atNextLevel(choices, 0, true, skin(), routes()).error().code, "next-no-target");
}

TEST(NextLevel, namesRootsAsTheForaminalRouteDoes) {
  PlanChoices choices = leftFacet();
  choices.routeId = "lumbar-foraminal";
  choices.level = "L4";
  EXPECT_EQ(atNextLevel(choices, 0, true, skin(), routes())->level, "L3");
  EXPECT_EQ(atNextLevel(choices, 0, false, skin(), routes())->level, "L5");
  choices.level = "L4-L5";  // the same foramen
  EXPECT_EQ(atNextLevel(choices, 0, true, skin(), routes())->level, "L3");
}

TEST(Session, bearsEveryLabelOnce) {
  PlanChoices choices = leftFacet();
  addNeedle(choices, duplicated(choices, 0));
  choices.needles[1].label = "Needle 3";
  EXPECT_EQ(freeLabel(choices), "Needle 4");
  EXPECT_EQ(freeLabel(choices, "Aiguille %1"), "Aiguille 3");
  EXPECT_FALSE(duplicated(choices, 0).target);
}

TEST(OwnSite, isKeptByTheOthersWhenOneGetsAnother) {
  PlanChoices choices = leftFacet();
  addNeedle(choices, duplicated(choices, 0));
  giveSite(choices, 0, {"intradiscal", "L5-S1", Side::Right});
  EXPECT_EQ(choices.routeId, "intradiscal");
  EXPECT_FALSE(choices.needles[0].routeId);
  EXPECT_EQ(ownChoices(choices, choices.needles[1]).routeId, "lumbar-facet");
  EXPECT_EQ(ownChoices(choices, choices.needles[1]).level, "L4-L5");
  EXPECT_EQ(ownChoices(choices, choices.needles[1]).side, Side::Left);
  removeNeedle(choices, 0);
  EXPECT_EQ(choices.routeId, "lumbar-facet");
  EXPECT_FALSE(choices.needles[0].level);
}

// A report keeps no empty level of a needle's own: were the plan's L4-L5, it would be read back as that.
TEST(OwnSite, thatIsNotStatedIsNotTheFirstNeedles) {
  PlanChoices choices = leftFacet();
  addNeedle(choices, duplicated(choices, 0));
  giveSite(choices, 1, {"lumbar-facet", "", std::nullopt});
  EXPECT_EQ(choices.level, "");
  EXPECT_EQ(choices.needles[0].level, "L4-L5");
  EXPECT_FALSE(choices.needles[1].level);
  EXPECT_FALSE(choices.side);
  EXPECT_EQ(choices.needles[0].side, Side::Left);
  EXPECT_FALSE(choices.needles[1].side);
}

}  // namespace planning
