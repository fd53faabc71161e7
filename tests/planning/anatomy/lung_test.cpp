#include "planning/anatomy/lung.h"

#include <gtest/gtest.h>

#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

constexpr std::int16_t kLungHu = -850, kGasHu = -1000;

/// A block of tissue, 2 mm voxels, x and y from -100 to 98, z from -60 to 58, with a ball of something in its middle.
struct Block {
  Volume volume;
  Mask::Pointer body = Mask::New();

  Block(double ballMm, std::int16_t ballHu) {
    volume.hu = Volume::Image::New();
    const Volume::Image::SizeType size{100, 100, 60};
    const double spacing[] = {2, 2, 2}, origin[] = {-100, -100, -60};
    volume.hu->SetRegions(size);
    volume.hu->SetSpacing(spacing);
    volume.hu->SetOrigin(origin);
    volume.hu->Allocate();
    body->SetRegions(size);
    body->SetSpacing(spacing);
    body->SetOrigin(origin);
    body->Allocate();
    for (long k = 0; k < 60; ++k)
      for (long j = 0; j < 100; ++j)
        for (long i = 0; i < 100; ++i) {
          const Volume::Image::IndexType at{i, j, k};
          Point place;
          volume.hu->TransformIndexToPhysicalPoint(at, place);
          const bool inBody = i >= 10 && i < 90 && j >= 10 && j < 90;
          const bool inBall = (place - makePoint(0, 0, 0)).GetNorm() <= ballMm;
          volume.hu->SetPixel(at, inBall ? ballHu : inBody ? std::int16_t{40} : kLungHu);
          body->SetPixel(at, inBody);
        }
  }
  std::optional<FoundLung> lung() const { return findLung(volume, *body); }
};

}  // namespace

// 4/3 pi 40^3 = 268 ml.
TEST(Lung, isAirWithTissueInItOfALungsSize) {
  const auto found = Block(40, kLungHu).lung();
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->volumeMl, 268, 15);
  EXPECT_NEAR(found->boundMm, 3.464, 0.001);
}

TEST(Lung, isNeitherGasNorABubbleNorTheAirAround) {
  EXPECT_FALSE(Block(40, kGasHu).lung()) << "bowel or windpipe";
  EXPECT_FALSE(Block(15, kLungHu).lung()) << "14 ml";
  EXPECT_FALSE(Block(40, 40).lung()) << "what is around the body has a lung's density";
}

TEST(Lung, isNotLookedForWithoutHounsfieldUnits) {
  Block block(40, kLungHu);
  block.volume.isHu = false;
  EXPECT_FALSE(block.lung());
}

// Every voxel of the ball whose centre is in it, and no other.
TEST(Lung, asAStructureIsAllOfTheBall) {
  Progress progress;
  const auto found = findLungStructure(Block(40, kLungHu).volume, progress);
  ASSERT_TRUE(found) << found.error().code;
  EXPECT_EQ(found->structure.kind, Kind::Lung);
  EXPECT_FALSE(found->structure.confirmed);
  const auto& mask = *std::get<Mask::Pointer>(found->structure.shape);
  std::size_t in = 0;
  for (long k = -20; k <= 20; ++k)
    for (long j = -20; j <= 20; ++j)
      for (long i = -20; i <= 20; ++i) in += i * i + j * j + k * k <= 400;
  EXPECT_EQ(voxelsIn(mask), in);
  EXPECT_TRUE(contains(mask, makePoint(0, 0, 40)));
  EXPECT_FALSE(contains(mask, makePoint(0, 0, 42)));
  EXPECT_FALSE(contains(mask, makePoint(-95, 0, 0))) << "the air around";
  EXPECT_EQ(findLungStructure(Block(40, kGasHu).volume, progress).error().code, "no-lung");
}

// The path runs along y, 60 mm beside the ball's middle: 20 mm from its surface.
TEST(Lung, isAsFarFromAPathAsItsNearestPlace) {
  const auto found = Block(40, kLungHu).lung();
  ASSERT_TRUE(found);
  const Segment path{makePoint(60, 90, 0), makePoint(60, 0, 0)};
  const auto mm = toLungMm(*found, path, 53);
  ASSERT_TRUE(mm);
  EXPECT_LE(*mm, 20 + found->boundMm);
  EXPECT_GE(*mm, 20 - 1e-9);
  EXPECT_FALSE(toLungMm(*found, path, 19));
  EXPECT_FALSE(toLungMm(*found, {makePoint(95, 90, 0), makePoint(95, 0, 0)}, 50)) << "55 mm";
}

}  // namespace planning::anatomy
