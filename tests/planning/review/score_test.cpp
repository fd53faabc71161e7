#include "planning/review/score.h"

#include <gtest/gtest.h>

namespace planning::review {
namespace {

using needle::Verdict;

Plan planned(const Point& entry, const Point& target, Verdict verdict = Verdict::Clear) {
  Plan plan;
  PlannedNeedle one;
  one.entry = entry;
  one.target = target;
  one.pathLengthMm = (target - entry).GetNorm();
  one.verdict = verdict;
  plan.needles.push_back(one);
  return plan;
}

const Point kEntry = makePoint(0, 80, 0), kTarget = makePoint(0, 0, 0);

Reference reference(Verdict verdict = Verdict::Clear) {
  return {{planned(kEntry, kTarget, verdict)}, 5.0};
}

double points(const std::vector<ScorePart>& parts, const std::string& id) {
  for (const auto& part : parts)
    if (part.id == id) return part.points;
  throw std::runtime_error(id);
}

}  // namespace

TEST(Score, isAHundredForTheExpertsOwnPlan) {
  const auto parts = scoreOf({planned(kEntry, kTarget), 0, 0, 100}, reference());
  EXPECT_DOUBLE_EQ(total(parts), 100);
  double outOf = 0;
  for (const auto& part : parts) outOf += part.outOf;
  EXPECT_DOUBLE_EQ(outOf, 100);
}

TEST(Score, fallsEvenlyBetweenItsTwoFigures) {
  const auto target = [](double mm) {
    return points(scoreOf({planned(makePoint(mm, 80, 0), makePoint(mm, 0, 0)), 0, 0, 0}, reference()), "target");
  };
  EXPECT_DOUBLE_EQ(target(5), 30);
  EXPECT_DOUBLE_EQ(target(10), 15);
  EXPECT_DOUBLE_EQ(target(15), 0);
  EXPECT_DOUBLE_EQ(target(50), 0);
  const auto attempt = [](int corrections, int slices, double seconds) {
    return scoreOf({planned(kEntry, kTarget), corrections, slices, seconds}, reference());
  };
  EXPECT_DOUBLE_EQ(points(attempt(1, 0, 0), "corrections"), 7.5);
  EXPECT_DOUBLE_EQ(points(attempt(9, 0, 0), "corrections"), 0);
  EXPECT_DOUBLE_EQ(points(attempt(0, 3, 0), "control-slices"), 5);
  EXPECT_DOUBLE_EQ(points(attempt(0, 8, 0), "control-slices"), 2.5);
  EXPECT_DOUBLE_EQ(points(attempt(0, 0, 360), "time"), 2.5);
}

TEST(Score, comparesVerdictsWithTheExperts) {
  const auto margins = [](Verdict own, Verdict experts) {
    return points(scoreOf({planned(kEntry, kTarget, own), 0, 0, 0}, reference(experts)), "margins");
  };
  EXPECT_DOUBLE_EQ(margins(Verdict::Near, Verdict::Near), 30);
  EXPECT_DOUBLE_EQ(margins(Verdict::Clear, Verdict::Near), 30);
  EXPECT_DOUBLE_EQ(margins(Verdict::Near, Verdict::Clear), 20);
  EXPECT_DOUBLE_EQ(margins(Verdict::Breach, Verdict::Breach), 0);
  EXPECT_DOUBLE_EQ(margins(Verdict::Unknown, Verdict::Clear), 0);
}

TEST(Score, looksAtLengthAndAngle) {
  const auto parts = scoreOf({planned(makePoint(0, 105, 0), kTarget), 0, 0, 0}, reference());
  EXPECT_DOUBLE_EQ(points(parts, "length"), 5);  // 25 mm longer
  EXPECT_DOUBLE_EQ(points(parts, "angle"), 10);
  const double slope = std::tan(Angle::degrees(25).radians()) * 80;
  EXPECT_NEAR(points(scoreOf({planned(makePoint(slope, 80, 0), kTarget), 0, 0, 0}, reference()), "angle"), 5, 1e-9);
}

TEST(Score, takesTheExpertWhoAimedNearest) {
  Reference two = reference();
  two.experts.push_back(planned(makePoint(60, 80, 0), makePoint(60, 0, 0)));
  const auto parts = scoreOf({planned(makePoint(60, 80, 0), makePoint(60, 0, 0)), 0, 0, 0}, two);
  EXPECT_DOUBLE_EQ(total(parts), 100);
}

TEST(Score, isNothingWithoutANeedle) {
  Attempt attempt;
  EXPECT_DOUBLE_EQ(total(scoreOf(attempt, reference())), 0);
  attempt.plan.needles.emplace_back();
  attempt.plan.needles.back().target = kTarget;
  EXPECT_DOUBLE_EQ(total(scoreOf(attempt, reference())), 0);
  EXPECT_EQ(scoreOf(attempt, reference()).size(), 7u);
}

}  // namespace planning::review
