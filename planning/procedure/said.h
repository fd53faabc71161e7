#pragma once

#include <string>

namespace planning {

/// Does a name or a reason that a person gave say anything? Blanks and punctuation alone do not, of whatever script:
/// nobody vouches by them.
bool isSaid(const std::string& text);

}  // namespace planning
