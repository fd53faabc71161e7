#include <gtest/gtest.h>

#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

/// 10 x 9 x 8, oblique and anisotropic, its first index not 0.
Mask::Pointer grid() {
  auto image = Mask::New();
  image->SetRegions(Mask::RegionType({{2, -3, 4}}, {{10, 9, 8}}));
  const double spacing[] = {0.7, 1.3, 2.9};
  image->SetSpacing(spacing);
  image->SetOrigin(makePoint(-12.34, 56.78, -90.12));
  itk::Matrix<double, 3, 3> direction;
  const double rows[3][3] = {{2, -2, -1}, {1, 2, -2}, {2, 1, 2}};
  for (unsigned r = 0; r < 3; ++r)
    for (unsigned c = 0; c < 3; ++c) direction[r][c] = rows[r][c] / 3;
  image->SetDirection(direction);
  image->Allocate(true);
  return image;
}

}  // namespace

TEST(RegionIn, ofACroppedMaskIsTheWholeGridAtItsPlace) {
  const auto whole = grid();
  const auto mask = emptyMask(*whole, {{{5, 0, 6}}, {{7, 2, 9}}});
  const auto region = regionIn(*mask, *whole);
  ASSERT_TRUE(region);
  EXPECT_EQ(region->GetSize(), whole->GetLargestPossibleRegion().GetSize());
  Point first, expected;
  mask->TransformIndexToPhysicalPoint(region->GetIndex(), first);
  whole->TransformIndexToPhysicalPoint(whole->GetLargestPossibleRegion().GetIndex(), expected);
  EXPECT_LT((first - expected).GetNorm(), 1e-9);
}

TEST(RegionIn, ofAnotherLatticeIsNotTold) {
  const auto whole = grid(), other = grid();
  other->SetOrigin(makePoint(-12, 56.78, -90.12));
  EXPECT_FALSE(regionIn(*other, *whole));
}

}  // namespace planning::anatomy
