#include "planning/needle/entry_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <numbers>

#include "entry_scenes.h"
#include "planning/parallel.h"

namespace planning::needle {
namespace {

class Stopped : public Progress {
 public:
  bool stopRequested() const override { return true; }
};

EntryProblem simpleProblem() {
  EntryProblem problem;
  problem.target = makePoint(0, 0, 0);
  problem.limits.needle = {22, 90, 0.718};
  return problem;
}

EntryDecision decided(const EntryProblem& problem, const Point& entry) {
  Progress progress;
  return decideEntries(problem, {entry}, progress).at(0);
}

std::shared_ptr<const anatomy::DistanceField> straightTube(const Point& from, const Point& to, double radius) {
  return makeDistanceField(anatomy::Tube{{from, to}, {radius, radius}, 0});
}

}  // namespace

TEST(EntrySearch, decidesAMillionEntriesAsTheSlowTwinDoes) {
  std::mt19937 random(2024);
  const auto blobs = randomBlobs(random, 8);
  constexpr int kScenes = 50, kEntries = 21000;
  std::atomic<long> wrong = 0, allowed = 0, untrueReason = 0;
  for (int i = 0; i < kScenes; ++i) {
    const EntryScene scene = randomEntryScene(random, blobs, kEntries);
    Progress progress;
    const auto decisions = decideEntries(scene.problem, scene.entries, progress);
    ASSERT_EQ(decisions.size(), scene.entries.size());
    forEachInParallel(scene.entries.size() / 1000, [&](std::size_t block) {
      for (std::size_t e = block * 1000; e < (block + 1) * 1000; ++e) {
        const EntryDecision& decision = decisions[e];
        allowed += decision.allowed();
        wrong += decision.allowed() != slowlyAllowed(scene.problem, scene.entries[e]);
        if (decision.bar == EntryBar::Structure)
          untrueReason += !slowlyBarred(scene.problem, scene.problem.obstacles[decision.which], scene.entries[e]);
      }
      return true;
    });
  }
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(untrueReason, 0);
  EXPECT_GT(allowed, kScenes * kEntries / 20);
  EXPECT_LT(allowed, kScenes * kEntries * 19 / 20);
}

TEST(EntrySearch, barsTheCylinderOfDirectionsAroundATube) {
  EntryProblem problem = simpleProblem();
  problem.obstacles.push_back({straightTube(makePoint(-50, 40, 0), makePoint(50, 40, 0), 2), 3, 0});
  const double reach = 2 + 3 + problem.limits.needle.radiusMm();
  const double edge = std::asin(reach / 40);
  for (const double turn : {edge - 1e-6, -edge + 1e-6})
    EXPECT_EQ(decided(problem, makePoint(0, 80 * std::cos(turn), 80 * std::sin(turn))).bar, EntryBar::Structure);
  for (const double turn : {edge + 1e-6, -edge - 1e-6, std::numbers::pi})
    EXPECT_EQ(decided(problem, makePoint(0, 80 * std::cos(turn), 80 * std::sin(turn))).bar, EntryBar::None);
  EXPECT_EQ(decided(problem, makePoint(0, 40 - reach - 1e-6, 0)).bar, EntryBar::None);
  EXPECT_EQ(decided(problem, makePoint(0, 40 - reach + 1e-6, 0)).bar, EntryBar::Structure);
}

TEST(EntrySearch, barsEverythingFromATargetTooNearAnObstacle) {
  EntryProblem problem = simpleProblem();
  problem.obstacles.push_back({straightTube(makePoint(-50, 4, 0), makePoint(50, 4, 0), 2), 3, 0});
  EXPECT_EQ(decided(problem, makePoint(0, -60, 0)).bar, EntryBar::Structure);
  problem.obstacles[0].freeLastMm = 5;
  EXPECT_EQ(decided(problem, makePoint(0, -60, 0)).bar, EntryBar::None);
  EXPECT_EQ(decided(problem, makePoint(0, 60, 0)).bar, EntryBar::Structure);
}

TEST(EntrySearch, namesTheLimitThatBars) {
  EntryProblem problem = simpleProblem();
  problem.limits.shortestMm = 10;
  problem.limits.mostCranioCaudal = Angle::degrees(20);
  problem.limits.mostInPlane = Angle::degrees(60);
  problem.limits.up = makeVector(0, 1, 0);
  problem.limits.mostFromVertical = Angle::degrees(80);
  EXPECT_EQ(decided(problem, makePoint(0, 90.1, 0)).bar, EntryBar::TooFar);
  EXPECT_EQ(decided(problem, makePoint(0, 9.9, 0)).bar, EntryBar::TooNear);
  EXPECT_EQ(decided(problem, makePoint(0, 60, 30)).bar, EntryBar::CranioCaudal);
  EXPECT_EQ(decided(problem, makePoint(60, 30, 0)).bar, EntryBar::InPlane);
  EXPECT_EQ(decided(problem, makePoint(0, -60, 0)).bar, EntryBar::FromBelow);
  EXPECT_EQ(decided(problem, makePoint(10, 60, 5)).bar, EntryBar::None);
  problem.limits.bore = Bore{makePoint(0, -300, 0), 350};
  EXPECT_EQ(decided(problem, makePoint(10, 60, 5)).bar, EntryBar::Bore);
}

TEST(EntrySearch, keepsClearOfPlacedNeedles) {
  EntryProblem problem = simpleProblem();
  problem.placed.push_back({{makePoint(10, 80, 0), makePoint(10, 5, 0)}, 0.4, 2});
  EXPECT_EQ(decided(problem, makePoint(11, 80, 0)).bar, EntryBar::PlacedNeedle);
  EXPECT_EQ(decided(problem, makePoint(-10, 80, 0)).bar, EntryBar::None);
}

TEST(EntrySearch, doesNotPassThroughAirOnTheWay) {
  EntryProblem problem = simpleProblem();
  problem.body = straightTube(makePoint(0, 0, -100), makePoint(0, 0, 100), 50);
  problem.bodyBoundMm = 1;
  EXPECT_EQ(decided(problem, makePoint(0, 50, 0)).bar, EntryBar::None);
  EXPECT_EQ(decided(problem, makePoint(0, 51.5, 0)).bar, EntryBar::None);
  EXPECT_EQ(decided(problem, makePoint(0, 60, 0)).bar, EntryBar::LeavesTheBody);
}

TEST(EntrySearch, answersNothingWhenStopped) {
  Stopped progress;
  EXPECT_TRUE(decideEntries(simpleProblem(), {makePoint(0, 50, 0)}, progress).empty());
}

TEST(EntryRoom, isTheLeastExcessOverAllObstacles) {
  std::mt19937 random(77);
  const auto blobs = randomBlobs(random, 3);
  const EntryScene scene = randomEntryScene(random, blobs, 4000);
  Progress progress;
  const auto decisions = decideEntries(scene.problem, scene.entries, progress);
  constexpr double kCapMm = 10;
  const auto rooms = roomOfEntries(scene.problem, scene.entries, decisions, kCapMm, progress);
  int measured = 0;
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    ASSERT_EQ(rooms[i].has_value(), decisions[i].allowed());
    if (!rooms[i]) continue;
    double least = kCapMm;
    for (const Obstacle& obstacle : scene.problem.obstacles) {
      Segment axis{scene.entries[i], scene.problem.target};
      if (axis.lengthMm() <= obstacle.freeLastMm) continue;
      axis.end = axis.at(axis.lengthMm() - obstacle.freeLastMm);
      least = std::min(
          least, obstacle.field->distance(axis).distanceMm - obstacle.keepMm - scene.problem.limits.needle.radiusMm());
    }
    EXPECT_NEAR(rooms[i]->excessMm, least, 1e-9);
    EXPECT_GE(rooms[i]->excessMm, 0);
    ++measured;
  }
  EXPECT_GT(measured, 100);
}

}  // namespace planning::needle
