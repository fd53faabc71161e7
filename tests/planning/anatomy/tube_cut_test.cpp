#include "planning/anatomy/tube_cut.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "grids.h"
#include "planning/anatomy/distance.h"

namespace planning::anatomy {
namespace {

using Line = std::vector<Point>;

double lengthOf(const std::vector<Line>& lines) {
  double sum = 0;
  for (const Line& line : lines)
    for (std::size_t i = 1; i < line.size(); ++i) sum += (line[i] - line[i - 1]).GetNorm();
  return sum;
}

Vector randomUnit(std::mt19937& random) {
  Vector v = randomPoint(random, -1, 1).GetVectorFromOrigin();
  v.Normalize();
  return v;
}

/// Is the place on one side of all edges of one of the convex lines?
bool isInAny(const std::vector<Line>& parts, const Point& p, const Vector& normal) {
  for (const Line& line : parts) {
    int left = 0, right = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
      (dot(cross(line[i] - line[i - 1], p - line[i - 1]), normal) > 0 ? left : right) += 1;
    if (left == 0 || right == 0) return true;
  }
  return false;
}

}  // namespace

TEST(TubeCut, ofACylinderAcrossIsItsCircle) {
  const Tube tube{{makePoint(0, 0, -20), makePoint(0, 0, 20)}, {3, 3}, 0};
  const TubeCut cut = cutTube(tube, makePoint(5, 5, 4), makeVector(0, 0, 1));
  ASSERT_EQ(cut.outline.size(), 1u);
  EXPECT_EQ(cut.outline[0].front(), cut.outline[0].back());
  EXPECT_NEAR(lengthOf(cut.outline), 2 * std::acos(-1.0) * 3, 0.15);
  for (const Point& p : cut.outline[0]) EXPECT_NEAR(std::hypot(p[0], p[1]), 3, 1e-6);
}

TEST(TubeCut, ofACapsuleAlongIsTwoLinesAndTwoHalfCircles) {
  const Tube tube{{makePoint(0, 0, -50), makePoint(0, 0, 50)}, {1, 1}, 0};
  const TubeCut cut = cutTube(tube, makePoint(0, 0, 0), makeVector(1, 0, 0));
  EXPECT_NEAR(lengthOf(cut.outline), 200 + 2 * std::acos(-1.0), 0.1);
}

TEST(TubeCut, isEmptyBesideTheTube) {
  const Tube tube{{makePoint(0, 0, -20), makePoint(0, 0, 20)}, {3, 3}, 0};
  const TubeCut cut = cutTube(tube, makePoint(0, 3.01, 0), makeVector(0, 1, 0));
  EXPECT_TRUE(cut.parts.empty());
  EXPECT_TRUE(cut.outline.empty());
}

TEST(TubeCut, ofAPointIsThatOfABall) {
  const Point middle = makePoint(1, 2, 3);
  const TubeCut cut = cutTube({{middle, middle}, {5, 5}, 0}, middle + makeVector(0, 0, 3), makeVector(0, 0, 1));
  ASSERT_EQ(cut.outline.size(), 1u);
  for (const Point& p : cut.outline[0]) EXPECT_NEAR(std::hypot(p[0] - 1, p[1] - 2), 4, 1e-6);
}

// What is drawn is what is measured: every place of the outline has the distance 0, and no part of it is inside.
TEST(TubeCut, liesOnTheSurfaceThatIsMeasured) {
  std::mt19937 random(31);
  std::uniform_real_distribution<double> radius(0.5, 5);
  int lines = 0;
  for (int round = 0; round < 40; ++round) {
    Tube tube;
    for (int i = 0; i < 4; ++i)
      tube.centreline.push_back(randomPoint(random, -15, 15)), tube.radiiMm.push_back(radius(random));
    const auto field = makeDistanceField(tube);
    const Point through = randomPoint(random, -8, 8);
    const Vector normal = randomUnit(random);
    const TubeCut cut = cutTube(tube, through, normal);
    for (const Line& line : cut.outline) {
      ++lines;
      for (const Point& p : line) {
        EXPECT_NEAR(dot(p - through, normal), 0, 1e-9);
        EXPECT_NEAR(field->signedDistance(p), 0, 1e-6);
      }
      for (std::size_t i = 1; i < line.size(); ++i)
        EXPECT_NEAR(field->signedDistance(line[i - 1] + (line[i] - line[i - 1]) / 2), 0, 0.05);
    }
    for (int i = 0; i < 50; ++i) {
      const Point p = randomPoint(random, -15, 15);
      const Point inPlane = p - normal * dot(p - through, normal);
      const double mm = field->signedDistance(inPlane);
      if (std::abs(mm) < 0.05) continue;
      EXPECT_EQ(isInAny(cut.parts, inPlane, normal), mm < 0) << mm;
    }
  }
  EXPECT_GT(lines, 40);
}

TEST(CoursePlace, isTheFootOnTheNearestPiece) {
  const Tube tube{{makePoint(0, 0, 0), makePoint(10, 0, 0), makePoint(10, 10, 0)}, {1, 3, 2}, 0};
  const CoursePlace first = nearestOnCourse(tube, makePoint(5, -4, 0));
  EXPECT_EQ(first.piece, 0u);
  EXPECT_DOUBLE_EQ(first.fraction, 0.5);
  EXPECT_DOUBLE_EQ(first.apartMm, 4);
  EXPECT_DOUBLE_EQ(first.radiusMm, 2);
  EXPECT_EQ(nearestOnCourse(tube, makePoint(12, 8, 0)).piece, 1u);
  EXPECT_EQ(nearestOnCourse(tube, makePoint(10, 30, 0)).place, makePoint(10, 10, 0));
}

}  // namespace planning::anatomy
