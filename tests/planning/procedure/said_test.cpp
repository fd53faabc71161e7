#include "planning/procedure/said.h"

#include <gtest/gtest.h>

TEST(Said, isALetterOrADigitOfAnyScript) {
  for (const char* name : {"A", "é", "Дурова", "山田", "예", "3", " . x", "محمد"})
    EXPECT_TRUE(planning::isSaid(name)) << name;
}

TEST(Said, isNothingWithoutOne) {
  for (const char* name :
       {"", " ", "-", "^", "—", "…", "’", "·", "\u00a0", "\u3000", "\u3164", "\u200b", "🙂", "\xc3", "\xff\xfe"})
    EXPECT_FALSE(planning::isSaid(name)) << name;
}
