#include "planning/fluoroscopy/image_match.h"

#include <gtest/gtest.h>

#include <cmath>

namespace planning::fluoroscopy {
namespace {

constexpr int kSide = 160;

/// Soft blobs all over, moved by (dx, dy) pixels.
std::vector<float> blobs(double dx, double dy, double gain = 1) {
  std::vector<float> picture;
  for (int row = 0; row < kSide; ++row)
    for (int column = 0; column < kSide; ++column) {
      const double x = column - dx, y = row - dy;
      picture.push_back(static_cast<float>(
          gain * (std::sin(x / 5) * std::cos(y / 7) + 0.5 * std::sin((x + y) / 11) + 0.3 * std::cos(x * y / 900))));
    }
  return picture;
}

Slopes slopes(const std::vector<float>& picture) {
  return slopesOf(picture, kSide, kSide, std::vector<std::uint8_t>(picture.size(), 1));
}

}  // namespace

TEST(ImageMatch, isOneForThePictureItselfWhateverItsBrightness) {
  auto brighter = blobs(0, 0, 3);
  for (auto& value : brighter) value += 100;
  EXPECT_NEAR(gradientCorrelation(slopes(blobs(0, 0)), slopes(brighter)), 1, 1e-3);
  EXPECT_NEAR(gradientCorrelation(slopes(blobs(0, 0)), slopes(blobs(0, 0, -1))), -1, 1e-3);
}

TEST(ImageMatch, isNothingWhereTheyShareTooLittle) {
  const auto fixed = slopes(blobs(0, 0));
  auto moving = fixed;
  for (std::size_t i = 0; i < moving.trusted.size(); ++i) moving.trusted[i] = i < moving.trusted.size() / 5;
  EXPECT_EQ(gradientCorrelation(fixed, moving), 0);
}

TEST(ImageMatch, doesNotTrustTheNeighboursOfWhatIsNotTrusted) {
  std::vector<std::uint8_t> trusted(25, 1);
  trusted[12] = 0;  // the middle of 5 x 5
  const auto made = slopesOf(std::vector<float>(25, 1.0F), 5, 5, trusted);
  EXPECT_EQ(made.trusted,
            (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0}));
}

TEST(ImageMatch, findsAShiftToATenthOfAPixel) {
  const auto shifts = localShifts(slopes(blobs(0, 0)), slopes(blobs(2.3, -1.4)), 1, 32, 6);
  EXPECT_GT(shifts.pieces, 8);
  EXPECT_EQ(shifts.found, shifts.pieces);
  EXPECT_NEAR(shifts.rmsPx, std::hypot(2.3, 1.4), 0.1);
}

TEST(ImageMatch, findsNothingInAnotherPicture) {
  std::vector<float> other;
  unsigned seed = 1;
  for (int i = 0; i < kSide * kSide; ++i) {
    seed = seed * 1664525U + 1013904223U;
    other.push_back(static_cast<float>(seed >> 20));
  }
  const auto shifts = localShifts(slopes(blobs(0, 0)), slopes(other), 1, 32, 6);
  EXPECT_LT(shifts.found, shifts.pieces / 2);
}

}  // namespace planning::fluoroscopy
