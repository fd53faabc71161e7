#include "planning/anatomy/level_span.h"

#include <gtest/gtest.h>

#include <cmath>

#include "planning/anatomy/level_measures.h"
#include "tests/support/counted_column.h"

namespace planning::anatomy {
namespace {

using support::counted;
using support::lumbarColumn;

using Names = std::vector<std::string>;

/// As a report of an earlier version keeps them: bodies alone.
std::vector<CountedLevel> withoutCanal(std::vector<CountedLevel> levels) {
  for (CountedLevel& level : levels) level.inCanal.reset();
  return levels;
}

std::vector<CountedLevel> unsure(std::vector<CountedLevel> levels, const std::string& name) {
  for (CountedLevel& level : levels)
    if (level.name == name) level.sure = false;
  return levels;
}

}  // namespace

TEST(LevelSpan, measuresFromTheCanalToThePatientsLeft) {
  EXPECT_NEAR(*fromCanalMm(lumbarColumn(), makePoint(20, 0, 3)), 20, 1e-12);
  EXPECT_NEAR(*fromCanalMm(lumbarColumn(4), makePoint(-8, 60, 30)), -12, 1e-12);
}

TEST(LevelSpan, measuresAtRightAnglesToALeaningCanal) {
  const std::vector<CountedLevel> leaning{counted("L4", 0, 0, -5), counted("L3", 10, 40, 35)};
  EXPECT_NEAR(*fromCanalMm(leaning, makePoint(15, -10, 20)), 40 / std::sqrt(17.0), 1e-9);
  EXPECT_NEAR(*fromCanalMm(leaning, makePoint(5, -10, 20)), 0, 1e-9);
}

TEST(LevelSpan, measuresNothingFarFromWhatWasCounted) {
  EXPECT_TRUE(fromCanalMm(lumbarColumn(), makePoint(20, 0, 55 + 39)));
  EXPECT_FALSE(fromCanalMm(lumbarColumn(), makePoint(20, 0, 55 + 41)));
  EXPECT_FALSE(fromCanalMm({}, makePoint(0, 0, 0)));
}

TEST(LevelSpan, takesTheBodiesOnlyWhereTheProgramFoundThem) {
  auto levels = withoutCanal(lumbarColumn(4));
  EXPECT_FALSE(fromCanalMm(levels, makePoint(20, 0, 3)));
  EXPECT_NEAR(*fromBodiesMm(levels, makePoint(20, 0, 3)), 16, 1e-12);
  EXPECT_NEAR(*inFrontOfBodiesMm(levels, makePoint(0, -50, 3)), 15, 1e-12);
  EXPECT_NEAR(*inFrontOfBodiesMm(levels, makePoint(0, 5, 3)), -40, 1e-12);
  for (CountedLevel& level : levels) level.byClick = true;  // bare clicks: anywhere on the vertebra
  EXPECT_FALSE(fromBodiesMm(levels, makePoint(20, 0, 3)));
}

TEST(LevelSpan, boundsALevelByItsTwoVertebrae) {
  const auto is = [](const std::string& level, const std::string& upper, const std::string& lower) {
    const auto bounds = boundsOf(level);
    return bounds && bounds->upper == upper && bounds->lower == lower;
  };
  EXPECT_TRUE(is("L4-L5", "L4", "L5"));
  EXPECT_TRUE(is("L4", "L4", "L5")) << "the root below the pedicle of L4";
  EXPECT_TRUE(is("T12", "T12", "L1"));
  EXPECT_TRUE(is("C6", "C5", "C6")) << "a cervical root, above its vertebra";
  EXPECT_TRUE(is("C8", "C7", "T1"));
  EXPECT_TRUE(is("S1", "S1", ""));
  for (const char* none : {"", "L4-S1", "L6", "L5-L4", "C1"}) EXPECT_FALSE(boundsOf(none)) << none;
}

// Pedicles of L4 at z = 19, of L5 at z = -13.
TEST(LevelSpan, tellsHowFarOutsideALevelAPlaceLies) {
  EXPECT_EQ(outsideLevelMm(lumbarColumn(), "L4-L5", makePoint(20, 2, 3)), 0);
  EXPECT_NEAR(*outsideLevelMm(lumbarColumn(), "L4-L5", makePoint(20, 2, 25)), 6, 1e-12);
  EXPECT_NEAR(*outsideLevelMm(lumbarColumn(), "L4-L5", makePoint(20, 2, -16)), -3, 1e-12);
  EXPECT_NEAR(*outsideLevelMm(lumbarColumn(), "L4", makePoint(20, 2, 25)), 6, 1e-12);
}

TEST(LevelSpan, isNotTakenFromAVertebraThatIsNotSure) {
  EXPECT_FALSE(outsideLevelMm(unsure(lumbarColumn(), "L5"), "L4-L5", makePoint(0, 0, 3)));
  EXPECT_TRUE(outsideLevelMm(unsure(lumbarColumn(), "L3"), "L4-L5", makePoint(0, 0, 3)));
  EXPECT_FALSE(outsideLevelMm(lumbarColumn(), "L2-L3", makePoint(0, 0, 70))) << "L2 was not counted";
}

// L4's body at z = 13.6, its pedicles 5.4 mm above it; L5's at -20.3, and 7.3 mm: the same places as in the canal.
TEST(LevelSpan, placesPediclesAboveTheBodiesWhereNoCanalIsKnown) {
  const auto levels = withoutCanal(lumbarColumn());
  EXPECT_NEAR(*outsideLevelMm(levels, "L4-L5", makePoint(0, 0, 25)), 6, 1e-9);
  EXPECT_NEAR(*outsideLevelMm(levels, "L4-L5", makePoint(0, 0, -16)), -3, 1e-9);
}

// S1's pedicles at z = -47.
TEST(LevelSpan, hasRulesOfItsOwnForTheSacrum) {
  EXPECT_EQ(outsideLevelMm(lumbarColumn(), "S1", makePoint(20, 20, -60)), 0);
  EXPECT_NEAR(*outsideLevelMm(lumbarColumn(), "S1", makePoint(20, 20, -90)), -13, 1e-9);
  EXPECT_NEAR(*belowFirstSacralMm(lumbarColumn(), makePoint(0, 30, -100)), 53, 1e-9);
  EXPECT_FALSE(belowFirstSacralMm(unsure(lumbarColumn(), "S1"), makePoint(0, 30, -100)));
}

TEST(LevelSpan, placesTheAtlasAboveTheAxis) {
  const std::vector<CountedLevel> neck{counted("C3", 0, -7, -8), counted("C2", 0, 10, 4)};
  EXPECT_EQ(outsideLevelMm(neck, "C1-C2", makePoint(20, -20, 20)), 0);
  EXPECT_NEAR(*outsideLevelMm(neck, "C1-C2", makePoint(20, -20, 35)), 35 - 27.5, 1e-9);
  EXPECT_NEAR(*outsideLevelMm(neck, "C1-C2", makePoint(20, -20, 4)), -6, 1e-9);
}

TEST(LevelSpan, namesTheLevelsOfAPlaceTheMostCentralFirst) {
  EXPECT_EQ(levelsAt(lumbarColumn(), makePoint(0, 0, 3), 5), (Names{"L4-L5"}));
  EXPECT_EQ(levelsAt(lumbarColumn(), makePoint(0, 0, 17), 5), (Names{"L4-L5", "L3-L4"}));
  EXPECT_EQ(levelsAt(lumbarColumn(), makePoint(0, 0, -62), 5), (Names{"S1"}));
  EXPECT_EQ(levelsAt({}, makePoint(0, 0, 3), 5), Names{});
}

TEST(LevelMeasures, holdEveryName) {
  for (const std::string& name : levelNames()) {
    ASSERT_NE(measureOf(name), nullptr) << name;
    EXPECT_GT(measureOf(name)->heightMm, 15) << name;
  }
  EXPECT_EQ(measureOf("L6"), nullptr);
}

}  // namespace planning::anatomy
