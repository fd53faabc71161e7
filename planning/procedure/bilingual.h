#pragma once

#include <string>

namespace planning::procedure {

/// A sentence or name in both languages of the interface.
struct Bilingual {
  std::string english;
  std::string french;
};

}  // namespace planning::procedure
