#include "planning/plan/next_step.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "planning/plan/completion.h"
#include "planning/plan/site_check.h"
#include "tests/planning/plan/good_plan.h"

namespace planning {
namespace {

using Steps = std::vector<Step>;

/// From nothing chosen to a completed plan, a person who does what is said, as `good` has it, and nothing else.
class Walk {
 public:
  Walk(Plan good, std::vector<anatomy::MeasuredStructure> structures)
      : good_(std::move(good)), structures_(std::move(structures)) {
    plan_.choices.scan = good_.choices.scan;
    plan_.choices.needles.push_back({});
    plan_.choices.needles.front().label = "Needle 1";
    for (auto& measured : structures_) measured.structure.confirmed = false;
  }

  /// The steps in their order; those of one kind that follow each other once.
  Steps steps() {
    Steps taken;
    for (int n = 0; n < 60; ++n) {
      plan_ = support::assessed(plan_, support::sceneWith(structures_));
      const bool ready = plan_.assessment.ready;
      EXPECT_EQ(ready, whatBlocks(plan_.choices, plan_.assessment).empty());
      const NextStep next = nextStep(plan_);
      if (taken.empty() || taken.back() != next.step) taken.push_back(next.step);
      if (next.step == Step::Done) return taken;
      EXPECT_TRUE(next.step < Step::NameOperator || ready) << "nothing is left out on the way";
      take(next);
    }
    ADD_FAILURE() << "the walk does not end";
    return taken;
  }
  const Plan& plan() const { return plan_; }

 private:
  void take(const NextStep& next);
  void answer(const std::string& id);

