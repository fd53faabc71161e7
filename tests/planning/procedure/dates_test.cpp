#include "planning/procedure/dates.h"

#include <gtest/gtest.h>

namespace planning::procedure {

TEST(Years, countBirthdaysThatWere) {
  EXPECT_EQ(yearsBetween("1961-02-03", "2026-02-02"), 64);
  EXPECT_EQ(yearsBetween("1961-02-03", "2026-02-03"), 65);
  EXPECT_EQ(yearsBetween("19610203", "2026-01-31"), 64);
  EXPECT_EQ(yearsBetween("2026-02-03", "2026-02-03"), 0);
}

// Born on 29 February: older from 1 March on where the year has no such day.
TEST(Years, ofALeapDayAreCountedInEveryYear) {
  EXPECT_EQ(yearsBetween("2000-02-29", "2026-02-28"), 25);
  EXPECT_EQ(yearsBetween("2000-02-29", "2026-03-01"), 26);
  EXPECT_EQ(yearsBetween("2000-02-29", "2024-02-29"), 24);
}

TEST(Years, areNotCountedFromNoRealDate) {
  for (const char* none : {"", "1961", "1961-02-30", "1961-2-3", "03.02.1961", "1961-02-03T00"}) {
    EXPECT_FALSE(yearsBetween(none, "2026-02-03")) << none;
    EXPECT_FALSE(yearsBetween("1961-02-03", none)) << none;
  }
}

TEST(Dates, ofAListStandAsItHasThem) {
  using List = std::vector<std::string>;
  EXPECT_EQ(datesIn("2026-02-03"), List{"2026-02-03"});
  EXPECT_EQ(datesIn(" 2026-02-03 ,20260204"), (List{"2026-02-03", "20260204"}));
  EXPECT_EQ(datesIn(""), List{});
}

TEST(Dates, ofAListAreNoneWhereOneIsNone) {
  for (const char* list : {"2026-02-03, soon", "2026-02-30", "2026-02-03,,2026-02-04", " "})
    EXPECT_TRUE(datesIn(list).empty()) << list;
}

}  // namespace planning::procedure
