#include "planning/plan/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "tests/planning/plan/good_plan.h"
#include "tests/support/counted_column.h"

namespace planning {
namespace {

using anatomy::Kind;
using anatomy::Side;
using support::assessed;
using support::dura;
using support::finding;
using support::sceneWith;
using support::tells;

/// What is said of one rule: the finding's code; empty when it is kept.
std::string said(const Plan& plan, const std::string& rule) {
  for (const Finding& one : plan.assessment.findings)
    if (one.code.starts_with("rule-") && one.arguments.back() == rule) return one.code;
  return {};
}

/// A left foraminal needle at L4, 20 mm beside the middle: pedicles' middles at z 19 (L4) and -13 (L5), so that the
/// foramen reaches from 11.5 down to -5.5 and its upper third to 11.5 - 17 / 3 = 5.83.
Plan foraminal(double z, const std::string& level = "L4") {
  Plan plan = support::goodPlan();
  plan.choices.routeId = "lumbar-foraminal";
  plan.choices.level = level;
  plan.choices.side = Side::Left;
  plan.choices.needles.front().target = makePoint(20, 20, z);
  plan.choices.needles.front().entry = makePoint(60, 80, z);
  return plan;
}

const std::string kThird = "lumbar-foraminal/below-upper-third";

Plan judgedThird(const Plan& plan) {
  return assessed(plan, sceneWith({dura()}));
}

anatomy::MeasuredStructure hiatus(const Point& a, const Point& b, double boundMm) {
  anatomy::Structure ligament;
  ligament.name = "Sacral hiatus";
  ligament.kind = Kind::Ligament;
  ligament.role = anatomy::Role::Crossable;
  ligament.shape = anatomy::Tube{{a, b}, {0.5, 0.5}, boundMm};
  return anatomy::measure(ligament);
}

/// Along y, 40 mm long, to (0, 40, 0).
Plan caudal() {
  Plan plan = support::goodPlan();
  plan.choices.routeId = "caudal";
  plan.choices.level = "S4-S5";
  plan.choices.needles.front().target = makePoint(0, 40, 0);
  plan.choices.needles.front().entry = makePoint(0, 80, 0);
  return plan;
}

std::string advance(double clicksY, double boundMm, double asideMm = 0) {
  const auto clicked = hiatus(makePoint(asideMm - 6, clicksY, 0), makePoint(asideMm + 6, clicksY, 0), boundMm);
  return said(assessed(caudal(), sceneWith({dura(), clicked})), "caudal/caudal-advance");
}

/// Tilted in the sagittal plane by so much from straight into the flat skin.
std::string skinAngle(double offNormalDeg) {
  Plan plan = caudal();
  const double tilt = Angle::degrees(offNormalDeg).radians();
  plan.choices.needles.front().entry = makePoint(0, 80, -40 * std::tan(tilt));
  return said(assessed(plan, sceneWith({dura()})), "caudal/skin-angle");
}

Plan neck(const std::string& route, const std::string& level) {
  Plan plan = support::goodPlan();
  plan.choices.routeId = route;
  plan.choices.level = level;
  return plan;
}

/// A left needle that comes so far round from straight behind, to the left of a patient who lies so.
std::string neckFromTheSide(const std::string& position, double roundDeg, const std::string& rule) {
  Plan plan = neck("cervical-foraminal", "C6");
  plan.choices.scan.patientPosition = position;
  plan.choices.side = Side::Left;
  const double round = Angle::degrees(roundDeg).radians();
  plan.choices.needles.front().entry =
      *plan.choices.needles.front().target + makeVector(std::sin(round), std::cos(round), 0) * 40.0;
  return said(assessed(plan, sceneWith({dura()})), "cervical-foraminal/" + rule);
}

}  // namespace

TEST(UpperThird, needsTheOperatorsWord) {
  Plan plan = judgedThird(foraminal(9));
  EXPECT_EQ(said(plan, kThird), "rule-needs-word");
  EXPECT_EQ(finding(plan, "rule-needs-word").severity, Severity::Error);
  EXPECT_FALSE(plan.assessment.ready);
  plan.choices.rulesAccepted = true;
  EXPECT_EQ(finding(judgedThird(plan), "rule-needs-word").severity, Severity::Warning);
}

TEST(UpperThird, endsAtAThirdFromTheUpperPedicleLessTheBound) {
  EXPECT_EQ(said(judgedThird(foraminal(5.9)), kThird), "rule-needs-word");
  EXPECT_EQ(said(judgedThird(foraminal(4.9)), kThird), "rule-needs-word") << "5.67 + 1 mm below the pedicle is 4.83";
  EXPECT_EQ(said(judgedThird(foraminal(4.8)), kThird), "");
  EXPECT_EQ(said(judgedThird(foraminal(-5)), kThird), "");
  EXPECT_EQ(said(judgedThird(foraminal(4.8, "L4-L5")), kThird), "");
}

TEST(UpperThird, isUnknownWhereThePediclesWereNotMeasured) {
  Plan plan = foraminal(-5);
  for (auto& level : plan.choices.levels) level.inCanal.reset();
  EXPECT_EQ(said(judgedThird(plan), kThird), "rule-unknown");
  EXPECT_EQ(finding(judgedThird(plan), "rule-unknown").severity, Severity::Error);
  EXPECT_FALSE(judgedThird(plan).assessment.ready);
  plan.choices.rulesAccepted = true;  // somebody has looked
  EXPECT_EQ(finding(judgedThird(plan), "rule-unknown").severity, Severity::Warning);
  plan.choices.levels.clear();
  EXPECT_EQ(said(judgedThird(plan), kThird), "rule-unknown");
}

TEST(UpperThird, isNotJudgedAtTheFirstSacralForamen) {
  EXPECT_EQ(said(judgedThird(foraminal(-50, "S1")), kThird), "");
}

// The needle ends 4 mm beyond the clicks' line; 1.5 mm of bound make 5.5 of it.
TEST(CaudalAdvance, countsFromTwoClicksOnTheHiatusWithTheirBound) {
  EXPECT_EQ(advance(44, 0.5), "");
  EXPECT_EQ(advance(44, 1.5), "rule-broken");
  EXPECT_EQ(advance(46, 0.5), "rule-broken");
}

TEST(CaudalAdvance, isBrokenWhereTheNeedleMissesTheHiatus) {
  EXPECT_EQ(advance(44, 0.5, 15), "") << "9 mm beside its edge";
  EXPECT_EQ(advance(44, 0.5, 25), "rule-broken");
}

// 58 to 78 degrees to the skin are 12 to 32 from straight in.
TEST(SkinAngle, isThatBetweenNeedleAndSkin) {
  EXPECT_EQ(skinAngle(90 - 65.7), "");
  EXPECT_EQ(skinAngle(13), "");
  EXPECT_EQ(skinAngle(31), "");
  EXPECT_EQ(skinAngle(0), "rule-broken");
  EXPECT_EQ(skinAngle(11), "rule-broken");
  EXPECT_EQ(skinAngle(33), "rule-broken");
}

TEST(CervicalInterlaminar, needsTheOperatorsWordAboveTheSixthDisc) {
  const std::string rule = "cervical-interlaminar/not-above-c6-c7";
  for (const char* level : {"C6-C7", "C7-T1"})
    EXPECT_EQ(said(assessed(neck("cervical-interlaminar", level), sceneWith({dura()})), rule), "") << level;
  for (const char* level : {"C5-C6", "C2-C3"}) {
    Plan plan = neck("cervical-interlaminar", level);
    EXPECT_EQ(said(assessed(plan, sceneWith({dura()})), rule), "rule-needs-word") << level;
    EXPECT_FALSE(tells(assessed(plan, sceneWith({dura()})), "level-not-of-the-list")) << "offered with a word";
  }
}

TEST(CervicalForaminal, hasAnApproachForEveryPosition) {
  EXPECT_EQ(neckFromTheSide("HFP", 40, "from-the-side-prone"), "");
  EXPECT_EQ(neckFromTheSide("HFP", 100, "from-the-side-prone"), "rule-broken");
  EXPECT_EQ(neckFromTheSide("HFS", 100, "from-the-side-supine"), "");
  EXPECT_EQ(neckFromTheSide("HFS", 40, "from-the-side-supine"), "rule-broken");
  EXPECT_EQ(neckFromTheSide("HFDR", 100, "from-the-side-decubitus"), "");
  EXPECT_EQ(neckFromTheSide("HFS", 40, "from-the-side-prone"), "") << "of another position";
  for (const char* position : {"HFP", "HFS", "HFDR", "HFDL"}) {
    Plan plan = neck("cervical-foraminal", "C6");
    plan.choices.scan.patientPosition = position;
    EXPECT_FALSE(tells(assessed(plan, sceneWith({dura()})), "position-differs")) << position;
  }
}

TEST(CervicalFacet, mayComeFromBehindAndBelow) {
  Plan plan = neck("cervical-facet", "C5-C6");
  plan.choices.side = Side::Left;
  const auto from = [&](double headDeg) {
    const double head = Angle::degrees(headDeg).radians();
    plan.choices.needles.front().entry =
        *plan.choices.needles.front().target + makeVector(0.1, std::cos(head), std::sin(head)) * 40.0;
    return said(assessed(plan, sceneWith({dura()})), "cervical-facet/from-the-side");
  };
  EXPECT_EQ(from(-45), "");
  EXPECT_EQ(from(-65), "rule-broken");
  EXPECT_EQ(from(45), "rule-broken");
}

// The needle goes from (1, 80, 3) to (1, 2, 3); its radius is 0.359 mm.
TEST(LungNearby, isUnknownUntilItIsGivenAndConfirmed) {
  const auto withLung = [](double x, std::vector<anatomy::MeasuredStructure> structures) {
    Scene scene = sceneWith(std::move(structures));
    anatomy::Skin skin = *scene.skin;
    skin.lung = std::make_shared<const anatomy::FoundLung>(anatomy::FoundLung{{makePoint(x, 40, 3)}, 3, 500});
    scene.skin = &skin;
    return assessed(support::goodPlan(), scene);
  };
  const Plan near = withLung(41, {dura()});
  EXPECT_EQ(support::row(near, "Lung").verdict, needle::Verdict::Unknown);
  EXPECT_NEAR(*support::row(near, "Lung").distanceMm, 40 - 0.359, 1e-9);
  EXPECT_EQ(finding(near, "lung-found").arguments.front(), "40.0 mm");
  EXPECT_FALSE(near.assessment.ready);
  EXPECT_TRUE(withLung(55, {dura()}).assessment.ready) << "54 mm, bound 3";
  EXPECT_FALSE(withLung(53, {dura()}).assessment.ready) << "52 mm, bound 3";
  auto given = support::ball("Left lung", Kind::Lung, makePoint(60, 40, 3), 20);
  EXPECT_TRUE(withLung(41, {dura(), given}).assessment.ready);
  given.structure.confirmed = false;
  EXPECT_FALSE(withLung(41, {dura(), given}).assessment.ready);
  EXPECT_TRUE(tells(withLung(41, {dura(), given}), "required-unconfirmed"));
  const auto other = support::ball("Right lung", Kind::Lung, makePoint(-200, 40, 3), 20);
  EXPECT_FALSE(withLung(41, {dura(), other}).assessment.ready) << "not the one that was found";
}

}  // namespace planning
