#include "planning/fluoroscopy/triangulation.h"

#include <gtest/gtest.h>

#include <random>

namespace planning::fluoroscopy {
namespace {

Projection view(double primaryDeg, double secondaryDeg) {
  CArmGeometry g;
  g.primary = Angle::degrees(primaryDeg);
  g.secondary = Angle::degrees(secondaryDeg);
  g.sourceToDetectorMm = 1195;
  g.sourceToIsocentreMm = 810;
  g.columnSpacingMm = g.rowSpacingMm = 0.308;
  g.columns = g.rows = 1024;
  return Projection(g);
}

Sighting sight(const Projection& projection, const Point& p, double columnError = 0, double rowError = 0) {
  auto seen = *projection.project(p);
  seen.column += columnError;
  seen.row += rowError;
  return {projection, seen, 0.5};
}

}  // namespace

TEST(Triangulation, findsThePlaceExactlyFromExactMarks) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> place(-100, 100);
  for (int i = 0; i < 200; ++i) {
    const auto p = makePoint(place(random), place(random), place(random));
    const auto found = triangulate({sight(view(0, 0), p), sight(view(60, 10), p)});
    ASSERT_TRUE(found) << found.error().detail;
    EXPECT_NEAR((found->place - p).GetNorm(), 0, 1e-7);
    EXPECT_NEAR(found->rayGapMm, 0, 1e-9);
  }
}

TEST(Triangulation, errorEllipsoidIsTheScatterOfNoisyMarks) {
  const auto p = makePoint(5, -20, 30);
  const auto a = view(0, 0), b = view(50, 0);
  std::mt19937 random(4);
  std::normal_distribution<double> noise(0, 0.5);
  const auto stated = *triangulate({sight(a, p), sight(b, p)});
  double sum = 0;
  constexpr int kTries = 4000;
  for (int i = 0; i < kTries; ++i) {
    const auto found =
        *triangulate({sight(a, p, noise(random), noise(random)), sight(b, p, noise(random), noise(random))});
    const double along = dot(found.place - p, stated.errorAxes[0]);
    sum += along * along;
  }
  EXPECT_NEAR(std::sqrt(sum / kTries), stated.errorMm[0], 0.05 * stated.errorMm[0]);
}

TEST(Triangulation, halfAPixelOfNoiseStaysWithinATenthOfAMillimetreTypically) {
  const auto stated = *triangulate({sight(view(0, 0), makePoint(0, 0, 0)), sight(view(90, 0), makePoint(0, 0, 0))});
  EXPECT_LT(stated.errorMm[0], 0.11);
  EXPECT_NEAR(stated.betweenViews.degrees(), 90, 1e-9);
}

TEST(Triangulation, refusesViewsThatAreTooAlike) {
  const auto p = makePoint(0, 0, 0);
  const auto found = triangulate({sight(view(0, 0), p), sight(view(10, 0), p)});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, "views-too-alike");
}

TEST(Triangulation, refusesMarksThatAreNotOnePlace) {
  const auto found = triangulate({sight(view(0, 0), makePoint(0, 0, 0)), sight(view(90, 0), makePoint(0, 0, 12))});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, "views-disagree");
}

TEST(Triangulation, viewsFromOppositeSidesAreAlikeToo) {
  const auto p = makePoint(0, 0, 0);
  EXPECT_FALSE(triangulate({sight(view(0, 0), p), sight(view(180, 0), p)}));
}

}  // namespace planning::fluoroscopy
