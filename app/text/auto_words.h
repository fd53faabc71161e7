#pragma once

#include <string>
#include <vector>

#include "planning/search/auto_ground.h"

namespace app {

/// What the program found of the level, what is missing, and what it rests on, as findings in this order.
std::vector<planning::Finding> groundFindings(const planning::AutoGround& ground);
/// The same with the region's and what is missing.
std::vector<planning::Finding> answerFindings(const planning::AutoAnswer& answer);

/// How the vertebrae were named, one line each, for the console.
std::vector<std::string> englishLines(const planning::LevelEvidence& evidence);
/// All of an answer for the console: evidence, findings, needles with their reasons, or the block.
std::vector<std::string> englishLines(const planning::AutoAnswer& answer);

}  // namespace app
