#include "planning/needle/entry_front.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace planning::needle {
namespace {

bool beats(const EntryOption& a, const EntryOption& b) {
  const bool asGood = a.room.excessMm >= b.room.excessMm && a.pathMm <= b.pathMm && a.offAxis <= b.offAxis;
  return asGood && (a.room.excessMm > b.room.excessMm || a.pathMm < b.pathMm || a.offAxis < b.offAxis);
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
  EXPECT_NEAR(options[0].offAxis.degrees(), 53.13, 0.01);
  EXPECT_TRUE(paretoFront({}).empty());
}

// The entry lies 53.13 degrees toward the head; a caudal needle's own axis 55 toward the feet.
TEST(EntryOptions, areTiltedAgainstTheRoutesOwnAxis) {
  EntryProblem problem;
  problem.target = makePoint(0, 0, 0);
  problem.limits.approaches = {{0, 25, -80, -30}};
  const std::vector<Point> entries{makePoint(0, 30, 40), makePoint(0, 30, -40)};
  auto options = optionsOf(problem, entries, {EntryRoom{2, 0}, EntryRoom{2, 0}});
  EXPECT_NEAR(options[0].offAxis.degrees(), 108.13, 0.01);
  EXPECT_NEAR(options[1].offAxis.degrees(), 1.87, 0.01);
  problem.limits.approaches.push_back({0, 110, 40, 60});
  EXPECT_NEAR(optionsOf(problem, entries, {EntryRoom{2, 0}, std::nullopt})[0].offAxis.degrees(), 3.13, 0.01);
}

}  // namespace planning::needle
