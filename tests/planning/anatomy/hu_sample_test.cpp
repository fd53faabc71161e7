#include "planning/anatomy/hu_sample.h"

#include <gtest/gtest.h>

#include <cmath>

namespace planning::anatomy {
namespace {

/// Voxels of 1 x 2 x 4 mm from (10, 20, 30), turned a quarter about z: i runs along y, j against x. HU 100 i + 10 j +
/// k.
Volume::Image::Pointer ramp(const Volume::Image::SizeType& size) {
  auto image = Volume::Image::New();
  image->SetRegions(Volume::Image::RegionType(size));
  const double spacing[] = {1, 2, 4}, origin[] = {10, 20, 30};
  image->SetSpacing(spacing);
  image->SetOrigin(origin);
  Volume::Image::DirectionType turned;
  turned.Fill(0);
  turned(1, 0) = 1;
  turned(0, 1) = -1;
  turned(2, 2) = 1;
  image->SetDirection(turned);
  image->Allocate();
  for (long k = 0; k < static_cast<long>(size[2]); ++k)
    for (long j = 0; j < static_cast<long>(size[1]); ++j)
      for (long i = 0; i < static_cast<long>(size[0]); ++i)
        image->SetPixel({{i, j, k}}, static_cast<short>(100 * i + 10 * j + k));
  return image;
}

/// The place of an index, whole or not.
Point at(double i, double j, double k) {
  return makePoint(10 - 2 * j, 20 + i, 30 + 4 * k);
}

}  // namespace

// A function that is linear in the index is given back exactly.
TEST(HuNear, isLinearBetweenVoxels) {
  const auto image = ramp({{4, 3, 5}});
  for (const auto& [i, j, k] : {std::array{0.0, 0.0, 0.0}, {3.0, 2.0, 4.0}, {1.5, 0.25, 3.75}, {2.9, 1.1, 0.5}})
    EXPECT_NEAR(huNear(*image, at(i, j, k)), 100 * i + 10 * j + k, 1e-9) << i << ' ' << j << ' ' << k;
}

TEST(HuNear, isThatOfTheNearestPlaceBeyondTheEdge) {
  const auto image = ramp({{4, 3, 5}});
  EXPECT_NEAR(huNear(*image, at(-7, 1, 2)), 12, 1e-9);
  EXPECT_NEAR(huNear(*image, at(90, 1, 2)), 312, 1e-9);
  EXPECT_NEAR(huNear(*image, at(1.5, -1, 99)), 154, 1e-9);
}

TEST(HuNear, takesAScanOfOneSlice) {
  const auto image = ramp({{4, 3, 1}});
  EXPECT_NEAR(huNear(*image, at(1.5, 1.5, 0)), 165, 1e-9);
  EXPECT_NEAR(huNear(*image, at(1.5, 1.5, 3)), 165, 1e-9);
}

}  // namespace planning::anatomy
