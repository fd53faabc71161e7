#include "planning/fluoroscopy/silhouette.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace planning::fluoroscopy {
namespace {

CArmGeometry view(double primaryDeg) {
  CArmGeometry g;
  g.primary = Angle::degrees(primaryDeg);
  g.sourceToDetectorMm = 1000;
  g.sourceToIsocentreMm = 500;
  g.columnSpacingMm = g.rowSpacingMm = 1;
  g.columns = 201;
  g.rows = 161;
  return g;
}

/// A thin box of two sides along the patient's long axis: 12 triangles.
anatomy::Surface box(const Point& low, const Point& high) {
  anatomy::Surface made;
  for (unsigned corner = 0; corner < 8; ++corner)
    made.vertices.push_back({static_cast<float>(corner & 1 ? high[0] : low[0]),
                             static_cast<float>(corner & 2 ? high[1] : low[1]),
                             static_cast<float>(corner & 4 ? high[2] : low[2])});
  for (const auto& face :
       {std::array<unsigned, 4>{0, 1, 3, 2}, {4, 6, 7, 5}, {0, 4, 5, 1}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 5, 7, 3}}) {
    made.triangles.push_back({face[0], face[1], face[2]});
    made.triangles.push_back({face[0], face[2], face[3]});
  }
  return made;
}

int covered(const std::vector<std::uint8_t>& pixels) {
  return std::accumulate(pixels.begin(), pixels.end(), 0);
}

}  // namespace

TEST(Silhouette, ofABoxIsItsShadow) {
  // 20 x 10 mm across the beam, its face toward the source 10 mm nearer than the isocentre: 1000 / 490 as large.
  const auto pixels = silhouetteOf(box(makePoint(-10, -10, -5), makePoint(10, 10, 5)), Projection(view(0)));
  const double magnification = 1000.0 / 490.0;
  const int columns = 2 * static_cast<int>(10 * magnification) + 1, rows = 2 * static_cast<int>(5 * magnification) + 1;
  EXPECT_EQ(covered(pixels), columns * rows);
  EXPECT_EQ(pixels[80 * 201 + 100], 1);
  EXPECT_EQ(pixels[80 * 201 + 100 + 20], 1);
  EXPECT_EQ(pixels[80 * 201 + 100 + 21], 0);
}

TEST(Silhouette, liesOnTheSideThatTheProjectionSays) {
  const auto middle = makePoint(30, 0, 20);  // the patient's left and head
  for (const double degrees : {0.0, 180.0}) {
    const Projection projection(view(degrees));
    const auto pixels = silhouetteOf(box(middle - makeVector(3, 3, 3), middle + makeVector(3, 3, 3)), projection);
    const auto seen = *projection.project(middle);
    EXPECT_EQ(pixels[static_cast<std::size_t>(std::lround(seen.row) * 201 + std::lround(seen.column))], 1) << degrees;
    EXPECT_EQ(seen.column > 100, degrees == 0.0);
    EXPECT_LT(seen.row, 80);
  }
}

TEST(Silhouette, ofWhatIsThinnerThanAPixelHasNoGap) {
  anatomy::Surface thread;
  for (int i = 0; i <= 100; ++i) {
    thread.vertices.push_back({static_cast<float>(0.4 * i - 20), 0.0F, 0.101F});
    thread.vertices.push_back({static_cast<float>(0.4 * i - 20), 0.0F, 0.102F});
  }
  for (std::uint32_t i = 0; i < 100; ++i) thread.triangles.push_back({2 * i, 2 * i + 1, 2 * i + 2});
  const auto pixels = silhouetteOf(thread, Projection(view(0)));
  for (std::size_t column = 62; column <= 138; ++column) EXPECT_EQ(pixels[80 * 201 + column], 1) << column;
}

TEST(Silhouette, isEmptyForWhatLiesBesideOrBehind) {
  const Projection projection(view(0));
  EXPECT_EQ(covered(silhouetteOf(box(makePoint(400, 0, 0), makePoint(410, 5, 5)), projection)), 0);
  EXPECT_EQ(covered(silhouetteOf(box(makePoint(0, 600, 0), makePoint(5, 610, 5)), projection)), 0);
}

}  // namespace planning::fluoroscopy
