#pragma once

#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/finding.h"

namespace planning::anatomy {

/// A structure that the program found in the scan: unconfirmed, source "segmented", without a tracking UID (the caller
/// gives one), with what the operator should know.
struct Segmented {
  Structure structure;
  std::vector<Finding> findings;
};

}  // namespace planning::anatomy