  Plan good_, plan_;
  std::vector<anatomy::MeasuredStructure> structures_;
};

void Walk::answer(const std::string& id) {
  for (const auto& answer : good_.choices.checks) {
    const auto& given = plan_.choices.checks;
    const bool open = std::none_of(given.begin(), given.end(), [&](const auto& one) { return one.id == answer.id; });
    if (open && (id.empty() || answer.id == id)) return plan_.choices.checks.push_back(answer);
  }
  ADD_FAILURE() << "there is nothing to answer: " << id;
}

void Walk::take(const NextStep& next) {
  auto &now = plan_.choices, &good = good_.choices;
  auto &needle = now.needles.front(), &goodNeedle = good.needles.front();
  switch (next.step) {
    case Step::ChooseRoute:
      return void(now.routeId = good.routeId);
    case Step::StateLevel:
      return void(now.level = good.level);
    case Step::StateSide:
      return void(now.side = good.side);
    case Step::SetTarget:
      return void(needle.target = goodNeedle.target);
    case Step::ChooseNeedle:
      return void(needle.needle = goodNeedle.needle);
    case Step::SetEntry:
      return void(needle.entry = goodNeedle.entry);
    case Step::CountLevels:
      return void(now.levels = good.levels);
    case Step::ConfirmStructure:
      for (auto& measured : structures_)
        if (measured.structure.trackingUid == next.trackingUid) measured.structure.confirmed = true;
      return;
    case Step::GiveStructure:
      return now.acceptedUnknowns.push_back({next.about, {}, {}, "Doe^Jane", "not opacified", "CTA", "2026-05-20"});
    case Step::AnswerCheck:
      return answer(next.about);
    case Step::NameOperator:
      now.operatorName = "Doe^Jane";
      return void(now.operatorOrganization = "Clinic");
    case Step::Approve:
      now.siteCheck = siteCheckOf(now, "Doe^Jane", "2026-05-20");
      EXPECT_TRUE(mayComplete(plan_).may);
      return void(plan_.report.complete = true);
    default:
      ADD_FAILURE() << "no honest walk comes to step " << static_cast<int>(next.step);
  }
}

Plan judged(Plan plan, std::vector<anatomy::MeasuredStructure> structures) {
  plan.choices.operatorOrganization = "Clinic";
  return support::assessed(plan, support::sceneWith(std::move(structures)));
}

}  // namespace

TEST(NextStep, leadsFromNothingToACompletedPlan) {
  Walk walk(support::goodPlan(), {support::dura()});
  EXPECT_EQ(walk.steps(), (Steps{Step::ChooseRoute, Step::StateLevel, Step::SetTarget, Step::ChooseNeedle,
                                 Step::SetEntry, Step::CountLevels, Step::ConfirmStructure, Step::AnswerCheck,
                                 Step::NameOperator, Step::Approve, Step::Done}));
  EXPECT_TRUE(walk.plan().assessment.ready);
}

TEST(NextStep, asksForANameWhereOneOfMarksStands) {
  Plan plan = judged(support::goodPlan(), {support::dura()});
  EXPECT_EQ(nextStep(plan).step, Step::Approve);
  plan.choices.operatorName = "-";
  EXPECT_EQ(nextStep(plan).step, Step::NameOperator);
}

TEST(NextStep, asksForTheSideWhereTheRouteNeedsOne) {
  Walk walk(support::leftFacetPlan(makePoint(14, 7, 3)), {support::dura()});
  const Steps steps = walk.steps();
  EXPECT_NE(std::find(steps.begin(), steps.end(), Step::StateSide), steps.end());
  EXPECT_EQ(steps.back(), Step::Done);
}

TEST(NextStep, isTheGravestOfWhatBlocks) {
  Plan touching = support::goodPlan();
  auto sac = support::dura();
  EXPECT_EQ(nextStep(judged(touching, {sac})).step, Step::Approve) << "everything is in order";
  const auto stepWith = [&](auto change) {
    Plan plan = support::goodPlan();
    change(plan.choices);
    return nextStep(judged(plan, {sac}));
  };
  EXPECT_EQ(stepWith([](auto& c) { c.needles[0].needle = needle::parseNeedle("22Gx40").value(); }).step,
            Step::ChooseNeedle);
  EXPECT_EQ(stepWith([](auto& c) { c.level = "L1-L2"; }).step, Step::StateLevel) << "the target lies elsewhere";
  EXPECT_EQ(stepWith([](auto& c) { c.levels.clear(); }).step, Step::CountLevels);
  const auto infected = stepWith([](auto& c) {
    for (auto& answer : c.checks)
      if (answer.id == "infection") answer.answer = "yes";
  });
  EXPECT_EQ(infected.step, Step::AnswerCheck);
  EXPECT_EQ(infected.about, "infection");
  EXPECT_FALSE(infected.needle) << "it is of no needle";
  const auto foreign = stepWith([](auto& c) { c.scan.patient.id.clear(); });
  EXPECT_EQ(foreign.step, Step::Mend);
  ASSERT_TRUE(foreign.finding);
  EXPECT_EQ(foreign.finding->code, "no-patient-id");
}

TEST(NextStep, namesTheStructureOfTheRow) {
  Plan through = support::goodPlan();
  through.choices.needles.front().target = makePoint(1, -18, 3);  // the sac's middle
  through.choices.needles.front().needle = needle::parseNeedle("22Gx120").value();
  const NextStep move = nextStep(judged(through, {support::dura()}));
  EXPECT_EQ(move.step, Step::MoveNeedle);
  EXPECT_EQ(move.about, "Thecal sac");
  EXPECT_EQ(move.needle, 0U);
  const NextStep give = nextStep(judged(support::goodPlan(), {}));
  EXPECT_EQ(give.step, Step::GiveStructure);
  EXPECT_EQ(give.about, "dura");
  auto sac = support::dura();
  sac.structure.confirmed = false;
  const NextStep confirm = nextStep(judged(support::goodPlan(), {sac}));
  EXPECT_EQ(confirm.step, Step::ConfirmStructure);
  EXPECT_EQ(confirm.trackingUid, sac.structure.trackingUid);
}

TEST(NextStep, isNeverTheApprovalOfAPlanWithoutANeedle) {
  Plan plan = support::goodPlan();
  plan.choices.needles.clear();
  const Plan empty = judged(plan, {support::dura()});
  EXPECT_FALSE(empty.assessment.ready);
  EXPECT_LT(nextStep(empty).step, Step::NameOperator);
}

TEST(Blocking, countsFindingsAndRowsEachOnce) {
  Plan plan = support::goodPlan();
  plan.choices.level.clear();          // one
  plan.choices.checks.pop_back();      // two
  const Plan open = judged(plan, {});  // three: the sac is absent
  const auto blocking = whatBlocks(open.choices, open.assessment);
  ASSERT_EQ(blocking.size(), 3U);
  EXPECT_TRUE(blocking[0].finding && blocking[1].finding);
  ASSERT_TRUE(blocking[2].row);
  EXPECT_EQ(blocking[2].row->verdict, needle::Verdict::Unknown);
}

}  // namespace planning
