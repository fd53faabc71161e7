#include "io/dicom/hu_conversion.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "planning/volume.h"

namespace {

using io::dicom::ConversionCounts;
using io::dicom::convertToHu;
using io::dicom::PixelFormat;
using io::dicom::Rescale;
using planning::kOutsideScan;

PixelFormat format(int stored, int high, bool isSigned) {
  PixelFormat result;
  result.bitsStored = stored, result.highBit = high, result.isSigned = isSigned;
  return result;
}

std::vector<int> converted(std::vector<std::uint16_t> words, const PixelFormat& format, const Rescale& rescale,
                           bool isHu = false, ConversionCounts* counts = nullptr) {
  const auto found = convertToHu(words, words, format, rescale, isHu);
  if (counts != nullptr) *counts = found;
  std::vector<int> values;
  for (const auto word : words) values.push_back(static_cast<std::int16_t>(word));
  return values;
}

TEST(HuConversion, takesTheStoredBitsOutOfTheWord) {
  // 12 bits in the low end, an old overlay in bit 13.
  EXPECT_EQ(converted({0x0fff, 0x2fff, 0x2000}, format(12, 11, false), {1, -1024}), (std::vector{3071, 3071, -1024}));
  // The same with a sign: 0xfff is -1.
  EXPECT_EQ(converted({0x0fff, 0x2fff, 0x07ff, 0x0800}, format(12, 11, true), {1, 0}),
            (std::vector{-1, -1, 2047, -2048}));
  // 12 bits at the high end.
  EXPECT_EQ(converted({0xfff0, 0x001f}, format(12, 15, false), {1, 0}), (std::vector{4095, 1}));
}

TEST(HuConversion, roundsToNearest) {
  EXPECT_EQ(converted({0, 1, 2, 3}, format(16, 15, false), {0.5, -1}), (std::vector{-1, 0, 0, 1}));  // halves go up
  EXPECT_EQ(converted({10, 1000}, format(16, 15, false), {1.0001, -2.25}), (std::vector{8, 998}));
  EXPECT_TRUE(io::dicom::rounds({1, 0.5}));
  EXPECT_FALSE(io::dicom::rounds({2, -1024}));
}

TEST(HuConversion, keepsToSixteenBitsAndCounts) {
  ConversionCounts counts;
  EXPECT_EQ(converted({65535, 0, 33791}, format(16, 15, false), {1, -1024}, false, &counts),
            (std::vector{32767, -1024, 32767}));
  EXPECT_EQ(counts.clamped, 1u);  // 64511; 32767 fits
  EXPECT_EQ(converted({65535, 1}, format(16, 15, false), {1000.5, 0}, false, &counts), (std::vector{32767, 1001}));
  EXPECT_EQ(counts.clamped, 1u);
}

TEST(HuConversion, neverTakesAMeasuredValueForOutside) {
  ConversionCounts counts;
  EXPECT_EQ(converted({0x8000}, format(16, 15, true), {1, 0}, false, &counts), (std::vector{-32767}));
  EXPECT_EQ(counts.clamped, 1u);
}

TEST(HuConversion, marksPaddingAndWhatLiesBelowAir) {
  auto padded = format(16, 15, true);
  padded.padding = std::pair(-2000, -1990);
  ConversionCounts counts;
  const auto word = [](int value) { return static_cast<std::uint16_t>(value); };
  EXPECT_EQ(converted({word(-2000), word(-1995), word(-1989), word(-1000)}, padded, {1, 0}, true, &counts),
            (std::vector<int>{kOutsideScan, kOutsideScan, kOutsideScan, -1000}));
  EXPECT_EQ(counts.belowAir, 1u);
  EXPECT_EQ(converted({word(-1989)}, padded, {1, 0}, false), (std::vector{-1989}));  // no HU: nothing is known of air
}

TEST(HuConversion, agreesWithASlowTwin) {
  std::mt19937 random(7);
  for (int round = 0; round < 600; ++round) {
    const int stored = 1 + static_cast<int>(random() % 16);
    const bool low = random() % 2 == 0;  // at the low end of the word, as mostly
    const int high = stored - 1 + (low ? 0 : static_cast<int>(random() % static_cast<unsigned>(17 - stored)));
    const auto pixels = format(stored, high, random() % 2 == 0);
    const auto below = [&](unsigned limit) { return static_cast<double>(random() % limit); };
    const Rescale rescale{round % 2 == 0 ? 1 + below(3) : 0.37 + 0.01 * below(50), below(4000) - 2000};
    std::vector<std::uint16_t> words(37);
    for (auto& word : words) word = static_cast<std::uint16_t>(random());
    const auto fast = converted(words, pixels, rescale, true);
    for (std::size_t i = 0; i < words.size(); ++i) {
      long value = (words[i] >> (high + 1 - stored)) & ((1l << stored) - 1);
      if (pixels.isSigned && (value >> (stored - 1)) != 0) value -= 1l << stored;
      const double hu = std::floor(rescale.slope * static_cast<double>(value) + rescale.intercept + 0.5);
      const int expected = hu < io::dicom::kLowestHu ? kOutsideScan : static_cast<int>(std::min(hu, 32767.0));
      ASSERT_EQ(fast[i], expected) << words[i] << " " << stored << " " << high << " " << rescale.slope;
    }
  }
}

}  // namespace
