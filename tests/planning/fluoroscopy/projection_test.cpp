#include "planning/fluoroscopy/projection.h"

#include <gtest/gtest.h>

#include <random>

namespace planning::fluoroscopy {
namespace {

CArmGeometry view(double primaryDeg, double secondaryDeg) {
  CArmGeometry g;
  g.primary = Angle::degrees(primaryDeg);
  g.secondary = Angle::degrees(secondaryDeg);
  g.sourceToDetectorMm = 1195;
  g.sourceToIsocentreMm = 810;
  g.columnSpacingMm = 0.308;
  g.rowSpacingMm = 0.4;
  g.columns = 1024;
  g.rows = 960;
  return g;
}

// The Enhanced XA isocentre system (planning/fluoroscopy/README.md): an independent way to the same pixel, for a supine
// head-first patient whose patient axes L, P, H are the positioner's X, Y, Z at rest.
ImagePoint enhancedXa(const CArmGeometry& g, const Point& p) {
  const double c1 = std::cos(g.primary.radians()), s1 = std::sin(g.primary.radians());
  const double c2 = std::cos(g.secondary.radians()), s2 = std::sin(g.secondary.radians());
  const double x1 = c1 * p[0] + s1 * p[1], y1 = -s1 * p[0] + c1 * p[1], z1 = p[2];
  const double x = x1, y = c2 * y1 - s2 * z1, z = s2 * y1 + c2 * z1;
  const double depth = g.sourceToIsocentreMm - y;  // y runs from the isocentre to the source
  const double m = g.sourceToDetectorMm / depth;
  return {(g.columns - 1) / 2.0 + m * x / g.columnSpacingMm, (g.rows - 1) / 2.0 - m * z / g.rowSpacingMm};
}

}  // namespace

TEST(Projection, atRestTheDetectorFacesTheChestAndLeftIsOnTheRight) {
  const Projection ap(view(0, 0));
  EXPECT_NEAR(ap.towardDetector()[1], -1, 1e-12);
  EXPECT_GT(ap.project(makePoint(10, 0, 0))->column, 511.5);
  EXPECT_LT(ap.project(makePoint(0, 0, 10))->row, 479.5);
}

TEST(Projection, lao90PutsTheDetectorAtThePatientsLeftAndCra90AtTheHead) {
  EXPECT_NEAR(Projection(view(90, 0)).towardDetector()[0], 1, 1e-12);
  EXPECT_NEAR(Projection(view(0, 90)).towardDetector()[2], 1, 1e-12);
}

TEST(Projection, agreesWithTheIsocentreReferenceSystem) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> angle(-60, 60), place(-150, 150);
  for (int i = 0; i < 2000; ++i) {
    const auto g = view(angle(random), angle(random));
    const auto p = makePoint(place(random), place(random), place(random));
    const auto here = Projection(g).project(p);
    const auto there = enhancedXa(g, p);
    ASSERT_TRUE(here);
    ASSERT_NEAR(here->column, there.column, 1e-9);
    ASSERT_NEAR(here->row, there.row, 1e-9);
  }
}

TEST(Projection, aRayRunsBackThroughThePlaceItCameFrom) {
  std::mt19937 random(8);
  std::uniform_real_distribution<double> angle(-90, 90), place(-150, 150);
  for (int i = 0; i < 500; ++i) {
    auto g = view(angle(random), angle(random));
    g.quarterTurns = i % 4;
    g.flippedHorizontally = i % 2 == 1;
    g.principalPoint = ImagePoint{400.0 + i, 300};
    const Projection projection(g);
    const auto p = makePoint(place(random), place(random), place(random));
    const auto ray = projection.ray(*projection.project(p));
    EXPECT_NEAR(cross(p - ray.source, ray.direction).GetNorm(), 0, 1e-9);
  }
}

TEST(Projection, millimetresPerPixelGrowAwayFromTheSource) {
  const Projection ap(view(0, 0));
  EXPECT_NEAR(ap.mmPerColumnAt(makePoint(0, 0, 0)), 0.2088, 1e-4);
  EXPECT_NEAR(ap.mmPerColumnAt(makePoint(0, 50, 0)), 0.1959, 1e-4);
  EXPECT_NEAR(ap.mmPerColumnAt(makePoint(0, -50, 0)), 0.2217, 1e-4);
}

TEST(Projection, seesNothingBehindTheSource) {
  EXPECT_FALSE(Projection(view(0, 0)).project(makePoint(0, 900, 0)));
}

TEST(Projection, aQuarterTurnMovesThePatientsLeftFromTheRightToTheBottom) {
  auto g = view(0, 0);
  g.columns = g.rows = 101;
  g.quarterTurns = 1;
  const auto seen = Projection(g).project(makePoint(5, 0, 0));
  EXPECT_NEAR(seen->column, 50, 1e-9);
  EXPECT_GT(seen->row, 50);
}

TEST(EpipolarLine, holdsTheSamePlaceInTheOtherView) {
  const Projection ap(view(0, 0)), oblique(view(40, 10));
  const auto p = makePoint(12, -7, 33);
  const auto line = epipolarLine(ap, *ap.project(p), oblique);
  ASSERT_TRUE(line);
  const auto seen = *oblique.project(p);
  const double dx = line->to.column - line->from.column, dy = line->to.row - line->from.row;
  const double off = (seen.column - line->from.column) * dy - (seen.row - line->from.row) * dx;
  EXPECT_NEAR(off / std::hypot(dx, dy), 0, 1e-9);
}

}  // namespace planning::fluoroscopy
