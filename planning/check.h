#pragma once

#include <stdexcept>
#include <string>

namespace planning {

/// Our own mistake: a broken promise between two pieces of this program. Never used for outside data.
class BrokenContract : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Throws BrokenContract when a condition that our own code must keep does not hold. Armed in release builds.
inline void check(bool holds, const char* promise) {
  if (!holds) throw BrokenContract(promise);
}

}  // namespace planning
