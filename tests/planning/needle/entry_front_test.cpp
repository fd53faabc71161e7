#include "planning/needle/entry_front.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace planning::needle {
namespace {

bool beats(const EntryOption& a, const EntryOption& b) {
  const bool asGood = a.room.excessMm >= b.room.excessMm && a.pathMm <= b.pathMm && a.fromAxial <= b.fromAxial;
  return asGood && (a.room.excessMm > b.room.excessMm || a.pathMm < b.pathMm || a.fromAxial < b.fromAxial);
}

std::vector<std::size_t> indices(const std::vector<EntryOption>& options) {
  std::vector<std::size_t> all;
  for (const EntryOption& option : options) all.push_back(option.entry);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

TEST(ParetoFront, holdsWhatNoOtherBeats) {
  std::mt19937 random(12);
  for (const int levels : {3, 10, 100000}) {  // few levels: many equal ones
    std::uniform_int_distribution<int> level(0, levels);
    std::vector<EntryOption> options;
    for (std::size_t i = 0; i < 800; ++i) {
      const double room = level(random), path = level(random), angle = level(random);
      options.push_back({i, {room, 0}, path, Angle::radians(angle)});
    }
    std::vector<EntryOption> unbeaten;
    for (const EntryOption& option : options)
      if (std::none_of(options.begin(), options.end(), [&](const auto& other) { return beats(other, option); }))
        unbeaten.push_back(option);
    const auto front = paretoFront(options);
    EXPECT_EQ(indices(front), indices(unbeaten)) << levels;
    EXPECT_TRUE(std::is_sorted(front.begin(), front.end(),
                               [](const auto& a, const auto& b) { return a.room.excessMm > b.room.excessMm; }));
  }
}

TEST(EntryOptions, areTheAllowedEntriesWithLengthAndAngle) {
  EntryProblem problem;
  problem.target = makePoint(0, 0, 0);
  const auto options = optionsOf(problem, {makePoint(0, 50, 0), makePoint(0, 30, 40)}, {std::nullopt, EntryRoom{2, 1}});
  ASSERT_EQ(options.size(), 1u);
  EXPECT_EQ(options[0].entry, 1u);
  EXPECT_DOUBLE_EQ(options[0].pathMm, 50);
  EXPECT_NEAR(options[0].fromAxial.degrees(), 53.13, 0.01);
  EXPECT_TRUE(paretoFront({}).empty());
}

}  // namespace planning::needle
