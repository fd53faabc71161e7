#include "planning/search/level_evidence.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "planning/search/auto_ground.h"
#include "tests/planning/search/lumbar_ground.h"

// A wrong level that is called sure is the worst that this can say: one anchor names nothing, and two that do not
// agree make nothing sure.
namespace planning {
namespace {

using support::lumbarGround;

std::vector<anatomy::MeasuredStructure> bones(const std::vector<std::string>& names) {
  std::vector<anatomy::MeasuredStructure> some;
  for (const auto& measured : lumbarGround().given)
    if (std::find(names.begin(), names.end(), measured.structure.name) != names.end()) some.push_back(measured);
  return some;
}

LevelEvidence evidenceOf(const std::vector<anatomy::MeasuredStructure>& structures,
                         const std::vector<anatomy::CountedLevel>& clicks = {}) {
  return levelEvidence(lumbarGround().counted.spine, clicks, structures);
}

bool anySure(const LevelEvidence& evidence) {
  return std::any_of(evidence.counted.levels.begin(), evidence.counted.levels.end(),
                     [](const auto& level) { return level.sure; });
}

anatomy::CountedLevel click(const std::string& name, const Point& place) {
  anatomy::CountedLevel level;
  level.name = name, level.middle = place, level.byClick = true;
  return level;
}

}  // namespace

TEST(LevelEvidence, ofNothingOrOfOneBoneNamesNothing) {
  EXPECT_TRUE(evidenceOf({}).counted.levels.empty());
  const auto one = evidenceOf(bones({"L4 vertebra"}));
  EXPECT_EQ(one.anchors.size(), 1u);
  EXPECT_TRUE(one.counted.levels.empty());
}

TEST(LevelEvidence, ofTwoBonesThatAgreeNamesTheRowSlow) {
  auto two = bones({"L3 vertebra", "L4 vertebra"});
  const auto evidence = evidenceOf(two);
  EXPECT_TRUE(evidence.confirmed);
  ASSERT_TRUE(anySure(evidence));
  for (const auto& level : evidence.counted.levels) {
    EXPECT_FALSE(level.byClick) << "nobody clicked";
    const auto same = std::find_if(lumbarGround().counted.levels.begin(), lumbarGround().counted.levels.end(),
                                   [&](const auto& known) { return known.name == level.name; });
    ASSERT_NE(same, lumbarGround().counted.levels.end());
    EXPECT_LT((level.middle - same->middle).GetNorm(), 6) << level.name;
  }
  two.front().structure.confirmed = false;
  EXPECT_FALSE(evidenceOf(two).confirmed);
}

TEST(LevelEvidence, ofBonesThatDoNotAgreeIsNeverSureSlow) {
  auto wrong = bones({"L3 vertebra", "L4 vertebra", "L5 vertebra"});
  for (auto& measured : wrong)
    if (measured.structure.name == "L5 vertebra") measured.structure.name = "L2 vertebra";
  const auto evidence = evidenceOf(wrong);
  EXPECT_FALSE(anySure(evidence));
  EXPECT_TRUE(std::any_of(evidence.anchors.begin(), evidence.anchors.end(), [](const auto& a) { return !a.agrees; }));
}

TEST(LevelEvidence, ofAClickThatTheBonesContradictIsNeverSureAndRefused) {
  const auto clicks = std::vector{click("L4", makePoint(0, 0, 0))};  // it is L3
  const auto given = bones({"L3 vertebra", "L4 vertebra"});
  EXPECT_FALSE(anySure(evidenceOf(given, clicks)));
  PlanChoices choices;
  choices.routeId = "lumbar-facet", choices.level = "L4-L5", choices.side = anatomy::Side::Left;
  choices.needles.emplace_back();
  Progress progress;
  const auto& ground = lumbarGround();
  const auto answer =
      proposeOnGround({evidenceOf(given, clicks), given, {}}, choices, {&ground.phantom.volume, &ground.skin, given},
                      procedure::builtInRoutes(), 3, progress);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, "level-anchors-disagree");
}

TEST(LevelEvidence, ofAClickCountsAsTodaySlow) {
  const auto evidence = evidenceOf({}, {click("L3", makePoint(0, 0, 0))});
  EXPECT_TRUE(evidence.confirmed);
  ASSERT_EQ(evidence.counted.levels.size(), lumbarGround().counted.levels.size());
  for (std::size_t n = 0; n < evidence.counted.levels.size(); ++n)
    EXPECT_EQ(evidence.counted.levels[n].name, lumbarGround().counted.levels[n].name);
}

}  // namespace planning
