#include "planning/plan/structure_place.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/planning/plan/good_plan.h"
#include "tests/support/counted_column.h"

namespace planning {
namespace {

using anatomy::Kind;
using anatomy::Side;
using needle::Verdict;
using support::assessed;
using support::ball;
using support::finding;
using support::row;
using support::sceneWith;
using support::tells;

using Words = std::vector<std::string>;

/// A left facet of L4-L5, 30 mm beside the middle so that no root below is touched.
Plan leftFacet() {
  return support::leftFacetPlan(makePoint(35, 30, 3));
}

// Pedicles of L4 at z = 19, of L5 at -13, 18.3 mm to each side: L4's foramen from 13.3 to 28.3 mm beside the middle.
anatomy::MeasuredStructure rootAt(const std::string& name, double x, double z) {
  return ball(name, Kind::Nerve, makePoint(x, -5, z), 3);
}

Plan with(const anatomy::MeasuredStructure& root) {
  return assessed(leftFacet(), sceneWith({root}));
}

}  // namespace

TEST(StructurePlace, ofTheLevelAndSideMeetsTheRouteWithoutAName) {
  const Plan plan = with(rootAt("Nerve root", 20, 3));
  EXPECT_TRUE(plan.assessment.ready);
  EXPECT_FALSE(tells(plan, "required-place-unknown"));
}

TEST(StructurePlace, onTheOtherSideIsNotTheRootWhateverItsName) {
  const Plan plan = with(rootAt("Nerve root", -20, 3));
  EXPECT_TRUE(tells(plan, "required-absent"));
  EXPECT_EQ(plan.assessment.verdict, Verdict::Unknown);
}

TEST(StructurePlace, atAnotherLevelIsNotTheRootWhateverItsName) {
  EXPECT_TRUE(tells(with(rootAt("Nerve root", 20, 37)), "required-absent"));
}

TEST(StructurePlace, thatItsNameContradictsIsAnError) {
  const Plan side = with(rootAt("L4 right nerve root", 20, 3));
  EXPECT_EQ(finding(side, "name-contradicts-side").arguments, (Words{"L4 right nerve root", "right", "left"}));
  EXPECT_FALSE(side.assessment.ready);
  const Plan level = with(rootAt("L3 left nerve root", 20, 3));
  EXPECT_EQ(finding(level, "name-contradicts-level").arguments, (Words{"L3 left nerve root", "L3", "L4"}));
  EXPECT_FALSE(level.assessment.ready);
  const Plan right = with(rootAt("L4 left nerve root", 20, 3));
  EXPECT_TRUE(right.assessment.ready);
}

TEST(StructurePlace, thatItsStatedSideContradictsIsAnErrorToo) {
  auto root = rootAt("Nerve root", 20, 3);
  root.structure.side = Side::Right;
  EXPECT_TRUE(tells(with(root), "name-contradicts-side"));
  root = rootAt("Left nerve root L4", 20, 3);
  root.structure.side = Side::Right;
  EXPECT_TRUE(tells(with(root), "name-contradicts-side"));
}

TEST(StructurePlace, outsideAllForaminaIsToldByItsNameAlone) {
  EXPECT_TRUE(with(rootAt("L4 left nerve root", 60, 3)).assessment.ready);
  EXPECT_TRUE(tells(with(rootAt("Nerve root", 60, 3)), "required-absent"));
}

TEST(StructurePlace, ofBothSidesIsOnEither) {
  auto roots = rootAt("Nerve roots", 20, 3);
  auto surface = *roots.surface;
  for (const auto& vertex : roots.surface->vertices) surface.vertices.push_back({-vertex[0], vertex[1], vertex[2]});
  roots.surface = std::make_shared<const anatomy::Surface>(surface);
  EXPECT_EQ(lyingOn(roots, makePoint(35, 30, 3), leftFacet().choices), Side::Bilateral);
  EXPECT_TRUE(with(roots).assessment.ready);
}

TEST(StructurePlace, nearTheTargetCounts) {
  auto artery = ball("Vertebral artery", Kind::Artery, makePoint(20, -5, 3), 3);
  auto surface = *artery.surface;  // and far above, where it has crossed over
  for (int n = 0; n < 30; ++n) surface.vertices.push_back({-20.0f, -5.0f, 40.0f});
  artery.surface = std::make_shared<const anatomy::Surface>(surface);
  EXPECT_EQ(lyingOn(artery, makePoint(35, 30, 3), leftFacet().choices), Side::Left);
}

TEST(StructurePlace, isNotToldWhereNothingWasCounted) {
  PlanChoices choices = leftFacet().choices;
  choices.levels.clear();
  EXPECT_FALSE(lyingOn(rootAt("Root", 20, 3), makePoint(35, 30, 3), choices));
  EXPECT_EQ(foraminaOf(rootAt("Root", 20, 3), choices), Words{});
}

// It leaves behind the joint of atlas and axis and runs down beside C3's foramen: no pedicles tell it, its name does.
TEST(StructurePlace, ofTheSecondCervicalRootIsToldByItsName) {
  Plan plan = leftFacet();
  plan.choices.routeId = "c1-c2";
  plan.choices.level = "C1-C2";
  plan.choices.levels = {support::counted("C3", 0, 0, 0), support::counted("C2", 0, 18, 18),
                         support::counted("C1", 0, 34, 34)};
  plan.choices.needles.front().target = makePoint(18, -10, 26);
  plan.choices.needles.front().entry = makePoint(18, 80, 26);
  const auto named = [&](const char* name) {
    return assessed(plan, sceneWith({ball(name, Kind::Nerve, makePoint(20, -5, 12), 3)}));  // as low as C3's pedicles
  };
  EXPECT_FALSE(tells(named("C2 left nerve root"), "name-contradicts-level"));
  EXPECT_NE(row(named("C2 left nerve root"), "C2 left nerve root").verdict, Verdict::Unknown);
  const Plan wrong = named("C3 left nerve root");
  const auto absent = [](const Finding& one) {
    return one.code == "required-absent" && one.arguments == Words{"c2-root"};
  };
  EXPECT_TRUE(std::any_of(wrong.assessment.findings.begin(), wrong.assessment.findings.end(), absent));
}

TEST(StructurePlace, ofTheSecondCervicalRootIsNotFarDownTheNeck) {
  Plan plan = leftFacet();
  plan.choices.routeId = "c1-c2";
  plan.choices.level = "C1-C2";
  plan.choices.levels = {support::counted("C6", 0, -52, -52), support::counted("C5", 0, -34, -34),
                         support::counted("C4", 0, -17, -17), support::counted("C3", 0, 0, 0),
                         support::counted("C2", 0, 18, 18)};
  plan.choices.needles.front().target = makePoint(18, -10, 26);
  plan.choices.needles.front().entry = makePoint(18, 80, 26);
  const Plan low = assessed(plan, sceneWith({ball("C2 left nerve root", Kind::Nerve, makePoint(20, -5, -43), 3)}));
  EXPECT_TRUE(tells(low, "name-contradicts-level"));
  EXPECT_FALSE(low.assessment.ready);
}

TEST(StructurePlace, ofTheTraversingRootIsThatOfTheLevelBelow) {
  Plan plan = leftFacet();
  plan.choices.routeId = "intradiscal";
  plan.choices.needles.front().target = makePoint(0, -35, 3);
  const auto exiting = rootAt("L4 left nerve root", 25, 12);
  EXPECT_EQ(finding(assessed(plan, sceneWith({support::dura(), exiting})), "required-absent").arguments,
            (Words{"traversing-root"}));
  const auto traversing = rootAt("L5 left nerve root", 27, -30);  // L5's foramen: 19 to 34 mm beside the middle
  const Plan both = assessed(plan, sceneWith({support::dura(), exiting, traversing}));
  for (const Finding& one : both.assessment.findings)
    if (one.code == "required-absent") {
      EXPECT_NE(one.arguments, (Words{"traversing-root"}));
    }
}

}  // namespace planning
