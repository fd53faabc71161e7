#include "planning/plan/completion.h"

#include <gtest/gtest.h>

#include "planning/plan/site_check.h"
#include "tests/planning/plan/good_plan.h"

namespace planning {
namespace {

using support::assessed;
using support::dura;
using support::goodPlan;
using support::sceneWith;

using Words = std::vector<std::string>;

Plan judged(const Plan& plan) {
  return assessed(plan, sceneWith({dura()}));
}

Plan checkedPlan() {
  Plan plan = goodPlan();
  plan.choices.siteCheck = siteCheckOf(plan.choices, "Doe^Jane", "2026-05-20");
  return plan;
}

Words reasonsOf(const Plan& plan) {
  Words codes;
  for (const Finding& reason : mayComplete(judged(plan)).reasons) codes.push_back(reason.code);
  return codes;
}

}  // namespace

TEST(Completion, wantsAReadyPlanAndItsSiteCheck) {
  EXPECT_TRUE(mayComplete(judged(checkedPlan())).may);
  EXPECT_EQ(reasonsOf(goodPlan()), (Words{"site-check-absent"}));
  Plan infected = checkedPlan();
  for (auto& answer : infected.choices.checks)
    if (answer.id == "infection") answer.answer = "yes";
  EXPECT_EQ(reasonsOf(infected), (Words{"plan-not-ready"}));
  Plan byNobody = checkedPlan();
  byNobody.choices.siteCheck->by.clear();
  EXPECT_EQ(reasonsOf(byNobody), (Words{"site-check-absent"}));
}

TEST(Completion, wantsANameAndNotMarksAlone) {
  const auto reasonsBy = [](const char* name) {
    Plan plan = checkedPlan();
    plan.choices.siteCheck->by = name;
    return reasonsOf(plan);
  };
  // Dashes, dots, a no-break space, a zero-width one, one of Han, an accent alone, a picture, bytes of no UTF-8.
  for (const char* nobody : {"-", "\u2014", "\u2026", "\u2019 \u00b7", "\u00a0", "\u200b", "\u3000", "\u0301", "\u00d7",
                             "\uff0d", "\U0001f642", "\xe9", "\xc3"})
    EXPECT_EQ(reasonsBy(nobody), (Words{"site-check-absent"})) << nobody;
  for (const char* name : {"r", "7", "\u00e9", "\u00d8", "\u0141", "\u0416", "\u05d0", "\u0639", "\u0905", "\u738b",
                           "\u3042", "\uae40", "\u1ed3", "\U00020bb7", "\u2014 Ro\u00e9"})
    EXPECT_EQ(reasonsBy(name), Words{}) << name;
}

TEST(SiteCheck, isVoidOnceWhatItWasMadeForHasChanged) {
  const auto staleBy = [](auto change) {
    Plan plan = checkedPlan();
    change(plan.choices);
    const auto findings = siteCheckFindings(plan.choices);
    return findings.empty() ? Words{} : findings.front().arguments;
  };
  EXPECT_EQ(staleBy([](PlanChoices&) {}), Words{});
  EXPECT_EQ(staleBy([](PlanChoices& c) { c.operatorName = "Roe"; }), Words{});
  EXPECT_EQ(staleBy([](PlanChoices& c) { c.scan.patient.id = "P2"; }), (Words{"patient"}));
  EXPECT_EQ(staleBy([](PlanChoices& c) { c.side = anatomy::Side::Left; }), (Words{"side", "Needle 1"}));
  EXPECT_EQ(staleBy([](PlanChoices& c) { c.level = "L5-S1"; }), (Words{"level", "Needle 1"}));
  EXPECT_EQ(staleBy([](PlanChoices& c) { c.routeId = "blood-patch"; }), (Words{"route", "Needle 1"}));
  EXPECT_EQ(staleBy([](PlanChoices& c) { c.needles.front().level = "L5-S1"; }), (Words{"level", "Needle 1"}));
  EXPECT_EQ(staleBy([](PlanChoices& c) { (*c.needles.front().target)[0] += 0.02; }), (Words{"target", "Needle 1"}));
  EXPECT_EQ(staleBy([](PlanChoices& c) { c.needles.front().entry.reset(); }), (Words{"entry", "Needle 1"}));
  EXPECT_EQ(staleBy([](PlanChoices& c) { c.needles.push_back(c.needles.front()); }), (Words{"needles"}));
  EXPECT_EQ(staleBy([](PlanChoices& c) { (*c.needles.front().target)[0] += 0.0005; }), Words{}) << "as a report rounds";
}

TEST(SiteCheck, thatIsVoidIsSaidAndStopsCompletionAlone) {
  Plan plan = checkedPlan();
  plan.choices.needles.front().entry = makePoint(1.5, 80, 3);
  const Plan stale = judged(plan);
  EXPECT_TRUE(support::tells(stale, "site-check-stale"));
  EXPECT_TRUE(stale.assessment.ready);
  EXPECT_EQ(reasonsOf(plan), (Words{"site-check-stale"}));
}

}  // namespace planning
