#include "planning/anatomy/thin_mask.h"

#include <gtest/gtest.h>

#include <cmath>

#include "planning/anatomy/measured_structure.h"

namespace planning::anatomy {
namespace {

struct Box {
  long from[3], to[3];  ///< inclusive
};

Mask::Pointer maskOf(const std::vector<Box>& boxes, double sliceMm = 1, double pixelMm = 1) {
  auto mask = Mask::New();
  mask->SetRegions(Mask::SizeType{40, 40, 40});
  const double spacing[] = {pixelMm, pixelMm, sliceMm};
  mask->SetSpacing(spacing);
  mask->Allocate(true);
  for (const Box& box : boxes)
    for (long k = box.from[2]; k <= box.to[2]; ++k)
      for (long j = box.from[1]; j <= box.to[1]; ++j)
        for (long i = box.from[0]; i <= box.to[0]; ++i) mask->SetPixel({{i, j, k}}, 1);
  return mask;
}

const double kHalfDiagonal = std::sqrt(3.0) / 2;

}  // namespace

TEST(ThinMask, hidesNothingWhereItIsTwoVoxelsThick) {
  EXPECT_EQ(hiddenBySamplesMm(*maskOf({{{5, 5, 5}, {9, 9, 9}}})), 0);
  EXPECT_EQ(hiddenBySamplesMm(*maskOf({{{5, 5, 0}, {6, 6, 39}}})), 0);
  EXPECT_EQ(hiddenBySamplesMm(*maskOf({})), 0);
}

TEST(ThinMask, mayBulgeBetweenItsSamples) {
  EXPECT_NEAR(hiddenBySamplesMm(*maskOf({{{5, 5, 0}, {5, 5, 30}}})), kHalfDiagonal, 1e-9);
  EXPECT_NEAR(hiddenBySamplesMm(*maskOf({{{5, 5, 5}, {5, 30, 30}}})), kHalfDiagonal, 1e-9) << "a sheet";
}

// From z = 2 to z = 20 nothing was sampled: what joins the pieces lies up to 9 mm from them.
TEST(ThinMask, hidesWhatJoinsItsPieces) {
  EXPECT_NEAR(hiddenBySamplesMm(*maskOf({{{5, 5, 0}, {5, 5, 2}}, {{5, 5, 20}, {5, 5, 22}}})), kHalfDiagonal + 9, 1e-9);
}

TEST(ThinMask, bridgesItsPiecesOneAfterTheOther) {
  EXPECT_NEAR(hiddenBySamplesMm(*maskOf({{{5, 5, 0}, {5, 5, 2}}, {{5, 5, 30}, {5, 5, 31}}, {{5, 5, 12}, {5, 5, 14}}})),
              kHalfDiagonal + 8, 1e-9)
      << "2 to 12 and 14 to 30, never 2 to 30";
}

TEST(ThinMask, isNoOrganWithStrayVoxels) {
  EXPECT_EQ(hiddenBySamplesMm(*maskOf({{{5, 5, 5}, {14, 14, 14}}, {{30, 30, 30}, {30, 30, 31}}})), 0);
}

// One slice of 3 mm: sqrt(0.8^2 + 0.8^2 + 3^2) / 2 twice, more than 3 mm.
TEST(ThinMask, widensItsErrorBound) {
  Structure structure;
  structure.shape = maskOf({{{5, 5, 5}, {10, 10, 5}}}, 3, 0.8);
  const auto thin = measure(structure);
  EXPECT_NEAR(thin.errorBoundMm, std::sqrt(0.64 + 0.64 + 9), 1e-9);
  EXPECT_NEAR(thin.hiddenMm, thin.errorBoundMm / 2, 1e-9);
  structure.shape = maskOf({{{5, 5, 5}, {10, 10, 8}}}, 3, 0.8);
  EXPECT_NEAR(measure(structure).errorBoundMm, std::sqrt(0.64 + 0.64 + 9) / 2, 1e-9);
}

TEST(ThinMask, isNoTube) {
  Structure structure;
  structure.shape = Tube{{makePoint(0, 0, 0), makePoint(0, 0, 30)}, {0.2, 0.2}, 0.3};
  EXPECT_NEAR(measure(structure).errorBoundMm, 0.3, 1e-12);
  EXPECT_EQ(measure(structure).hiddenMm, 0);
}

}  // namespace planning::anatomy
