#pragma once

#include <optional>
#include <string>
#include <vector>

namespace planning::anatomy {

/// "C1" to "S1", from the head to the feet.
const std::vector<std::string>& levelNames();
/// The name `up` vertebrae above (below for a negative number); absent beyond C1 and S1, and for an unknown name.
std::optional<std::string> levelAbove(const std::string& name, long up = 1);

}  // namespace planning::anatomy
