#pragma once

#include <algorithm>
#include <cctype>
#include <string>

namespace planning {

/// Does a name or a reason that a person gave say anything? Blanks and punctuation alone do not: nobody vouches by
/// them.
inline bool isSaid(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c > 127 || std::isalnum(c) != 0; });
}

}  // namespace planning
