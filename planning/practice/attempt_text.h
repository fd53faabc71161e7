#pragma once

#include <string>

#include "planning/error.h"
#include "planning/practice/attempt.h"

namespace planning::practice {

/// A saved attempt:
///
///     needleplan-attempt 1
///     exercise = 2.25.1
///     seal = 0123...                 64 hexadecimal digits
///     started = 2026-11-25T18:00:00Z
///     step = 12.5 target 18 18.5 -103
///     step = 20 entry 70.1 80 -100     seconds, what, and its values: LPS mm
///     step = 21 needle 22Gx90
///     step = 30 insert 17.2 19 -102.5  the place through which the needle runs
///     step = 31.5 advance 10
///     step = 40 control-slice
///     step = 90 finish
///
/// Errors: "bad-attempt-file" with the line and the reason; those of courseOf().
Expected<Attempt> parseAttempt(const std::string& text);
std::string textOf(const Attempt& attempt);

}  // namespace planning::practice
