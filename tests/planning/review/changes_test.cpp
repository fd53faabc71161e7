#include "planning/review/changes.h"

#include <gtest/gtest.h>

namespace planning::review {
namespace {

using needle::Verdict;

Plan plan() {
  Plan made;
  made.choices.routeId = "lumbar-foraminal";
  made.assessment.verdict = Verdict::Near;
  PlannedNeedle needle;
  needle.label = "Needle 1";
  needle.trackingUid = "2.25.1";
  needle.target = makePoint(0, 0, 0);
  needle.entry = makePoint(0, 80, 0);
  needle.depthMm = 71.4;
  needle.verdict = Verdict::Near;
  needle::Clearance row;
  row.structure = "Aorta";
  row.source = anatomy::Origin{anatomy::Origin::Kind::Segmentation, "1"};
  needle.clearances.push_back(row);
  made.add(needle);
  made.choices.checks.push_back({"infection", "no", {}, {}, {}});
  return made;
}

}  // namespace

TEST(PlanChanges, areNoneBetweenEqualPlans) {
  EXPECT_TRUE(changesBetween(plan(), plan()).none());
}

TEST(PlanChanges, sayHowFarTheTargetMovedAndWhatItMade) {
  Plan after = plan();
  after.choices.needles[0].target = makePoint(3, 0, 4);
  after.assessment.needles[0].depthMm = 75;
  after.assessment.needles[0].verdict = after.assessment.verdict = Verdict::Breach;
  const auto changes = changesBetween(plan(), after);
  ASSERT_EQ(changes.needles.size(), 1u);
  EXPECT_EQ(changes.needles[0].targetMm, 5);
  EXPECT_FALSE(changes.needles[0].entryMm);
  EXPECT_EQ(changes.needles[0].depthMm->after, 75);
  EXPECT_EQ(changes.verdict->before, Verdict::Near);
  EXPECT_EQ(changes.verdict->after, Verdict::Breach);
}

TEST(PlanChanges, passOverWhatOneDecimalDoesNotShow) {
  Plan after = plan();
  after.choices.needles[0].target = makePoint(0.04, 0, 0);
  after.assessment.needles[0].depthMm = 71.44;
  EXPECT_TRUE(changesBetween(plan(), after).none());
}

TEST(PlanChanges, tellAMovedNeedleFromANewOne) {
  Plan after = plan();
  after.choices.needles[0].label = "renamed";  // its tracking UID stays
  PlannedNeedle second = after.needle(0);
  second.trackingUid = "2.25.2";
  second.label = "Needle 2";
  after.add(second);
  auto changes = changesBetween(plan(), after);
  ASSERT_EQ(changes.needles.size(), 1u);
  EXPECT_EQ(changes.needles[0].label, "Needle 2");
  EXPECT_TRUE(changes.needles[0].added);
  changes = changesBetween(after, plan());
  ASSERT_EQ(changes.needles.size(), 1u);
  EXPECT_TRUE(changes.needles[0].removed);
}

TEST(PlanChanges, nameChecksAndStructures) {
  Plan after = plan();
  after.choices.checks = {{"infection", "yes", {}, {}, {}}, {"diabetes", "no", {}, {}, {}}};
  after.assessment.needles[0].clearances[0].structure = "Root L5";
  const auto changes = changesBetween(plan(), after);
  ASSERT_EQ(changes.checks.size(), 2u);
  EXPECT_EQ(changes.checks[0].id, "diabetes");
  EXPECT_EQ(changes.checks[0].answer.before, "");
  EXPECT_EQ(changes.checks[1].answer.before, "no");
  EXPECT_EQ(changes.checks[1].answer.after, "yes");
  EXPECT_EQ(changes.structuresAdded, std::vector<std::string>{"Root L5"});
  EXPECT_EQ(changes.structuresRemoved, std::vector<std::string>{"Aorta"});
}

}  // namespace planning::review
