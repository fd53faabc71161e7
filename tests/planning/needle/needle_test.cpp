#include "planning/needle/needle.h"

#include <gtest/gtest.h>

namespace planning::needle {

TEST(Needle, hasTheChartsOuterDiameters) {
  const std::pair<int, double> chart[] = {{18, 1.270}, {20, 0.908}, {22, 0.718}, {23, 0.641},
                                          {25, 0.514}, {26, 0.464}, {27, 0.413}};
  ASSERT_EQ(gauges().size(), std::size(chart));
  for (const auto& [gauge, diameter] : chart) EXPECT_EQ(outerDiameterMm(gauge), diameter) << gauge;
  EXPECT_FALSE(outerDiameterMm(21).has_value());
}

TEST(Needle, isReadInAllItsWritings) {
  for (const char* text : {"22Gx90", "22G x 90", "22gx90", " 22G X 90 mm ", "22Gx90.0"}) {
    const auto needle = parseNeedle(text);
    ASSERT_TRUE(needle) << text;
    EXPECT_EQ(*needle, (Needle{22, 90, 0.718})) << text;
  }
  EXPECT_EQ(parseNeedle("25gx50.5")->lengthMm, 50.5);
}

TEST(Needle, isRefusedWithItsText) {
  for (const char* text :
       {"", "22", "22G", "22Gx", "x90", "22Gx9", "22Gx301", "22Gx-90", "22Gx90,5", "22Gxnan", "22Gx90x2"})
    EXPECT_EQ(parseNeedle(text).error().code, "bad-needle") << text;
  EXPECT_EQ(parseNeedle("22G-90").error().detail, "22G-90");
  EXPECT_EQ(parseNeedle("21Gx90").error().code, "unknown-gauge");
}

TEST(Needle, isWrittenAsItIsRead) {
  EXPECT_EQ(format({22, 90, 0.718}), "22Gx90");
  EXPECT_EQ(format({25, 50.5, 0.514}), "25Gx50.5");
  for (const int gauge : gauges())
    for (const double length : usualLengthsMm()) {
      const Needle needle{gauge, length, *outerDiameterMm(gauge)};
      EXPECT_EQ(parseNeedle(format(needle)).value(), needle);
    }
}

}  // namespace planning::needle
