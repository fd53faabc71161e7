#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/plan/choices.h"

namespace app::commands {

/// What the operator vouches for on the command line: midline, count, level and side seen, what was not visible.
struct AttestedArguments {
  std::vector<std::string> midline, hiatus, vertebrae, levelsSeen, sidesSeen, unknowns;
  bool reserve = false, rules = false;
};

void addAttested(CLI::App& command, AttestedArguments& arguments);

/// Into the choices, whose level and side are there already: what was seen is seen of these alone. `date` (YYYY-MM-DD)
/// is that of all words given. A vertebra stands as clicked until the spine is looked for (counted()). Errors:
/// "bad-argument", "unknown-structure" for a requirement that no route has.
planning::Expected<void> parseAttested(planning::PlanChoices& choices, const AttestedArguments& arguments,
                                       const std::string& date);

}  // namespace app::commands
