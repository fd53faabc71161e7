#pragma once

#include <optional>
#include <string>

#include "planning/anatomy/structure.h"

namespace io {

/// Kind from a code or, without one, from the name (TotalSegmentator's names among others).
planning::anatomy::Kind guessKind(const std::optional<planning::anatomy::Code>& code, const std::string& name);

}  // namespace io
