#pragma once

#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/finding.h"

namespace planning::anatomy {

/// Was this mask made in this program, and is in no file yet? Tubes live in the plan itself.
bool isMadeHere(const Structure& structure);

/// A structure that the program found in the scan: unconfirmed, Origin::Kind::Found, without a tracking UID (the caller
/// gives one), with what the operator should know.
struct Segmented {
  Structure structure;
  std::vector<Finding> findings;
};

}  // namespace planning::anatomy
