#pragma once

#include <QString>

#include "planning/plan/next_step.h"

namespace app {

/// The one next thing to do, as a sentence in the window's language: "Next: state the level."
QString stepText(const planning::NextStep& next, const planning::Plan& plan);

}  // namespace app
