#include "entry_scenes.h"

#include <algorithm>
#include <cmath>

#include "../anatomy/grids.h"
#include "planning/anatomy/surface.h"
#include "planning/needle/pair.h"

namespace planning::needle {
namespace {

using anatomy::DistanceField;
using anatomy::randomPoint;

const Point kMiddle = makePoint(12, -7, 30);

double uniform(std::mt19937& random, double low, double high) {
  return std::uniform_real_distribution<double>(low, high)(random);
}

Point near(std::mt19937& random, double mm) {
  return kMiddle + randomPoint(random, -mm, mm).GetVectorFromOrigin();
}

Vector anyDirection(std::mt19937& random) {
  std::normal_distribution<double> normal;
  const double x = normal(random), y = normal(random), z = normal(random);
  const Vector v = makeVector(x, y, z);
  return v / v.GetNorm();
}

std::shared_ptr<const DistanceField> randomTube(std::mt19937& random) {
  anatomy::Tube tube;
  for (int i = 0; i < 4; ++i) {
    tube.centreline.push_back(near(random, 30));
    tube.radiiMm.push_back(uniform(random, 0.5, 4));
  }
  return makeDistanceField(tube);
}

/// Mostly a target outside the obstacle; where it is too near, the last part of the path is free.
Obstacle obstacleOf(std::mt19937& random, std::shared_ptr<const DistanceField> field, const Point& target,
                    double radius) {
  Obstacle obstacle{std::move(field), uniform(random, 0, 5), 0};
  const bool near = obstacle.field->signedDistance(target) < obstacle.keepMm + radius;
  if (near || uniform(random, 0, 1) < 0.1) obstacle.freeLastMm = uniform(random, 1, 10);
  return obstacle;
}

}  // namespace

std::vector<std::shared_ptr<const DistanceField>> randomBlobs(std::mt19937& random, int count) {
  const auto grids = anatomy::awkwardGrids();
  std::vector<std::shared_ptr<const DistanceField>> blobs;
  for (int i = 0; i < count; ++i) {
    std::vector<std::pair<Point, double>> balls;
    for (int ball = 0; ball < 4; ++ball) {
      const Point centre = near(random, 25);
      balls.emplace_back(centre, uniform(random, 2, 9));
    }
    const auto depth = [&](const Point& p) {
      double deepest = -1;
      for (const auto& [centre, radius] : balls) deepest = std::max(deepest, radius - (p - centre).GetNorm());
      return deepest;
    };
    const auto mask = anatomy::sampled(grids[std::size_t(i) % grids.size()], depth);
    blobs.push_back(makeDistanceField(std::make_shared<const anatomy::Surface>(anatomy::extractSurface(*mask))));
  }
  return blobs;
}

EntryScene randomEntryScene(std::mt19937& random, const std::vector<std::shared_ptr<const DistanceField>>& blobs,
                            int entries) {
  EntryScene scene;
  EntryProblem& problem = scene.problem;
  problem.target = near(random, 20);
  problem.limits.needle = {22, uniform(random, 60, 150), uniform(random, 0.4, 1.3)};
  problem.limits.shortestMm = 5;
  if (uniform(random, 0, 1) < 0.3) problem.limits.mostCranioCaudal = Angle::degrees(40);
  const double radius = problem.limits.needle.radiusMm();
  for (int i = 0; i < 3; ++i) {
    const auto which = std::uniform_int_distribution<std::size_t>(0, blobs.size() - 1)(random);
    problem.obstacles.push_back(obstacleOf(random, blobs[which], problem.target, radius));
  }
  problem.obstacles.push_back(obstacleOf(random, randomTube(random), problem.target, radius));
  const Point otherTarget = near(random, 20);
  const Point otherEntry = otherTarget + anyDirection(random) * 90.0;
  problem.placed.push_back({{otherEntry, otherTarget}, 0.4, 1.0});
  for (int i = 0; i < entries; ++i) {
    const Vector out = anyDirection(random);
    scene.entries.push_back(problem.target + out * uniform(random, 3, 160));
  }
  return scene;
}

bool slowlyBarred(const EntryProblem& problem, const Obstacle& obstacle, const Point& entry) {
  Segment axis{entry, problem.target};
  const double lengthMm = axis.lengthMm();
  if (lengthMm <= obstacle.freeLastMm) return false;
  axis.end = axis.at(lengthMm - obstacle.freeLastMm);
  return obstacle.field->comesNearerThan(axis, obstacle.keepMm + problem.limits.needle.radiusMm());
}

bool slowlyAllowed(const EntryProblem& problem, const Point& entry) {
  if (barByLimits(problem, entry) != EntryBar::None) return false;
  for (const Obstacle& obstacle : problem.obstacles)
    if (slowlyBarred(problem, obstacle, entry)) return false;
  for (const PlacedNeedle& placed : problem.placed) {
    const ClosestPlaces closest =
        closestPlaces(shaftOf({entry, problem.target}, problem.limits.needle), placed.trajectory.axis());
    const double axesMm = (closest.onFirst - closest.onSecond).GetNorm();
    if (axesMm - placed.radiusMm - problem.limits.needle.radiusMm() < placed.keepMm) return false;
  }
  return true;
}

}  // namespace planning::needle
