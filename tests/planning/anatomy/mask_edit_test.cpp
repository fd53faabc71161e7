#include "planning/anatomy/mask_edit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "grids.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/packed_mask.h"
#include "planning/anatomy/surface.h"

namespace planning::anatomy {
namespace {

const Point kMiddle = makePoint(12, -7, 30);

Mask::Pointer ball(const Grid& grid, const Point& centre, double radius) {
  return sampled(grid, [&](const Point& p) { return radius - (p - centre).GetNorm(); });
}

Mask::Pointer grownToAll(const Mask& mask) {
  const auto all = emptyMask(mask, wholeRange(mask));
  all->FillBuffer(1);
  return all;
}

/// Calls see(centre, in) for every voxel of the box of a grid 10 mm wider than the mask.
template <class See>
void eachAround(const Mask& mask, See see) {
  VoxelRange range = wholeRange(mask);
  const auto reach = voxelsWithin(mask, 3);
  for (unsigned axis = 0; axis < 3; ++axis) {
    range.first[axis] -= static_cast<long>(reach[axis]);
    range.last[axis] += static_cast<long>(reach[axis]);
  }
  const auto wide = overRange(mask, range);
  for (std::size_t n = 0; n < wide->GetBufferedRegion().GetNumberOfPixels(); ++n) {
    Point centre;
    wide->TransformIndexToPhysicalPoint(wide->ComputeIndex(static_cast<itk::OffsetValueType>(n)), centre);
    see(centre, wide->GetBufferPointer()[n] != 0);
  }
}

}  // namespace

// On oblique, anisotropic, left-handed and sheared grids: against the definition, voxel by voxel.
TEST(MaskEdit, growsByMillimetresOfThePatient) {
  Progress progress;
  for (const Grid& grid : awkwardGrids()) {
    const auto seed = cropped(*ball(grid, kMiddle, 4));
    std::vector<Point> centres;
    eachAround(*seed, [&](const Point& p, bool in) {
      if (in) centres.push_back(p);
    });
    const auto made = grown(*seed, 5, progress);
    ASSERT_TRUE(made) << grid.name;
    eachAround(**made, [&](const Point& p, bool in) {
      double nearest = 1e9;
      for (const Point& c : centres) nearest = std::min(nearest, (p - c).GetNorm());
      if (std::abs(nearest - 5) > 1e-6) {
        ASSERT_EQ(in, nearest < 5) << grid.name << p;
      }
    });
  }
}

TEST(MaskEdit, shrinksByMillimetresOfThePatient) {
  Progress progress;
  for (const Grid& grid : awkwardGrids()) {
    const auto whole = ball(grid, kMiddle, 14);
    const auto made = grown(*whole, -5, progress);
    ASSERT_TRUE(made) << grid.name;
    eachAround(**made, [&](const Point& p, bool in) {
      const double depth = 14 - (p - kMiddle).GetNorm();
      const double slack = 2 * surfaceErrorBoundMm(*whole);  // where the ball's voxels end
      if (depth > 5 + slack) {
        ASSERT_TRUE(in) << grid.name << p;
      }
      if (depth < 5 - slack) {
        ASSERT_FALSE(in) << grid.name << p;
      }
    });
  }
}

TEST(MaskEdit, growsBeyondTheMasksOwnBox) {
  Progress progress;
  const Grid grid = awkwardGrids().front();
  const auto dot = cropped(*ball(grid, kMiddle, 2));
  const auto made = grown(*dot, 6, progress);
  ASSERT_TRUE(made);
  EXPECT_GT((*made)->GetBufferedRegion().GetNumberOfPixels(), dot->GetBufferedRegion().GetNumberOfPixels());
  EXPECT_TRUE(contains(**made, kMiddle + makeVector(6, 0, 0)));
}

TEST(MaskEdit, keepsTheLargestPieceOrTheOneThatHoldsAPlace) {
  Progress progress;
  for (const Grid& grid : awkwardGrids()) {
    const Point left = kMiddle - makeVector(12, 0, 0), right = kMiddle + makeVector(12, 0, 0);
    const auto both = united(*ball(grid, left, 8), *ball(grid, right, 5));
    const auto largest = largestPiece(*both, progress);
    ASSERT_TRUE(largest);
    EXPECT_TRUE(contains(**largest, left)) << grid.name;
    EXPECT_FALSE(contains(**largest, right)) << grid.name;
    const auto small = pieceAt(*both, right, progress);
    ASSERT_TRUE(small);
    EXPECT_TRUE(contains(**small, right)) << grid.name;
    EXPECT_FALSE(contains(**small, left)) << grid.name;
    EXPECT_EQ(pieceAt(*both, kMiddle, progress).error().code, "not-in-structure");
    const auto large = withoutSpecks(*both, 1500, progress);  // 8 mm: 2145 mm3, 5 mm: 524 mm3
    ASSERT_TRUE(large);
    EXPECT_FALSE(contains(**large, right)) << grid.name;
    EXPECT_TRUE(contains(**large, left)) << grid.name;
  }
}

TEST(MaskEdit, fillsACavityButNoDent) {
  Progress progress;
  for (const Grid& grid : awkwardGrids()) {
    const auto hollow = without(*ball(grid, kMiddle, 14), *ball(grid, kMiddle, 6));
    const auto dented = without(*hollow, *ball(grid, kMiddle + makeVector(14, 0, 0), 4));
    const auto made = filled(*dented, progress);
    ASSERT_TRUE(made);
    EXPECT_TRUE(contains(**made, kMiddle)) << grid.name;
    EXPECT_FALSE(contains(**made, kMiddle + makeVector(13.9, 0, 0))) << grid.name;
  }
}

TEST(MaskEdit, combinesMasksOfDifferentGrids) {
  const auto grids = awkwardGrids();
  const Point other = kMiddle + makeVector(8, 0, 0);
  for (const Grid& grid : grids) {
    const auto a = cropped(*ball(grid, kMiddle, 9)), b = ball(grids.front(), other, 9);
    const Point onlyA = kMiddle - makeVector(5, 0, 0), onlyB = other + makeVector(5, 0, 0),
                inBoth = kMiddle + makeVector(4, 0, 0);
    EXPECT_TRUE(contains(*united(*a, *b), onlyA) && contains(*united(*a, *b), onlyB)) << grid.name;
    EXPECT_TRUE(contains(*intersected(*a, *b), inBoth)) << grid.name;
    EXPECT_FALSE(contains(*intersected(*a, *b), onlyA)) << grid.name;
    EXPECT_TRUE(contains(*without(*a, *b), onlyA)) << grid.name;
    EXPECT_FALSE(contains(*without(*a, *b), inBoth)) << grid.name;
  }
}

TEST(MaskEdit, paintsAndErasesABall) {
  for (const Grid& grid : awkwardGrids()) {
    const auto start = cropped(*ball(grid, kMiddle, 5));
    const Point beside = kMiddle + makeVector(10, 0, 0);
    const auto made = painted(*start, {beside}, 4, true);
    EXPECT_EQ(voxelsIn(*made), voxelsIn(*united(*start, *ball(grid, beside, 4)))) << grid.name;
    EXPECT_EQ(voxelsIn(*painted(*made, {beside}, 4, false)), voxelsIn(*without(*start, *ball(grid, beside, 4))))
        << grid.name;
  }
}

TEST(MaskEdit, smoothsAwayASpikeAndKeepsTheBody) {
  Progress progress;
  const Grid grid = awkwardGrids().front();
  auto spiked = ball(grid, kMiddle, 12);
  for (double x = 10; x < 18; x += 0.4) spiked = painted(*spiked, {kMiddle + makeVector(x, 0, 0)}, 0.6, true);
  const auto made = smoothed(*spiked, 2, progress);
  ASSERT_TRUE(made);
  EXPECT_FALSE(contains(**made, kMiddle + makeVector(16, 0, 0)));
  EXPECT_NEAR(volumeMm3(**made) / volumeMm3(*ball(grid, kMiddle, 12)), 1, 0.1);
}

TEST(PackedMask, isTheMaskAgainOnItsGrid) {
  for (const Grid& grid : awkwardGrids()) {
    const auto body = ball(grid, kMiddle, 14);
    const auto nothing = emptyMask(*body, wholeRange(*body));
    const auto all = grownToAll(*body);
    const std::size_t count = voxelsIn(*all);
    std::mt19937 random(5);
    const auto noise = emptyMask(*body, wholeRange(*body));
    for (std::size_t n = 0; n < count; ++n) noise->GetBufferPointer()[n] = random() % 2;
    for (const auto& mask : {body, nothing, all, noise}) {
      const auto made = PackedMask(*mask).unpacked();
      const auto same = latticeOffset(*mask, *made);
      ASSERT_TRUE(same) << grid.name;
      EXPECT_EQ(*same, itk::Offset<3>{});
      EXPECT_EQ(made->GetLargestPossibleRegion(), mask->GetLargestPossibleRegion());
      EXPECT_TRUE(std::equal(mask->GetBufferPointer(), mask->GetBufferPointer() + count, made->GetBufferPointer()));
    }
    EXPECT_LT(PackedMask(*body).bytes(), count / 10) << grid.name;
  }
}

TEST(MaskEdit, stopsWhenAsked) {
  class Stop : public Progress {
    bool stopRequested() const override { return true; }
  } stop;
  const auto mask = ball(awkwardGrids().front(), kMiddle, 9);
  EXPECT_EQ(grown(*mask, 2, stop).error().code, "cancelled");
  EXPECT_EQ(filled(*mask, stop).error().code, "cancelled");
  EXPECT_EQ(smoothed(*mask, 2, stop).error().code, "cancelled");
  EXPECT_EQ(largestPiece(*mask, stop).error().code, "cancelled");
}

}  // namespace planning::anatomy
