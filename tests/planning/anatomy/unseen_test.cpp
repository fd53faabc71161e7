#include "planning/anatomy/unseen.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

using Size = Mask::SizeType;

/// 40 x 40 x 12 voxels of 1 x 1 x 3 mm from the origin, with a rod of 4 x 4 voxels through all slices: it leaves
/// through z = -1.5 and z = 34.5, at x and y from 9.5 to 13.5.
Mask::Pointer rod() {
  auto mask = Mask::New();
  mask->SetRegions(Size{40, 40, 12});
  const double spacing[] = {1, 1, 3};
  mask->SetSpacing(spacing);
  mask->Allocate(true);
  for (int k = 0; k < 12; ++k)
    for (int j = 10; j < 14; ++j)
      for (int i = 10; i < 14; ++i) mask->SetPixel({{i, j, k}}, 1);
  return mask;
}

double distanceMm(const Mask& mask, const Segment& axis, double enoughMm = 1000) {
  const auto unseen = Unseen::of(mask, mask.GetLargestPossibleRegion());
  EXPECT_NE(unseen, nullptr);
  return unseen->distanceMm(axis, enoughMm);
}

}  // namespace

TEST(Unseen, liesInTheWayOfANeedleThatCrossesBeyondTheLastSlice) {
  EXPECT_EQ(distanceMm(*rod(), {makePoint(-50, 12, 91.5), makePoint(50, 12, 91.5)}), 0);
}

TEST(Unseen, beginsWhereTheMaskTouchesTheBorder) {
  EXPECT_NEAR(distanceMm(*rod(), {makePoint(11, 12, 20), makePoint(11, 12, 24.5)}), 10, 0.26);
  EXPECT_EQ(distanceMm(*rod(), {makePoint(11, 12, 20), makePoint(11, 12, 24.5)}, 5), 5) << "enough";
}

// 100 mm beside the rod, 16 mm inside the lower border: (100 - half a voxel's diagonal + 16 tan 60) cos 60.
TEST(Unseen, isFarFromANeedleFarBesideIt) {
  const double expected = (100 - std::sqrt(0.5) + 16 * std::sqrt(3.0)) / 2;
  EXPECT_NEAR(distanceMm(*rod(), {makePoint(113, 11, 14.5), makePoint(114, 11, 14.5)}), expected, 0.26);
}

TEST(Unseen, isNowhereWhereMoreWasLookedAt) {
  Mask::RegionType more;
  more.SetIndex({{0, 0, -2}});
  more.SetSize({{40, 40, 16}});
  EXPECT_EQ(Unseen::of(*rod(), more), nullptr);
}

TEST(Unseen, ofACroppedMaskIsThatOfTheWhole) {
  const auto whole = rod();
  const auto part = cropped(*whole);
  const auto unseen = Unseen::of(*part, regionIn(*part, *whole).value());
  ASSERT_NE(unseen, nullptr);
  for (const Segment& axis :
       {Segment{makePoint(11, 12, 20), makePoint(11, 12, 24.5)}, Segment{makePoint(60, 11, 50), makePoint(90, 40, 60)}})
    EXPECT_NEAR(unseen->distanceMm(axis, 1000), distanceMm(*whole, axis), 1e-9);
}

// An oblique grid with a left-handed direction, tilted slices: the same bodies, turned.
TEST(Unseen, followsAnObliqueGrid) {
  const auto turned = rod();
  Mask::DirectionType direction;  // columns: x -> z, y -> x, z -> y
  direction.Fill(0);
  direction(2, 0) = direction(0, 1) = direction(1, 2) = 1;
  turned->SetDirection(direction);
  const auto turn = [](const Point& p) { return makePoint(p[1], p[2], p[0]); };
  for (const Segment& axis :
       {Segment{makePoint(11, 12, 20), makePoint(11, 12, 24.5)}, Segment{makePoint(60, 11, 50), makePoint(90, 40, 60)}})
    EXPECT_NEAR(distanceMm(*turned, {turn(axis.start), turn(axis.end)}), distanceMm(*rod(), axis), 1e-9);
}

// Whatever goes on from the border at no more than 60 degrees from straight out is no nearer than said.
TEST(Unseen, neverSaysTooMuch) {
  std::mt19937 random(7);
  const auto uniform = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  const auto mask = rod();
  for (int n = 0; n < 300; ++n) {
    const double out = uniform(0, 60), aside = uniform(0, std::sqrt(3.0) * out), turn = uniform(0, 6.28);
    const bool high = n % 2 == 0;
    const Point there = makePoint(uniform(9.5, 13.5) + aside * std::cos(turn),
                                  uniform(9.5, 13.5) + aside * std::sin(turn), high ? 34.5 + out : -1.5 - out);
    const Segment axis{makePoint(uniform(-80, 80), uniform(-80, 80), uniform(-60, 90)),
                       makePoint(uniform(-80, 80), uniform(-80, 80), uniform(-60, 90))};
    const double along =
        std::clamp(dot(there - axis.start, axis.end - axis.start) / axis.lengthMm(), 0.0, axis.lengthMm());
    EXPECT_LE(distanceMm(*mask, axis), (there - axis.at(along)).GetNorm() + 1e-9);
  }
}

}  // namespace planning::anatomy
