#include "planning/anatomy/level_measures.h"

#include <algorithm>
#include <iterator>

namespace planning::anatomy {
namespace {

// The sacrum has no keypoints there: S1 is taken as tall as L5 is from it, its pedicles as those of L5.
constexpr LevelMeasure kMeasures[] = {
    {"C1", 17.5, 0.0, 18.1, true}, {"C2", 24.7, 5.7, 20.8, true}, {"C3", 17.8, 1.2, 17.1},  {"C4", 17.2, 3.0, 16.6},
    {"C5", 17.0, 4.2, 15.1},       {"C6", 18.0, 4.4, 16.2},       {"C7", 20.0, 1.9, 15.9},  {"T1", 21.0, 4.7, 14.7},
    {"T2", 21.2, 5.5, 12.5},       {"T3", 21.1, 5.7, 11.4},       {"T4", 21.7, 5.7, 10.8},  {"T5", 22.1, 6.2, 10.7},
    {"T6", 22.6, 7.1, 10.8},       {"T7", 23.3, 7.9, 11.1},       {"T8", 24.0, 8.4, 11.4},  {"T9", 25.4, 8.4, 11.7},
    {"T10", 27.3, 8.2, 12.3},      {"T11", 29.7, 7.3, 13.5},      {"T12", 32.4, 6.3, 14.7}, {"L1", 34.5, 6.4, 15.0},
    {"L2", 35.8, 7.2, 15.2},       {"L3", 36.5, 6.5, 16.5},       {"L4", 36.3, 5.4, 18.3},  {"L5", 34.0, 7.3, 24.0},
    {"S1", 30.0, 7.3, 24.0, true}};

}  // namespace

const LevelMeasure* measureOf(const std::string& level) {
  const auto* found = std::find_if(std::begin(kMeasures), std::end(kMeasures),
                                   [&](const LevelMeasure& measure) { return level == measure.name; });
  return found == std::end(kMeasures) ? nullptr : found;
}

}  // namespace planning::anatomy
