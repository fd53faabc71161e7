#pragma once

#include <string>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/finding.h"

namespace planning::anatomy {

/// Structure::source of what the program found in the scan, and of what a person painted from nothing.
inline constexpr const char* kSegmentedSource = "segmented";
inline constexpr const char* kPaintedSource = "painted";

/// The source once a person has changed the shape: what it was, and ", edited". "painted" stays.
std::string editedSource(const std::string& source);

/// Was this mask made in this program, and is in no file yet? Tubes live in the plan itself.
bool isMadeHere(const Structure& structure);

/// A structure that the program found in the scan: unconfirmed, source "segmented", without a tracking UID (the caller
/// gives one), with what the operator should know.
struct Segmented {
  Structure structure;
  std::vector<Finding> findings;
};

}  // namespace planning::anatomy
