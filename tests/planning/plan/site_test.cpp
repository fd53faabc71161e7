#include "planning/plan/site.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "planning/plan/preparation.h"
#include "planning/plan/site_findings.h"
#include "planning/plan/taken_choices.h"
#include "tests/planning/plan/good_plan.h"
#include "tests/support/counted_column.h"

namespace planning {
namespace {

using anatomy::Side;
using support::assessed;
using support::dura;
using support::finding;
using support::goodPlan;
using support::sceneWith;
using support::tells;

using Words = std::vector<std::string>;

/// The good plan on another route, at a place.
Plan at(const std::string& route, const std::string& level, std::optional<Side> side, const Point& target,
        const Point& entry) {
  Plan plan = goodPlan();
  plan.choices.routeId = route;
  plan.choices.level = level;
  plan.choices.side = side;
  plan.choices.needles.front().target = target;
  plan.choices.needles.front().entry = entry;
  return plan;
}

/// A left facet of L4-L5: 21.4 mm beside the canal's middle.
Plan leftFacet(std::optional<Side> stated) {
  return at("lumbar-facet", "L4-L5", stated, makePoint(21.4, 2, 3), makePoint(21.4, 80, 3));
}

Plan judged(const Plan& plan) {
  return assessed(plan, sceneWith({dura()}));
}

const MeasuredSite& siteOf(const Plan& plan) {
  return plan.assessment.needles.front().site;
}

bool hasError(const Plan& plan) {
  const auto& findings = plan.assessment.findings;
  return std::any_of(findings.begin(), findings.end(), [](const auto& f) { return f.severity == Severity::Error; });
}

}  // namespace

TEST(Site, measuresTheSideWhateverIsStated) {
  const Plan plan = judged(leftFacet(Side::Right));
  EXPECT_NEAR(*siteOf(plan).lateralMm, 21.4, 1e-9);
  EXPECT_EQ(siteOf(plan).against, Middle::Canal);
  EXPECT_EQ(siteOf(plan).side, MeasuredSide::Left);
  EXPECT_EQ(siteOf(plan).levels, (Words{"L4-L5"}));
}

TEST(Site, contradictedBySideIsAnErrorAndNeverReady) {
  const Plan plan = judged(leftFacet(Side::Right));
  EXPECT_EQ(finding(plan, "side-contradicts").arguments, (Words{"Needle 1", "right", "left", "21.4 mm", "canal"}));
  EXPECT_EQ(finding(plan, "side-contradicts").severity, Severity::Error);
  EXPECT_FALSE(plan.assessment.ready);
  EXPECT_FALSE(tells(judged(leftFacet(Side::Left)), "side-contradicts"));
  EXPECT_FALSE(tells(judged(leftFacet(Side::Bilateral)), "side-contradicts"));
}

TEST(Site, isContradictedOnEveryRouteThatHasASide) {
  const std::vector<std::pair<std::string, std::string>> routes{
      {"lumbar-foraminal", "L4"},  {"lumbar-facet", "L4-L5"}, {"cervical-foraminal", "C5"},
      {"cervical-facet", "C4-C5"}, {"c1-c2", "C1-C2"},        {"intradiscal", "L4-L5"}};
  for (const auto& [route, level] : routes) {
    const auto plan = at(route, level, Side::Right, makePoint(21.4, 2, 3), makePoint(60, 60, 3));
    EXPECT_TRUE(tells(judged(plan), "side-contradicts")) << route;
    Plan unstated = plan;
    for (const std::optional<Side> none : {std::optional<Side>(), std::optional(Side::None)}) {
      unstated.choices.side = none;
      EXPECT_EQ(finding(judged(unstated), "side-not-stated").severity, Severity::Error) << route;
    }
  }
}

TEST(Site, ofAnIntradiscalNeedleIsToldByItsEntry) {
  const auto plan = at("intradiscal", "L4-L5", Side::Left, makePoint(-5, -20, 3), makePoint(60, 60, 3));
  EXPECT_NEAR(*siteOf(judged(plan)).lateralMm, 60, 1e-9);
  EXPECT_FALSE(tells(judged(plan), "side-contradicts"));
  const auto straight = at("intradiscal", "L4-L5", Side::Left, makePoint(-5, -20, 3), makePoint(2, 80, 3));
  EXPECT_EQ(finding(judged(straight), "entry-on-midline").severity, Severity::Error);
}

TEST(Site, withinThreeMillimetresIsTheMidline) {
  const auto facetAt = [](double x) {
    return judged(at("lumbar-facet", "L4-L5", Side::Left, makePoint(x, 2, 3), makePoint(x, 80, 3)));
  };
  EXPECT_EQ(siteOf(facetAt(3)).side, MeasuredSide::Midline);
  EXPECT_EQ(finding(facetAt(-1.25), "target-on-midline").arguments, (Words{"Needle 1", "1.2 mm", "canal"}));
  EXPECT_EQ(siteOf(facetAt(3.01)).side, MeasuredSide::Left);
  EXPECT_FALSE(tells(facetAt(3.01), "target-on-midline"));
  EXPECT_TRUE(tells(facetAt(-3.01), "side-contradicts"));
}

TEST(Site, hasNoSideOnARouteOfTheMidline) {
  Plan plan = goodPlan();
  plan.choices.side = Side::Right;
  plan.choices.needles.front().target = makePoint(8, 2, 3);
  plan = judged(plan);
  EXPECT_EQ(siteOf(plan).side, MeasuredSide::Left);
  EXPECT_FALSE(hasError(plan));
}

TEST(Site, isMeasuredFromTheMidlineWhereNoCanalIsKnown) {
  Plan plan = leftFacet(Side::Left);
  for (auto& level : plan.choices.levels) level.inCanal.reset();
  EXPECT_EQ(siteOf(judged(plan)).against, Middle::Bodies);
  plan.choices.midline = {makePoint(1.4, 75, 0), makePoint(1.4, 75, 40)};
  EXPECT_EQ(siteOf(judged(plan)).against, Middle::Midline);
  EXPECT_NEAR(*siteOf(judged(plan)).lateralMm, 20, 1e-9);
  plan.choices.levels.clear();
  EXPECT_EQ(siteOf(judged(plan)).against, Middle::Midline);
}

TEST(Site, thatCannotBeMeasuredIsNotReadyUntilTheMidlineIsClicked) {
  Plan plan = leftFacet(Side::Left);
  plan.choices.levels.clear();
  EXPECT_FALSE(siteOf(judged(plan)).side);
  EXPECT_EQ(finding(judged(plan), "side-not-measured").severity, Severity::Error);
  plan.choices.sidesSeen = {{"left", "Doe^Jane", "fluoroscopy", "2026-05-20"}};
  EXPECT_TRUE(tells(judged(plan), "side-not-measured")) << "on a scan the midline is there to be clicked";
  plan.choices.midline = {makePoint(0, 75, 0)};
  EXPECT_TRUE(tells(judged(plan), "side-not-measured")) << "one click is no line";
  plan.choices.midline = {makePoint(0, 75, 0), makePoint(0, 75, 40)};
  EXPECT_FALSE(tells(judged(plan), "side-not-measured"));
}

TEST(Site, underFluoroscopyMayBeSeen) {
  Plan plan = leftFacet(Side::Left);
  plan.choices.levels.clear();
  plan.choices.fluoroscopy.emplace();
  EXPECT_TRUE(tells(judged(plan), "side-not-measured"));
  plan.choices.sidesSeen = {{"right", "Doe^Jane", "fluoroscopy", "2026-05-20"}};
  EXPECT_TRUE(tells(judged(plan), "side-not-measured")) << "another side was seen";
  plan.choices.sidesSeen = {{"left", "", "fluoroscopy", "2026-05-20"}};
  EXPECT_TRUE(tells(judged(plan), "side-not-measured")) << "by nobody";
  plan.choices.sidesSeen = {{"left", "Doe^Jane", "fluoroscopy", "2026-05-20"}};
  EXPECT_FALSE(tells(judged(plan), "side-not-measured"));
  EXPECT_EQ(finding(judged(plan), "side-seen").arguments, (Words{"Needle 1", "left", "Doe^Jane", "fluoroscopy"}));
}

// The block's body reaches from x = -150 to 150; no spine is in view.
TEST(Site, ofAFreeNeedleIsJudgedAgainstTheBodysMiddle) {
  Plan plan = at("general", "", Side::Right, makePoint(30, 2, 3), makePoint(30, 80, 3));
  plan.choices.levels.clear();
  EXPECT_EQ(finding(judged(plan), "side-contradicts").arguments,
            (Words{"Needle 1", "right", "left", "30.0 mm", "body"}));
  plan.choices.side = Side::Left;
  EXPECT_FALSE(hasError(judged(plan)));
  plan.choices.side.reset();
  EXPECT_FALSE(hasError(judged(plan)));
}

TEST(Level, mustBeOneOfTheRoutesList) {
  const auto stated = [](const std::string& level) {
    Plan plan = goodPlan();
    plan.choices.level = level;
    return judged(plan);
  };
  EXPECT_TRUE(stated("L4-L5").assessment.ready);
  EXPECT_TRUE(stated("l4/5").assessment.ready);
  EXPECT_EQ(finding(stated(""), "level-not-stated").severity, Severity::Error);
  for (const char* text : {"L4", "lumbar", "L4-L5 or so", "L4-L5, L5-S1", "L6-S1", "C5-C6"}) {
    EXPECT_EQ(finding(stated(text), "level-not-of-the-list").arguments[1], text);
    EXPECT_FALSE(stated(text).assessment.ready) << text;
  }
}

TEST(Level, ofAForamenMayBeSaidByItsTwoVertebrae) {
  const auto foraminal = [](const std::string& level) {
    return tells(judged(at("lumbar-foraminal", level, Side::Left, makePoint(20, 2, 3), makePoint(60, 80, 3))),
                 "level-not-of-the-list");
  };
  EXPECT_FALSE(foraminal("L4"));
  EXPECT_FALSE(foraminal("L4-L5"));
  EXPECT_TRUE(foraminal("L4-S1"));
}

TEST(Level, isContradictedByWhereTheTargetLies) {
  const auto at = [](double z) {
    Plan plan = goodPlan();
    plan.choices.needles.front().target = makePoint(1, 2, z);
    plan.choices.needles.front().entry = makePoint(1, 80, z);
    return judged(plan);
  };
  for (const double z : {-17.9, 3.0, 23.9}) EXPECT_FALSE(hasError(at(z))) << z;  // pedicles at -13 and 19, 5 mm more
  for (const double z : {-18.1, 24.1, 40.0}) EXPECT_TRUE(tells(at(z), "level-contradicts")) << z;
  EXPECT_EQ(finding(at(40), "level-contradicts").arguments, (Words{"Needle 1", "L4-L5", "L3-L4"}));
  EXPECT_FALSE(at(40).assessment.ready);
}

TEST(Level, thatIsNotCountedWantsAPersonsWord) {
  Plan plan = goodPlan();
  for (auto& level : plan.choices.levels)
    if (level.name == "L5") level.sure = false;
  EXPECT_EQ(finding(judged(plan), "level-not-counted").arguments, (Words{"Needle 1", "L4-L5"}));
  EXPECT_FALSE(judged(plan).assessment.ready);
  plan.choices.levelsSeen = {{"L3-L4", "Doe^Jane", "fluoroscopy", ""}};
  EXPECT_TRUE(tells(judged(plan), "level-not-counted")) << "another level was seen";
  plan.choices.levelsSeen.push_back({"L4-L5", "Doe^Jane", "images", "2026-05-20"});
  EXPECT_EQ(finding(judged(plan), "level-seen").arguments, (Words{"Needle 1", "L4-L5", "Doe^Jane", "images"}));
  EXPECT_TRUE(judged(plan).assessment.ready);
}

TEST(Level, thatIsContradictedCannotBeSeen) {
  Plan plan = goodPlan();
  plan.choices.level = "L3-L4";
  plan.choices.levelsSeen = {{"L3-L4", "Doe^Jane", "images", "2026-05-20"}};
  EXPECT_TRUE(tells(judged(plan), "level-contradicts"));
  EXPECT_FALSE(judged(plan).assessment.ready);
}

TEST(Level, isNotCountedByBareClicks) {
  Plan plan = goodPlan();
  for (auto& level : plan.choices.levels) level.inCanal.reset(), level.byClick = true;
  EXPECT_TRUE(tells(judged(plan), "level-not-counted"));
}

TEST(Level, ofACaudalNeedleLiesBelowTheFirstSacral) {
  const auto caudal = [](double z) {
    return judged(at("caudal", "S4-S5", std::nullopt, makePoint(0, 20, z), makePoint(0, 80, z - 20)));
  };
  EXPECT_FALSE(tells(caudal(-95), "level-contradicts"));
  EXPECT_TRUE(tells(caudal(-60), "level-contradicts")) << "13 mm below S1's pedicles";
}

TEST(Level, ofAFreeNeedleMayBeAVertebra) {
  const auto general = [](const std::string& level, double z) {
    return judged(at("general", level, std::nullopt, makePoint(1, 2, z), makePoint(1, 80, z)));
  };
  EXPECT_FALSE(hasError(general("", 3)));
  EXPECT_FALSE(hasError(general("L4", 3)));
  EXPECT_FALSE(hasError(general("L4", 40)));
  EXPECT_TRUE(tells(general("L4", -30), "level-contradicts"));
  EXPECT_EQ(finding(general("piriformis", 3), "level-not-readable").arguments, (Words{"Needle 1", "piriformis"}));
}

// Two needles of one session: L4-L5 and L3-L4.
TEST(OwnSite, ofANeedleStandsForThePlans) {
  Plan plan = goodPlan();
  NeedleChoice second = plan.choices.needles.front();
  second.label = "Needle 2";
  second.target = makePoint(1, 2, 37);
  second.entry = makePoint(1, 80, 37);
  plan.choices.needles.push_back(second);
  EXPECT_EQ(finding(judged(plan), "level-contradicts").arguments, (Words{"Needle 2", "L4-L5", "L3-L4"}));
  plan.choices.needles.back().level = "L3-L4";
  EXPECT_TRUE(judged(plan).assessment.ready);
  plan.choices.needles.back().routeId = "lumbar-facet";
  plan = judged(plan);
  EXPECT_EQ(finding(plan, "side-not-stated").arguments, (Words{"Needle 2"}));
  EXPECT_EQ(finding(plan, "required-absent").arguments, (Words{"nerve-root"}));
}

// What a report says of one needle is not taken for another: a session comes back as it was saved.
TEST(OwnSite, leavesItsRolesAndMarginsToItsNeedleWhenThePlanIsReopened) {
  const auto lamina = support::ball("Lamina", anatomy::Kind::Bone, makePoint(60, 2, 3), 3);
  for (const bool ownFirst : {true, false}) {
    Plan plan = goodPlan();  // the dura's margin is 0 on its route, 2 mm on the other; a lamina is bone to avoid there
    NeedleChoice second = plan.choices.needles.front();
    second.label = "Needle 2";
    second.routeId = "lumbar-foraminal";
    plan.choices.needles.insert(ownFirst ? plan.choices.needles.begin() : plan.choices.needles.end(), second);
    auto structures = std::vector{dura(), lamina};
    structures[0].structure.trackingUid = "2.25.1", structures[1].structure.trackingUid = "2.25.2";
    const auto& routes = procedure::routesInUse();
    followRoute(plan.choices, structures, overruledBy(plan.choices), routes);
    const Plan saved = assessed(plan, sceneWith(structures));
    auto reopened = std::vector{dura(), lamina};
    reopened[0].structure.trackingUid = "2.25.1", reopened[1].structure.trackingUid = "2.25.2";
    takeChoices(reopened, saved, routes);
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_EQ(reopened[i].structure.role, structures[i].structure.role) << i << ownFirst;
      EXPECT_FALSE(reopened[i].structure.marginMm) << i << ownFirst;
    }
    structures[0].structure.marginMm = 7;
    structures[1].structure.role = anatomy::Role::Crossable;
    const Plan chosen = assessed(plan, sceneWith(structures));
    takeChoices(reopened, chosen, routes);
    EXPECT_EQ(reopened[0].structure.marginMm, 7) << "the operator's";
    EXPECT_EQ(reopened[1].structure.role, anatomy::Role::Crossable) << "the operator's";
  }
}

TEST(OwnSite, givesBoneTheRoleThatTheNeedlesRouteHasForIt) {
  Plan plan = goodPlan();  // the lamina may be touched, at the target
  const auto lamina = support::ball("Lamina", anatomy::Kind::Bone, makePoint(1, 2, 3), 3);
  plan.choices.needles.front().routeId = "lumbar-foraminal";
  auto scene = sceneWith({dura(), lamina});
  scene.structures[1].structure.role = anatomy::Role::Target;  // as the plan's route makes it
  EXPECT_EQ(support::row(assessed(plan, scene), "Lamina").role, anatomy::Role::Avoid);
  scene.structures[1].structure.role = anatomy::Role::Crossable;  // as the operator made it
  EXPECT_EQ(support::row(assessed(plan, scene), "Lamina").role, anatomy::Role::Crossable);
}

}  // namespace planning
