#pragma once

#include "planning/review/control.h"

namespace app::commands {

/// A control for a person: what was planned against what is, on standard output.
void printControl(const planning::review::Control& control);

}  // namespace app::commands
