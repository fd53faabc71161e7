#include "app/views/surface_cut.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "tests/app/views/scene.h"

namespace {

using app::views::Contour;
using app::views::SurfaceCut;
using planning::makePoint;
using planning::makeVector;

planning::Vector randomUnit(std::mt19937& random) {
  std::normal_distribution<double> normal;
  planning::Vector v = makeVector(normal(random), normal(random), normal(random));
  return v / v.GetNorm();
}

/// All crossings of triangle edges with the plane, one by one, as a slow twin; their number is that of the pieces.
std::size_t crossedTriangles(const planning::anatomy::Surface& surface, const planning::Point& place,
                             const planning::Vector& normal) {
  std::size_t crossed = 0;
  for (const auto& triangle : surface.triangles) {
    int above = 0;
    for (const auto corner : triangle) {
      const auto& v = surface.vertices[corner];
      above += planning::dot(makePoint(v[0], v[1], v[2]) - place, normal) >= 0 ? 1 : 0;
    }
    crossed += above == 1 || above == 2 ? 1 : 0;
  }
  return crossed;
}

double lengthOf(const Contour& line) {
  double length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length += (line[i] - line[i - 1]).GetNorm();
  return length;
}

TEST(SurfaceCut, isACircleForABall) {
  const auto middle = makePoint(10, -20, 30);
  const SurfaceCut cut(tests::ball(middle, 12, 60));
  const auto normal = makeVector(0.6, 0, 0.8);
  const auto contours = cut.by(middle + normal * 4, normal);
  ASSERT_EQ(contours.size(), 1U);
  const double radius = std::sqrt(12 * 12 - 4 * 4);
  for (const auto& place : contours[0]) {
    EXPECT_NEAR(planning::dot(place - middle, normal), 4, 1e-5) << "in the plane";
    EXPECT_NEAR((place - middle - normal * 4).GetNorm(), radius, 0.03);
  }
  EXPECT_NEAR(lengthOf(contours[0]), 2 * std::numbers::pi * radius, 0.1);
  EXPECT_EQ(contours[0].front(), contours[0].back()) << "closed";
}

TEST(SurfaceCut, takesEveryTriangleThatThePlaneCrosses) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> offset(-14, 14);
  const auto middle = makePoint(-5, 3, 100);
  const auto surface = tests::ball(middle, 12, 20);
  const SurfaceCut cut(surface);
  for (int i = 0; i < 200; ++i) {
    const auto normal = randomUnit(random);
    const auto place = middle + normal * offset(random);
    std::size_t pieces = 0;
    for (const auto& line : cut.by(place, normal)) pieces += line.size() - 1;
    EXPECT_EQ(pieces, crossedTriangles(*surface, place, normal));
  }
}

TEST(SurfaceCut, staysClosedWhenThePlaneRunsThroughCorners) {
  const auto middle = makePoint(0, 0, 0);
  const SurfaceCut cut(tests::ball(middle, 8, 12));  // its equator is a ring of corners
  const auto contours = cut.by(middle, makeVector(0, 0, 1));
  ASSERT_EQ(contours.size(), 1U);
  EXPECT_EQ(contours[0].front(), contours[0].back());
}

TEST(SurfaceCut, isEmptyBesideTheSurface) {
  const SurfaceCut cut(tests::ball(makePoint(0, 0, 0), 5, 8));
  EXPECT_TRUE(cut.by(makePoint(0, 0, 5.01), makeVector(0, 0, 1)).empty());
}

TEST(SurfaceCut, givesOneLineABody) {
  auto both = std::make_shared<planning::anatomy::Surface>(*tests::ball(makePoint(0, 0, 0), 5, 10));
  const auto other = tests::ball(makePoint(30, 0, 0), 4, 10);
  const auto shift = static_cast<std::uint32_t>(both->vertices.size());
  both->vertices.insert(both->vertices.end(), other->vertices.begin(), other->vertices.end());
  for (auto triangle : other->triangles) {
    for (auto& corner : triangle) corner += shift;
    both->triangles.push_back(triangle);
  }
  EXPECT_EQ(SurfaceCut(both).by(makePoint(0, 0, 1), makeVector(0, 0, 1)).size(), 2U);
}

}  // namespace
