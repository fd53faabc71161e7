#include "planning/plan/imported.h"

#include <gtest/gtest.h>

#include "planning/plan/completion.h"
#include "tests/planning/plan/good_plan.h"

namespace planning {
namespace {

Plan importedPlan(const std::string& seenBy = {}) {
  Plan plan = support::goodPlan();
  auto& needle = plan.choices.needles.front();
  needle.imported = ImportedPlaces{"Slicer markups a.mrk.json", needle.entry, needle.target, seenBy, "2026-05-20"};
  return plan;
}

Plan judged(const Plan& plan) {
  return support::assessed(plan, support::sceneWith({support::dura()}));
}

}  // namespace

TEST(Imported, isNotReadyUntilAPersonHasSeenIt) {
  const Plan unseen = judged(importedPlan());
  EXPECT_FALSE(unseen.assessment.ready);
  EXPECT_EQ(support::finding(unseen, "imported-not-seen").severity, Severity::Error);
  EXPECT_EQ(support::finding(unseen, "imported-not-seen").arguments,
            (std::vector<std::string>{unseen.choices.needles[0].label, "Slicer markups a.mrk.json"}));
  const Plan seen = judged(importedPlan("Doe^Jane"));
  EXPECT_TRUE(seen.assessment.ready);
  EXPECT_EQ(support::finding(seen, "imported-seen").arguments.back(), "Doe^Jane");
  EXPECT_FALSE(support::tells(judged(support::goodPlan()), "imported-seen"));
}

TEST(Imported, endsWhenEveryPlaceWasSetAnew) {
  Plan plan = importedPlan();
  auto& needle = plan.choices.needles.front();
  (*needle.target)[2] += 0.009;  // rounding
  EXPECT_TRUE(isImported(needle));
  (*needle.target)[2] += 0.1;
  EXPECT_TRUE(isImported(needle)) << "the entry is still from elsewhere";
  (*needle.entry)[0] += 0.1;
  EXPECT_FALSE(isImported(needle));
  EXPECT_TRUE(importedFindings(plan.choices).empty());
}

TEST(Imported, ofATargetAloneIsAboutTheTarget) {
  Plan plan = importedPlan();
  auto& needle = plan.choices.needles.front();
  needle.imported->entry.reset();
  EXPECT_TRUE(isImported(needle));
  (*needle.target)[2] += 0.1;
  EXPECT_FALSE(isImported(needle));
}

TEST(Imported, saysApartWhatThisProgramProposed) {
  Plan plan = importedPlan();
  plan.choices.needles.front().imported->source = kProposedHere;
  EXPECT_FALSE(judged(plan).assessment.ready);
  EXPECT_EQ(support::finding(judged(plan), "proposed-not-seen").severity, Severity::Error);
  EXPECT_FALSE(support::tells(judged(plan), "imported-not-seen"));
  plan.choices.needles.front().imported->seenBy = "Doe^Jane";
  EXPECT_TRUE(judged(plan).assessment.ready);
  EXPECT_EQ(support::finding(judged(plan), "proposed-seen").arguments.back(), "Doe^Jane");
}

}  // namespace planning
