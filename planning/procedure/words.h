#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/structure.h"

namespace planning::procedure {

/// Lower case without French accents; every other character than letters and digits becomes one space; a space on
/// both ends: " artere radiculaire l5 ".
std::string plainWords(const std::string& utf8);

/// Does the name hold the word or words, from a word's beginning? Both in any writing.
bool holdsWord(const std::string& name, const std::string& words);

/// Side named by words ("left", "gauche", "right", "droite"); absent when none or both are.
std::optional<anatomy::Side> namedSide(const std::string& name);

/// Vertebral levels named in a text, as written: {"L5"}, {"L4-L5"} (also for "L4/5"), {}.
std::vector<std::string> namedLevels(const std::string& text);

}  // namespace planning::procedure
