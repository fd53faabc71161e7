#include "planning/practice/score.h"

#include <gtest/gtest.h>

#include <cmath>

#include "planning/practice/attempt_text.h"
#include "tests/support/sphere_field.h"

namespace planning::practice {
namespace {

using Kind = Step::Kind;
using needle::Verdict;

const Point kEntry = makePoint(0, 80, 0), kTarget = makePoint(0, 0, 0);

Step at(double seconds, Kind kind, const Point& place = kTarget, double mm = 0) {
  Step step;
  step.atSeconds = seconds;
  step.kind = kind;
  step.place = place;
  step.mm = mm;
  if (kind == Kind::Needle) step.needle = needle::parseNeedle("22Gx90").value();
  return step;
}

Exercise exercise() {
  Exercise made;
  made.uid = "2.25.7";
  made.seriesUid = "1.2.3";
  made.routeId = "lumbar-interlaminar";
  made.level = "L4-L5";
  return made;
}

Plan expertPlan(const Point& entry, const Point& target) {
  Plan plan;
  NeedleChoice& one = plan.choices.needles.emplace_back();
  one.entry = entry;
  one.target = target;
  one.needle = needle::parseNeedle("22Gx90").value();
  return plan;
}

Answers answers() {
  return {{expertPlan(kEntry, kTarget)}, {{kTarget, 5}}, false};
}

/// The dura is a ball of 8 mm, so far from the path's axis that the needle's surface is `roomMm` from it.
Scene sceneWithRoom(double roomMm) {
  const double radius = needle::parseNeedle("22Gx90")->radiusMm();
  Scene scene;
  scene.structures.push_back(
      support::ball("Thecal sac", anatomy::Kind::Dura, makePoint(-(8 + radius + roomMm), 40, 0), 8, 0.0));
  return scene;
}

struct Done {
  Point entry = kEntry, target = kTarget;
  std::vector<Point> through{
      kTarget};  ///< where each way of the needle runs through; it is pushed in as far as planned
  int slices = 1;
  double seconds = 100;
};

Attempt attempt(const Done& done = {}) {
  Attempt made{"2.25.7", std::string(64, 'a'), "2026-11-25T18:00:00Z", {}};
  made.steps = {at(1, Kind::Target, done.target), at(2, Kind::Entry, done.entry), at(3, Kind::Needle)};
  for (const Point& through : done.through) {
    made.steps.push_back(at(4, Kind::Insert, through));
    made.steps.push_back(at(4, Kind::Advance, kTarget, (done.target - done.entry).GetNorm()));
  }
  for (int i = 0; i < done.slices; ++i) made.steps.push_back(at(6, Kind::ControlSlice));
  made.steps.push_back(at(done.seconds, Kind::Finish));
  return made;
}

Score score(const Done& done = {}, double roomMm = 20) {
  return scoreOf(exercise(), answers(), attempt(done), {sceneWithRoom(roomMm), procedure::routesInUse()}).value();
}

const ScorePart& part(const Score& score, Part wanted) {
  return score.parts.at(static_cast<std::size_t>(wanted));
}
double points(const Score& score, Part wanted) {
  return part(score, wanted).points;
}

}  // namespace

TEST(PracticeScore, isAHundredForTheExpertsOwnNeedle) {
  const Score one = score();
  EXPECT_DOUBLE_EQ(one.total(), 100);
  double outOf = 0;
  for (std::size_t i = 0; i < one.parts.size(); ++i) {
    EXPECT_EQ(one.parts[i].part, static_cast<Part>(i));
    outOf += one.parts[i].outOf;
  }
  EXPECT_DOUBLE_EQ(outOf, 100);
  EXPECT_EQ(one.nearest->structure, "Thecal sac");
}

TEST(PracticeScore, looksForTheTipInTheZone) {
  const auto aside = [](double mm) {
    return score({makePoint(mm, 80, 0), makePoint(mm, 0, 0), {makePoint(mm, 0, 0)}});
  };
  EXPECT_DOUBLE_EQ(points(aside(5), Part::Target), 30);
  EXPECT_EQ(part(aside(5), Part::Target).reason, "tip-in-zone");
  EXPECT_DOUBLE_EQ(points(aside(10), Part::Target), 15);  // half way from 5 to 15 mm
  EXPECT_DOUBLE_EQ(*part(aside(10), Part::Target).value, 10);
  EXPECT_EQ(part(aside(10), Part::Target).reason, "tip-near-zone");
}

TEST(PracticeScore, isNothingForANeedleThatMissed) {
  const Score missed = score({makePoint(15, 80, 0), makePoint(15, 0, 0), {makePoint(15, 0, 0)}});
  EXPECT_DOUBLE_EQ(missed.total(), 0);
  EXPECT_EQ(part(missed, Part::Target).reason, "tip-missed");
  EXPECT_EQ(part(missed, Part::Time).reason, "no-points-missed");
}

/// The hand was off: the plan was the expert's, but the tip is 6 mm beside the target.
TEST(PracticeScore, judgesTheNeedleNotThePlan) {
  const Score one = score({kEntry, kTarget, {makePoint(6, 0, 0)}});
  const double along = 80 / std::hypot(80.0, 6.0);  // the needle is pushed 80 mm along its own way
  const double offMm = std::hypot(6 * along, 80 - 80 * along);
  EXPECT_NEAR(*part(one, Part::Target).value, offMm, 1e-9);
  EXPECT_NEAR(points(one, Part::Target), 30 * (15 - offMm) / 10, 1e-9);
  EXPECT_DOUBLE_EQ(points(one, Part::Angle), 10);  // of the plan
}

/// 22G to a ball of dura; the epidural's margin is 0, near reaches 3 mm, the bound is 0.
TEST(PracticeScore, comparesVerdictsWithTheExperts) {
  const Score near = score({}, 2);  // the expert is near too
  EXPECT_EQ(part(near, Part::Margins).reason, "margins-kept");
  EXPECT_NEAR(*part(near, Part::Margins).value, 2, 1e-6);
  EXPECT_DOUBLE_EQ(points(near, Part::Margins), 30);
  // The dura lies 4 mm from the expert's needle, which is clear; 2 mm nearer it is not.
  const Score nearer = score({makePoint(-2, 80, 0), makePoint(-2, 0, 0), {makePoint(-2, 0, 0)}}, 4);
  EXPECT_EQ(part(nearer, Part::Margins).reason, "margins-near");
  EXPECT_DOUBLE_EQ(points(nearer, Part::Margins), 20);
  const Score inside = score({makePoint(-5, 80, 0), makePoint(-5, 0, 0), {makePoint(-5, 0, 0)}}, 4);
  EXPECT_EQ(part(inside, Part::Margins).reason, "margins-breached");
  EXPECT_EQ(part(inside, Part::Margins).structure, "Thecal sac");
  EXPECT_DOUBLE_EQ(points(inside, Part::Margins), 0);
}

TEST(PracticeScore, doesNotForgiveAWayThatWasCorrected) {
  // First through the ball beside the path (its middle is 12.4 mm aside, half way in), then as planned.
  const Score one = score({kEntry, kTarget, {makePoint(-24, 0, 0), kTarget}}, 4);
  EXPECT_EQ(part(one, Part::Margins).reason, "margins-breached");
  EXPECT_EQ(one.nearestWay, 0U);
  EXPECT_EQ(one.ways.size(), 2U);
  EXPECT_DOUBLE_EQ(points(one, Part::Corrections), 7.5);
  EXPECT_DOUBLE_EQ(points(one, Part::Target), 30);
}

TEST(PracticeScore, isUnknownWhereARequiredStructureLacks) {
  const Score one = scoreOf(exercise(), answers(), attempt(), {{}, procedure::routesInUse()}).value();
  EXPECT_EQ(part(one, Part::Margins).reason, "margins-unknown");
  EXPECT_DOUBLE_EQ(points(one, Part::Margins), 0);
}

TEST(PracticeScore, looksAtLengthAndAngleOfThePlan) {
  const Score longer = score({makePoint(0, 89, 0), kTarget});
  EXPECT_DOUBLE_EQ(points(longer, Part::Length), 10);
  const Score deeper =
      scoreOf(exercise(), {{expertPlan(makePoint(0, 60, 0), kTarget)}, {{kTarget, 5}}, false},
              attempt({makePoint(0, 85, 0), kTarget, {kTarget}}), {sceneWithRoom(20), procedure::routesInUse()})
          .value();
  EXPECT_DOUBLE_EQ(points(deeper, Part::Length), 5);  // 25 mm longer
  EXPECT_DOUBLE_EQ(*part(deeper, Part::Length).compared, 60);
  const double slope = std::tan(Angle::degrees(25).radians()) * 60;
  const Score slanted = score({makePoint(slope, 60, 0), kTarget, {kTarget}});
  EXPECT_NEAR(points(slanted, Part::Angle), 5, 1e-9);
  EXPECT_NEAR(*part(slanted, Part::Angle).value, 25, 1e-9);
}

TEST(PracticeScore, countsCorrectionsSlicesAndTime) {
  const auto slices = [](int count) { return points(score({kEntry, kTarget, {kTarget}, count}), Part::ControlSlices); };
  EXPECT_DOUBLE_EQ(slices(0), 0);
  EXPECT_DOUBLE_EQ(slices(1), 5);
  EXPECT_DOUBLE_EQ(slices(3), 5);
  EXPECT_DOUBLE_EQ(slices(8), 2.5);
  EXPECT_DOUBLE_EQ(slices(20), 0);
  EXPECT_DOUBLE_EQ(points(score({kEntry, kTarget, {kTarget, kTarget, kTarget}}), Part::Corrections), 5);
  EXPECT_DOUBLE_EQ(points(score({kEntry, kTarget, {kTarget}, 1, 360}), Part::Time), 2.5);
  EXPECT_EQ(part(score({kEntry, kTarget, {kTarget}, 1, 360}), Part::Time).reason, "time-long");
}

TEST(PracticeScore, givesNothingForANeedleThatWasNotPutIn) {
  const Score one = score({kEntry, kTarget, {}, 0});
  EXPECT_FALSE(one.putIn);
  EXPECT_EQ(part(one, Part::Corrections).reason, "not-put-in");
  EXPECT_EQ(part(one, Part::ControlSlices).reason, "not-put-in");
  EXPECT_DOUBLE_EQ(one.total(), 85);
}

TEST(PracticeScore, takesTheExpertWhoGivesMost) {
  Answers two = answers();
  two.experts.insert(two.experts.begin(), expertPlan(makePoint(60, 60, 0), kTarget));
  const Score one = scoreOf(exercise(), two, attempt(), {sceneWithRoom(20), procedure::routesInUse()}).value();
  EXPECT_EQ(one.expertIndex, 1U);
  EXPECT_DOUBLE_EQ(one.total(), 100);
}

TEST(PracticeScore, isTheSameFromTheSavedAttempt) {
  const Attempt made =
      attempt({makePoint(1.0 / 3, 80, 0), makePoint(0.1, 0, 0.7), {makePoint(2.0 / 7, 0, 1)}, 4, 200.1});
  const Attempt read = parseAttempt(textOf(made)).value();
  EXPECT_EQ(read, made);
  const Score before = scoreOf(exercise(), answers(), made, {sceneWithRoom(3.3), procedure::routesInUse()}).value();
  const Score after = scoreOf(exercise(), answers(), read, {sceneWithRoom(3.3), procedure::routesInUse()}).value();
  for (std::size_t i = 0; i < before.parts.size(); ++i) {
    EXPECT_EQ(before.parts[i].points, after.parts[i].points);
    EXPECT_EQ(before.parts[i].value, after.parts[i].value);
  }
}

TEST(PracticeScore, refusesWhatIsNotItsOwn) {
  Attempt other = attempt();
  other.exerciseUid = "2.25.8";
  EXPECT_EQ(scoreOf(exercise(), answers(), other, {{}, procedure::routesInUse()}).error().code,
            "attempt-of-another-exercise");
  Attempt open = attempt();
  open.steps.pop_back();
  EXPECT_EQ(scoreOf(exercise(), answers(), open, {{}, procedure::routesInUse()}).error().code, "attempt-not-finished");
}

}  // namespace planning::practice
