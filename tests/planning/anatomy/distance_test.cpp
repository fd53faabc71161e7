#include "planning/anatomy/distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "grids.h"
#include "planning/anatomy/triangle.h"
#include "planning/check.h"

namespace planning::anatomy {
namespace {

const Point kCentre = makePoint(11.3, -6.1, 30.7);
constexpr double kRadiusMm = 17.4;

double depthInBall(const Point& p) {
  return kRadiusMm - (p - kCentre).GetNorm();
}

/// A body with folds, a hole and a second piece.
double depthInFolds(const Point& p) {
  const Vector v = p - makePoint(12, -7, 30);
  const double ring = std::hypot(std::hypot(v[0], v[1]) - 14, v[2]);
  const double piece = (v - makeVector(2, 3, 18)).GetNorm();
  return std::max(5 + std::sin(v[0]) - ring, 6.0 - piece);
}

std::shared_ptr<const Surface> surfaceOf(const Grid& grid, double (*depth)(const Point&)) {
  return std::make_shared<const Surface>(extractSurface(*sampled(grid, depth)));
}

/// The slow twins: every triangle; the sign by counting crossings toward a far place.
double slowUnsigned(const Surface& surface, const Segment& axis) {
  double least = std::numeric_limits<double>::infinity();
  for (std::uint32_t i = 0; i < surface.triangles.size(); ++i)
    least = std::min(least, nearest(axis, cornersOf(surface, i)).squaredMm2);
  return std::sqrt(least);
}

bool slowInside(const Surface& surface, const Point& p) {
  return crossingsMm(surface, {p, p + makeVector(1000.3, 377.7, 219.1)}).size() % 2 == 1;
}

double slowSigned(const Surface& surface, const Point& p) {
  const double mm = slowUnsigned(surface, {p, p});
  return slowInside(surface, p) ? -mm : mm;
}

Segment randomNeedle(std::mt19937& random) {
  const Point middle = randomPoint(random, -1, 1);
  const Vector shift = makeVector(12, -7, 30) + middle.GetVectorFromOrigin() * 25.0;
  const Vector half = (randomPoint(random, -1, 1).GetVectorFromOrigin()) * 20.0;
  const Point at = makePoint(shift[0], shift[1], shift[2]);
  return {at - half, at + half};
}

}  // namespace

TEST(SurfaceDistance, ofABallIsWithinTheErrorBoundOnEveryGrid) {
  std::mt19937 random(11);
  for (const Grid& grid : awkwardGrids()) {
    const auto mask = sampled(grid, depthInBall);
    const double bound = surfaceErrorBoundMm(*mask);
    const auto field = makeDistanceField(std::make_shared<const Surface>(extractSurface(*mask)));
    for (int i = 0; i < 200; ++i) {
      const Segment axis = randomNeedle(random);
      const Vector d = axis.end - axis.start;
      const double s = std::clamp(dot(kCentre - axis.start, d) / dot(d, d), 0.0, 1.0);
      const double truth = (axis.start + d * s - kCentre).GetNorm() - kRadiusMm;
      EXPECT_NEAR(field->distance(axis).distanceMm, truth, bound) << grid.name;
    }
  }
}

TEST(SurfaceDistance, equalsThatOfAllTriangles) {
  std::mt19937 random(5);
  for (const Grid& grid : {awkwardGrids()[1], awkwardGrids()[5]}) {
    const auto surface = surfaceOf(grid, depthInFolds);
    const auto field = makeDistanceField(surface);
    int outside = 0;
    for (int i = 0; i < 60; ++i) {
      const Segment axis = randomNeedle(random);
      const AxisDistance found = field->distance(axis);
      if (found.distanceMm <= 0) continue;
      ++outside;
      EXPECT_NEAR(found.distanceMm, slowUnsigned(*surface, axis), 1e-6);
      EXPECT_FALSE(slowInside(*surface, axis.start));
      EXPECT_NEAR((found.onAxis - found.onStructure).GetNorm(), found.distanceMm, 1e-9);
      EXPECT_NEAR((axis.at(found.alongMm) - found.onAxis).GetNorm(), 0, 1e-9);
    }
    EXPECT_GT(outside, 5);
  }
}

TEST(SurfaceDistance, isMinusTheDeepestPlaceOfAnAxisThatEnters) {
  std::mt19937 random(6);
  const auto surface = surfaceOf(awkwardGrids()[1], depthInFolds);
  const auto field = makeDistanceField(surface);
  int entering = 0;
  for (int i = 0; i < 12; ++i) {
    const Segment axis = randomNeedle(random);
    const AxisDistance found = field->distance(axis);
    if (found.distanceMm > 0) continue;
    ++entering;
    double deepest = 0;
    for (double mm = 0; mm < axis.lengthMm(); mm += 0.25)
      deepest = std::max(deepest, -slowSigned(*surface, axis.at(mm)));
    EXPECT_GE(-found.distanceMm, deepest - 1e-4);
    EXPECT_LE(-found.distanceMm, deepest + 0.125);
    EXPECT_NEAR(slowSigned(*surface, found.onAxis), found.distanceMm, 1e-6);
  }
  EXPECT_GT(entering, 4);
}

TEST(SurfaceDistance, findsTheDepthInDenseSamplesOfItsOwnField) {
  std::mt19937 random(9);
  const auto field = makeDistanceField(surfaceOf(awkwardGrids()[0], depthInFolds));
  for (int i = 0; i < 10; ++i) {
    const Segment axis = randomNeedle(random);
    double deepest = 0;
    for (double mm = 0; mm < axis.lengthMm(); mm += 0.002)
      deepest = std::max(deepest, -field->signedDistance(axis.at(mm)));
    double found = field->distance(axis).distanceMm;
    if (deepest == 0) found = std::min(found, 0.0);
    EXPECT_NEAR(-found, deepest, 1e-3);
  }
}

TEST(SurfaceDistance, ofAnAxisWhollyInsideIsItsDepth) {
  const auto field = makeDistanceField(surfaceOf(awkwardGrids()[0], depthInBall));
  const Segment axis{kCentre + makeVector(8, 0, 0), kCentre + makeVector(9, 0, 0)};
  EXPECT_NEAR(field->distance(axis).distanceMm, -(kRadiusMm - 8), 1.0);
  ASSERT_TRUE(field->distanceWithin(axis, 0.5).has_value());
  EXPECT_DOUBLE_EQ(field->distanceWithin(axis, 0.5)->distanceMm, field->distance(axis).distanceMm);
}

TEST(SurfaceDistance, alongTheAxisOfACylinderIsFoundInTime) {
  const auto depth = [](const Point& p) { return 9 - std::hypot(p[0] - 12, p[1] + 7); };
  const auto field =
      makeDistanceField(std::make_shared<const Surface>(extractSurface(*sampled(awkwardGrids()[0], depth))));
  EXPECT_NEAR(field->distance({makePoint(12, -7, 10), makePoint(12, -7, 50)}).distanceMm, -9, 0.8);
}

TEST(SurfaceDistance, withinACapIsTheSameOrAbsent) {
  std::mt19937 random(8);
  const auto field = makeDistanceField(surfaceOf(awkwardGrids()[3], depthInFolds));
  for (int i = 0; i < 300; ++i) {
    const Segment axis = randomNeedle(random);
    const double exact = field->distance(axis).distanceMm;
    for (const double cap : {0.0, 1.0, 5.0}) {
      const auto capped = field->distanceWithin(axis, cap);
      ASSERT_EQ(capped.has_value(), exact < cap || exact <= 0);
      if (capped) {
        EXPECT_DOUBLE_EQ(capped->distanceMm, exact);
      }
    }
  }
}

TEST(SurfaceDistance, ofAPlaceHasTheSignOfCountedCrossings) {
  std::mt19937 random(3);
  const auto surface = surfaceOf(awkwardGrids()[2], depthInFolds);
  const auto field = makeDistanceField(surface);
  for (int i = 0; i < 150; ++i) {
    const Point p = makePoint(12, -7, 30) + randomPoint(random, -26, 26).GetVectorFromOrigin();
    EXPECT_NEAR(field->signedDistance(p), slowSigned(*surface, p), 1e-6);
  }
}

TEST(SurfaceDistance, findsTheFirstContact) {
  std::mt19937 random(4);
  const auto field = makeDistanceField(surfaceOf(awkwardGrids()[1], depthInFolds));
  int contacts = 0;
  for (int i = 0; i < 200; ++i) {
    const Segment axis = randomNeedle(random);
    for (const double within : {0.0, 2.0}) {
      const auto first = field->firstContactMm(axis, within);
      EXPECT_EQ(first.has_value(), field->distance(axis).distanceMm <= within);
      if (!first) continue;
      ++contacts;
      EXPECT_LE(field->signedDistance(axis.at(*first)), within + 1e-6);
      for (double mm = 0; mm < *first - 1e-3; mm += 0.05) EXPECT_GT(field->signedDistance(axis.at(mm)), within);
    }
  }
  EXPECT_GT(contacts, 50);
}

TEST(SurfaceDistance, crossesAsAllTrianglesSay) {
  std::mt19937 random(2);
  const auto surface = surfaceOf(awkwardGrids()[4], depthInFolds);
  const auto field = makeDistanceField(surface);
  for (int i = 0; i < 100; ++i) {
    const Segment axis = randomNeedle(random);
    EXPECT_EQ(field->crossingsMm(axis), crossingsMm(*surface, axis));
  }
}

TEST(Crossings, countAnEdgeOrACornerOnce) {
  Surface octahedron{{{1, 0, 0}, {0, 1, 0}, {-1, 0, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}}, {}};
  for (std::uint32_t i = 0; i < 4; ++i) {
    octahedron.triangles.push_back({i, (i + 1) % 4, 4});
    octahedron.triangles.push_back({(i + 1) % 4, i, 5});
  }
  EXPECT_EQ(crossingsMm(octahedron, {makePoint(0, 0, -3), makePoint(0, 0, 3)}), (std::vector<double>{2, 4}));
  const auto beside = crossingsMm(octahedron, {makePoint(0.5, 0, -3), makePoint(0.5, 0, 3)});
  ASSERT_EQ(beside.size(), 2U);
  EXPECT_NEAR(beside[0], 2.5, 1e-12);
  EXPECT_NEAR(beside[1], 3.5, 1e-12);
  EXPECT_TRUE(crossingsMm(octahedron, {makePoint(2, 0, -3), makePoint(2, 0, 3)}).empty());
}

// From inside to outside there is an odd number of crossings, also exactly through corners, along edges and faces.
TEST(Crossings, areOddFromInsideToOutsideThroughCornersAndEdges) {
  Grid grid{"even", {24, 24, 24}, {2, 2, 2}, {}, makePoint(-11, -29, 8)};
  grid.direction.SetIdentity();
  const auto surface = surfaceOf(grid, depthInBall);
  const auto field = makeDistanceField(surface);
  std::mt19937 random(5);
  std::uniform_int_distribution<std::size_t> any(0, surface->triangles.size() - 1);
  const Point inside = makePoint(11, -7, 30);  // a voxel's centre: rays along the grid run in the faces' own planes
  ASSERT_LT(field->signedDistance(inside), 0);
  for (int i = 0; i < 600; ++i) {
    const auto corners = cornersOf(*surface, static_cast<std::uint32_t>(any(random)));
    const Point through = i % 2 ? corners[0] : corners[0] + (corners[1] - corners[0]) * 0.5;
    const Segment ray{inside, inside + (through - inside) * 3.0};
    EXPECT_EQ(field->crossingsMm(ray).size() % 2, 1u);
    EXPECT_EQ(field->crossingsMm(ray), crossingsMm(*surface, ray));
  }
  for (const auto& way : {makeVector(50, 0, 0), makeVector(0, -50, 0), makeVector(0, 50, 50), makeVector(50, 50, 50)})
    EXPECT_EQ(field->crossingsMm({inside, inside + way}).size() % 2, 1u);
}

TEST(DistanceField, refusesAnEmptySurface) {
  EXPECT_THROW(makeDistanceField(std::make_shared<const Surface>()), BrokenContract);
}

}  // namespace planning::anatomy
