#include "planning/needle/breach_chance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "entry_scenes.h"

namespace planning::needle {
namespace {

std::shared_ptr<const anatomy::DistanceField> tube(const Point& from, const Point& to, double radius) {
  return makeDistanceField(anatomy::Tube{{from, to}, {radius, radius}, 0});
}

/// The slow twin: plain random numbers.
double monteCarlo(const Trajectory& path, double radiusMm, const Obstacle& obstacle, const PlacementSpread& spread,
                  int samples) {
  std::mt19937_64 random(99);
  std::normal_distribution<double> normal;
  const Vector along = path.direction();
  int hits = 0;
  for (int i = 0; i < samples; ++i) {
    const double x = normal(random), y = normal(random), z = normal(random);
    const double a = normal(random), b = normal(random), c = normal(random);
    Vector entry = makeVector(a, b, c);
    entry -= along * dot(entry, along);  // isotropic across the path
    const Segment needle{path.entry + entry * spread.entryMm, path.target + makeVector(x, y, z) * spread.tipMm};
    hits += obstacle.field->distance(needle).distanceMm < obstacle.keepMm + radiusMm;
  }
  return double(hits) / samples;
}

const Trajectory kPath{makePoint(5, 80, 10), makePoint(0, 0, 0)};

}  // namespace

TEST(PlacementSpread, hasTheSecondMomentsOfThePublishedError) {
  PlacementError error;
  error.meanTipMm = 6.3;
  error.deviationTipMm = 3.6;
  error.meanAngle = Angle::degrees(3.4);
  error.deviationAngle = Angle::degrees(3.1);
  const PlacementSpread spread = spreadOf(error, 80);
  EXPECT_NEAR(spread.tipMm, std::sqrt((6.3 * 6.3 + 3.6 * 3.6) / 3), 1e-12);
  const double turnMm = std::hypot(error.meanAngle->radians(), error.deviationAngle->radians()) * 80;
  EXPECT_NEAR(2 * spread.tipMm * spread.tipMm + 2 * spread.entryMm * spread.entryMm, turnMm * turnMm, 1e-9);
  error.deviationTipMm.reset();
  error.meanAngle.reset();
  EXPECT_NEAR(spreadOf(error, 80).tipMm * 2 * std::sqrt(2 / std::numbers::pi), 6.3, 1e-12);  // mean of Maxwell
  EXPECT_EQ(spreadOf(error, 80).entryMm, 0);
}

TEST(BreachChance, equalsAMillionRandomNeedlesWithinItsError) {
  const PlacementSpread spread{2.5, 1.5};
  constexpr int kSamples = 1'000'000;
  for (const double away : {4.0, 7.0}) {
    const Obstacle vessel{tube(makePoint(-30, 40, away), makePoint(30, 40, away + 5), 1.5), 0, 0};
    const auto chances = breachChances(kPath, 0.36, {vessel}, spread);
    const double truth = monteCarlo(kPath, 0.36, vessel, spread, kSamples);
    const double error = std::hypot(chances.any.standardError, std::sqrt(truth * (1 - truth) / kSamples));
    EXPECT_NEAR(chances.any.probability, truth, 4 * error);
    EXPECT_LT(chances.any.standardError, 0.01);
  }
}

TEST(BreachChance, ofATipBeforeAWallIsThatOfANormalNumber) {
  const PlacementSpread spread{2, 0};
  const Trajectory path{makePoint(0, 60, 0), makePoint(0, 0, 0)};
  const double radius = 1e5;  // as flat as a wall, 3 mm before the tip
  const Obstacle wall{tube(makePoint(0, -3 - radius, -1), makePoint(0, -3 - radius, 1), radius), 0, 0};
  const auto chance = breachChances(path, 0, {wall}, spread).any;
  EXPECT_NEAR(chance.probability, std::erfc(1.5 / std::numbers::sqrt2) / 2, std::max(4 * chance.standardError, 1e-3));
}

TEST(BreachChance, ofAnyIsAtLeastThatOfEachAndAtMostTheirSum) {
  const PlacementSpread spread{3, 2};
  const Obstacle first{tube(makePoint(-30, 40, 9), makePoint(30, 40, 9), 1.5), 0, 0};
  const Obstacle second{tube(makePoint(8, 20, -30), makePoint(8, 20, 30), 2), 0, 0};
  const auto chances = breachChances(kPath, 0.36, {first, second}, spread);
  ASSERT_EQ(chances.each.size(), 2u);
  for (const auto& each : chances.each) EXPECT_GE(chances.any.probability, each.probability);
  EXPECT_LE(chances.any.probability, chances.each[0].probability + chances.each[1].probability + 1e-12);
}

TEST(BreachChance, leavesTheFreePartOut) {
  const PlacementSpread spread{1, 0};
  Obstacle joint{tube(makePoint(-10, -1, 0), makePoint(10, -1, 0), 2), 0, 0};
  EXPECT_GT(breachChances(kPath, 0.36, {joint}, spread).any.probability, 0.8);
  joint.freeLastMm = 10;
  EXPECT_LT(breachChances(kPath, 0.36, {joint}, spread).any.probability, 0.01);
}

TEST(BreachBound, isNeverLessThanTheChance) {
  std::mt19937 random(31);
  const auto blobs = randomBlobs(random, 4);
  int bounded = 0;
  for (int i = 0; i < 60; ++i) {
    const EntryScene scene = randomEntryScene(random, blobs, 1);
    const Trajectory path{scene.entries[0], scene.problem.target};
    const PlacementSpread spread{1.5, 1};
    for (const Obstacle& obstacle : scene.problem.obstacles) {
      const Obstacle touched{obstacle.field, 0, 0};
      const double clearanceMm = obstacle.field->distance(path.axis()).distanceMm - 0.36;
      const auto chance = breachChances(path, 0.36, {touched}, spread, 128).any;
      EXPECT_GE(breachBound(clearanceMm, spread) + 3 * chance.standardError + 1e-9, chance.probability);
      bounded += clearanceMm > 0 && chance.probability > 0;
    }
  }
  EXPECT_GT(bounded, 10);
}

}  // namespace planning::needle
