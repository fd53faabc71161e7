#include "planning/anatomy/level_names.h"

#include <algorithm>
#include <utility>

namespace planning::anatomy {

const std::vector<std::string>& levelNames() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> names;
    for (const auto& [letter, count] : {std::pair('C', 7), {'T', 12}, {'L', 5}})
      for (int n = 1; n <= count; ++n) names.push_back(letter + std::to_string(n));
    names.emplace_back("S1");
    return names;
  }();
  return all;
}

std::optional<std::string> levelAbove(const std::string& name, long up) {
  const auto& all = levelNames();
  const auto found = std::find(all.begin(), all.end(), name);
  if (found == all.end()) return std::nullopt;
  const long index = static_cast<long>(found - all.begin()) - up;
  if (index < 0 || index >= static_cast<long>(all.size())) return std::nullopt;
  return all[static_cast<std::size_t>(index)];
}

}  // namespace planning::anatomy
