#include "planning/plan/own_choices.h"

#include <gtest/gtest.h>

#include "tests/support/sphere_field.h"

namespace planning {
namespace {

using anatomy::Kind;
using anatomy::Role;
using anatomy::Side;

/// "general" touches and crosses nothing; "facet" ends at bone; "through" goes through muscle.
procedure::Routes routes() {
  procedure::Route general, facet, through;
  general.id = "general";
  facet.id = "facet";
  facet.mayTouchAtTarget = {Kind::Bone};
  through.id = "through";
  through.mayCross = {Kind::Muscle};
  return procedure::Routes({general, facet, through});
}

anatomy::MeasuredStructure ball(Kind kind, const Point& centre) {
  anatomy::MeasuredStructure measured;
  measured.structure.kind = kind;
  measured.field = std::make_shared<support::SphereField>(centre, 10);
  return measured;
}

NeedleChoice needleAt(const Point& target) {
  NeedleChoice needle;
  needle.target = target;
  return needle;
}

}  // namespace

TEST(OwnChoices, areThePlansWhereTheNeedleHasNone) {
  PlanChoices plan;
  plan.routeId = "facet";
  plan.level = "L4-L5";
  plan.side = Side::Left;
  const auto own = ownChoices(plan, {});
  EXPECT_EQ(own.routeId, "facet");
  EXPECT_EQ(own.level, "L4-L5");
  EXPECT_EQ(own.side, Side::Left);
}

TEST(OwnChoices, areTheNeedlesOneByOne) {
  PlanChoices plan;
  plan.routeId = "facet";
  plan.level = "L4-L5";
  plan.side = Side::Left;
  NeedleChoice needle;
  needle.side = Side::Right;
  EXPECT_EQ(ownChoices(plan, needle).side, Side::Right);
  EXPECT_EQ(ownChoices(plan, needle).level, "L4-L5");
  needle.level = "L5-S1";
  needle.routeId = "through";
  EXPECT_EQ(ownChoices(plan, needle).level, "L5-S1");
  EXPECT_EQ(ownChoices(plan, needle).routeId, "through");
  EXPECT_EQ(plan.level, "L4-L5") << "the plan's stay";
}

// Two needles on one plan: bone may be touched by the needle whose own route ends there, at its own target alone.
TEST(OwnStructures, haveTheRolesOfTheNeedlesRouteByItsOwnTarget) {
  PlanChoices plan;
  plan.routeId = "general";
  NeedleChoice near = needleAt(makePoint(12, 0, 0)), far = needleAt(makePoint(20, 0, 0));  // 2 and 10 mm off the bone
  near.routeId = far.routeId = "facet";
  plan.needles = {near, far};
  const std::vector all{ball(Kind::Bone, makePoint(0, 0, 0))};
  EXPECT_EQ(ownStructures(all, plan, near, routes())[0].structure.role, Role::Target);
  EXPECT_EQ(ownStructures(all, plan, far, routes())[0].structure.role, Role::Avoid);
}

TEST(OwnStructures, stayOnThePlansRoute) {
  PlanChoices plan;
  plan.routeId = "through";
  NeedleChoice needle = needleAt(makePoint(0, 0, 0));
  plan.needles = {needle};
  std::vector all{ball(Kind::Muscle, makePoint(0, 0, 0))};
  all[0].structure.role = Role::Avoid;
  EXPECT_EQ(ownStructures(all, plan, needle, routes())[0].structure.role, Role::Avoid);
  needle.routeId = "through";  // said twice
  EXPECT_EQ(ownStructures(all, plan, needle, routes())[0].structure.role, Role::Avoid);
}

// A muscle that the operator wants spared is crossed by no needle, whatever its route allows.
TEST(OwnStructures, keepTheRoleThatTheOperatorGave) {
  PlanChoices plan;
  plan.routeId = "facet";
  NeedleChoice needle = needleAt(makePoint(0, 0, 0));
  needle.routeId = "through";
  plan.needles = {needle};
  std::vector all{ball(Kind::Muscle, makePoint(50, 0, 0)), ball(Kind::Bone, makePoint(50, 0, 0))};
  all[0].structure.role = Role::Avoid;  // what "facet" makes of it too: nobody's word
  EXPECT_EQ(ownStructures(all, plan, needle, routes())[0].structure.role, Role::Crossable);
  all[1].structure.role = Role::Crossable;  // no route here says so: the operator's
  EXPECT_EQ(ownStructures(all, plan, needle, routes())[1].structure.role, Role::Crossable);
}

TEST(Targets, areThoseThatArePlaced) {
  PlanChoices plan;
  plan.needles = {needleAt(makePoint(1, 2, 3)), {}, needleAt(makePoint(4, 5, 6))};
  EXPECT_EQ(targetsOf(plan), (std::vector{makePoint(1, 2, 3), makePoint(4, 5, 6)}));
}

}  // namespace planning
