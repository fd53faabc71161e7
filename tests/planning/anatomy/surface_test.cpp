#include "planning/anatomy/surface.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "grids.h"
#include "planning/anatomy/distance.h"
#include "planning/anatomy/tube.h"

namespace planning::anatomy {
namespace {

const Point kCentre = makePoint(11.3, -6.1, 30.7);
constexpr double kRadiusMm = 17.4;

double depthInBall(const Point& p) {
  return kRadiusMm - (p - kCentre).GetNorm();
}

Point placeOf(const std::array<float, 3>& vertex) {
  return makePoint(double(vertex[0]), double(vertex[1]), double(vertex[2]));
}

}  // namespace

TEST(Surface, ofABallLiesWithinTheBoundOnEveryGrid) {
  for (const Grid& grid : awkwardGrids()) {
    const auto mask = sampled(grid, depthInBall);
    const Surface surface = extractSurface(*mask);
    double worst = 0;
    for (const auto& vertex : surface.vertices) worst = std::max(worst, std::abs(depthInBall(placeOf(vertex))));
    EXPECT_LE(worst, surfaceErrorBoundMm(*mask)) << grid.name;
    EXPECT_GT(worst, 0) << grid.name;
  }
}

TEST(Surface, isClosedAndItsNormalsPointOutOnEveryGrid) {
  constexpr double kBall = 4.0 / 3.0 * std::numbers::pi * kRadiusMm * kRadiusMm * kRadiusMm;
  for (const Grid& grid : awkwardGrids()) {
    const Surface surface = extractSurface(*sampled(grid, depthInBall));
    EXPECT_TRUE(isClosed(surface)) << grid.name;
    EXPECT_NEAR(enclosedMm3(surface) / kBall, 1.0, 0.02) << grid.name;
  }
}

TEST(Surface, ofNoiseIsClosed) {
  std::mt19937 random(7);
  std::bernoulli_distribution coin(0.5);
  const Grid grid = awkwardGrids().front();
  EXPECT_TRUE(isClosed(extractSurface(*sampled(grid, [&](const Point&) { return coin(random) ? 1.0 : -1.0; }))));
}

TEST(Surface, isClosedWhereTheBodyIsCutByTheImagesEdge) {
  const Surface surface = extractSurface(*sampled(awkwardGrids()[4], [](const Point&) { return 1.0; }));
  EXPECT_TRUE(isClosed(surface));
  EXPECT_GT(enclosedMm3(surface), 0);
}

TEST(Surface, runsHalfwayBetweenVoxelCentres) {
  Grid grid{"one voxel", {3, 3, 3}, {2, 2, 2}, {}, makePoint(0, 0, 0)};
  grid.direction.SetIdentity();
  const Point voxel = makePoint(2, 2, 2);
  const Surface surface = extractSurface(*sampled(grid, [&](const Point& p) { return p == voxel ? 1.0 : -1.0; }));
  ASSERT_EQ(surface.vertices.size(), 6u);
  for (const auto& vertex : surface.vertices) EXPECT_FLOAT_EQ(float((placeOf(vertex) - voxel).GetNorm()), 1.0F);
}

TEST(Surface, ofAnEmptyMaskIsEmpty) {
  const Surface surface = extractSurface(*sampled(awkwardGrids()[1], [](const Point&) { return -1.0; }));
  EXPECT_TRUE(surface.vertices.empty());
  EXPECT_TRUE(surface.triangles.empty());
}

TEST(SurfaceErrorBound, isHalfTheLongestDiagonalOfASkewedVoxel) {
  Grid grid{"skewed", {2, 2, 2}, {1, 2, 3}, {}, makePoint(0, 0, 0)};
  grid.direction.SetIdentity();
  const auto all = [](const Point&) { return 1.0; };
  EXPECT_NEAR(surfaceErrorBoundMm(*sampled(grid, all)), std::sqrt(14.0) / 2, 1e-12);
  grid.direction(1, 2) = 0.6, grid.direction(2, 2) = 0.8;  // steps (1, 0, 0), (0, 2, 0), (0, 1.8, 2.4)
  EXPECT_NEAR(surfaceErrorBoundMm(*sampled(grid, all)), std::sqrt(1 + 3.8 * 3.8 + 2.4 * 2.4) / 2, 1e-12);
}

TEST(TubeSurface, liesOnTheTubesRoundCones) {
  Tube tube;
  for (int i = 0; i < 12; ++i) {
    const double turn = 0.15 * i;
    tube.centreline.push_back(makePoint(40 * std::cos(turn), 40 * std::sin(turn), 4.0 * i));
    tube.radiiMm.push_back(1 + 0.2 * i);
  }
  const Surface surface = tubeSurface(tube);
  const auto exact = makeDistanceField(tube);
  EXPECT_TRUE(isClosed(surface));
  EXPECT_GT(enclosedMm3(surface), 0);
  double worst = 0;
  for (const auto& corners : surface.triangles) {
    Vector sum = makeVector(0, 0, 0);
    for (std::uint32_t i : corners) sum += placeOf(surface.vertices[i]).GetVectorFromOrigin() / 3.0;
    worst = std::max(worst, std::abs(exact->signedDistance(makePoint(sum[0], sum[1], sum[2]))));
  }
  EXPECT_LE(worst, 0.05);
}

}  // namespace planning::anatomy
