#include <gtest/gtest.h>

#include <algorithm>

#include "planning/plan/requirement.h"
#include "tests/planning/plan/good_plan.h"

namespace planning {
namespace {

using anatomy::Kind;
using anatomy::Side;
using needle::Verdict;
using support::assessed;
using support::dura;
using support::finding;
using support::row;
using support::sceneWith;
using support::tells;

using Words = std::vector<std::string>;

Plan leftFacet() {
  return support::leftFacetPlan(makePoint(20, 2, 3));
}

AcceptedUnknown lookedFor(const std::string& requirement) {
  return {requirement, {}, {}, "Doe^Jane", "5 mm slices", "CT", "2026-05-20"};
}

Plan accepting(Plan plan, const AcceptedUnknown& accepted) {
  plan.choices.acceptedUnknowns = {accepted};
  return assessed(plan, sceneWith({dura()}));
}

bool isRequired(const Plan& plan, const std::string& id) {
  const auto& needle = plan.choices.needles.front();
  const auto all = requirementsOf(procedure::routesInUse().find(plan.choices.routeId), plan.choices, {}, needle);
  return std::any_of(all.begin(), all.end(), [&](const Requirement& one) { return one.required->id == id; });
}

}  // namespace

TEST(AcceptedUnknown, staysUnknownAndMayBeReady) {
  const Plan plan = accepting(leftFacet(), lookedFor("nerve-root"));
  EXPECT_EQ(row(plan, "Nerve root").verdict, Verdict::Unknown);
  EXPECT_EQ(row(plan, "Nerve root").acceptedBy, "Doe^Jane");
  EXPECT_EQ(plan.assessment.verdict, Verdict::Unknown);
  EXPECT_EQ(finding(plan, "unknown-accepted").arguments,
            (Words{"nerve-root", "Doe^Jane", "5 mm slices", "CT", "2026-05-20"}));
  EXPECT_FALSE(tells(plan, "required-absent"));
  EXPECT_TRUE(plan.assessment.ready);
}

TEST(AcceptedUnknown, leavesTheOtherRowsToBeJudged) {
  Plan plan = leftFacet();
  plan.choices.acceptedUnknowns = {lookedFor("nerve-root")};
  const auto near = support::ball("Kidney", Kind::Organ, makePoint(20, -9, 3), 6);  // 11 - 6 - 0.4 - 0.5 = 4.1 mm
  EXPECT_FALSE(assessed(plan, sceneWith({near})).assessment.ready);
  plan.choices.nearAccepted = true;
  EXPECT_TRUE(assessed(plan, sceneWith({near})).assessment.ready);
  auto unconfirmed = support::ball("L4 left nerve root", Kind::Nerve, makePoint(20, -20, 3), 3);
  unconfirmed.structure.confirmed = false;
  const Plan given = assessed(plan, sceneWith({unconfirmed}));
  EXPECT_EQ(row(given, "L4 left nerve root").acceptedBy, "") << "it is there: it was seen";
  EXPECT_FALSE(given.assessment.ready);
}

TEST(AcceptedUnknown, mustSayWhoWhyInWhatAndWhen) {
  for (const auto& part :
       {&AcceptedUnknown::by, &AcceptedUnknown::reason, &AcceptedUnknown::modality, &AcceptedUnknown::date}) {
    AcceptedUnknown accepted = lookedFor("nerve-root");
    (accepted.*part).clear();
    const Plan plan = accepting(leftFacet(), accepted);
    EXPECT_TRUE(tells(plan, "acceptance-incomplete"));
    EXPECT_FALSE(plan.assessment.ready);
  }
  AcceptedUnknown accepted = lookedFor("nerve-root");
  accepted.date = "2026-02-30";
  EXPECT_TRUE(tells(accepting(leftFacet(), accepted), "acceptance-incomplete"));
}

TEST(AcceptedUnknown, isForItsOwnSideAndLevel) {
  AcceptedUnknown accepted = lookedFor("nerve-root");
  accepted.side = Side::Right;
  EXPECT_FALSE(accepting(leftFacet(), accepted).assessment.ready);
  accepted.side = Side::Left;
  EXPECT_TRUE(accepting(leftFacet(), accepted).assessment.ready);
  accepted.level = "L3-L4";
  EXPECT_FALSE(accepting(leftFacet(), accepted).assessment.ready);
}

TEST(AcceptedUnknown, isNeverTheDuraNorAVertebralArtery) {
  Plan plan = support::goodPlan();
  plan.choices.acceptedUnknowns = {lookedFor("dura")};
  plan = assessed(plan, sceneWith({}));
  EXPECT_EQ(finding(plan, "acceptance-not-allowed").arguments, (Words{"dura", "Doe^Jane"}));
  EXPECT_EQ(row(plan, "Dura / thecal sac").acceptedBy, "");
  EXPECT_FALSE(plan.assessment.ready);
  for (const procedure::Route& route : procedure::routesInUse())
    for (const procedure::RequiredStructure& required : route.required) {
      const bool root = required.id.ends_with("-root");
      EXPECT_EQ(required.mayBeInvisible, root || required.id == "radicular-artery") << required.id;
    }
}

// The bodies' middles lie at y = -35.
TEST(GreatVessels, areRequiredOnlyWhereThePathReachesTheirFront) {
  Plan plan = leftFacet();
  plan.choices.routeId = "lumbar-foraminal";
  plan.choices.level = "L4";
  EXPECT_FALSE(isRequired(plan, "aorta")) << "37 mm behind them";
  EXPECT_FALSE(isRequired(plan, "vena-cava"));
  EXPECT_TRUE(isRequired(plan, "radicular-artery"));
  plan.choices.needles.front().target = makePoint(20, -14, 3);
  EXPECT_FALSE(isRequired(plan, "aorta"));
  plan.choices.needles.front().target = makePoint(20, -16, 3);
  EXPECT_TRUE(isRequired(plan, "aorta"));
  plan.choices.needles.front().target = makePoint(20, 2, 3);
  plan.choices.levels.clear();
  EXPECT_TRUE(isRequired(plan, "aorta")) << "nobody knows where the bodies are";
}

TEST(Reserve, thatIsShortWantsTheOperatorsWord) {
  Plan plan = support::goodPlan();
  plan.choices.needles.front().needle = needle::parseNeedle("22Gx80").value();
  const Plan shortOne = assessed(plan, sceneWith({dura()}));
  EXPECT_EQ(finding(shortOne, "reserve-short").arguments, (Words{"Needle 1", "2.0 mm", "10.0 mm"}));
  EXPECT_EQ(shortOne.assessment.verdict, Verdict::Clear) << "what distances say";
  EXPECT_FALSE(shortOne.assessment.ready);
  plan.choices.reserveAccepted = true;
  EXPECT_TRUE(assessed(plan, sceneWith({dura()})).assessment.ready);
  EXPECT_EQ(finding(assessed(plan, sceneWith({dura()})), "reserve-short").severity, Severity::Warning);
}

}  // namespace planning
