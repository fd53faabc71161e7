#pragma once

#include <string>
#include <vector>

namespace planning {

/// Words in a row, as an argument of a finding or a field of a report: "L3-L4, L4-L5"; empty of none.
inline std::string joined(const std::vector<std::string>& words, const char* between = ", ") {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += between;
    all += word;
  }
  return all;
}

}  // namespace planning
