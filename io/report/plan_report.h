#pragma once

#include <filesystem>

#include "planning/error.h"
#include "planning/plan/plan.h"

namespace io::report {

/// Writes the plan as Comprehensive 3D SR (TID 1500), with a new SOP Instance UID; the plan's own sopInstanceUid, if
/// any, becomes the predecessor. The own checker runs on the data set before it is written. Values are rounded to
/// 0.001. Returns the plan as re-read from the file. Errors: "cannot-write", "no-study",
/// "no-frame-of-reference", "report-check" (our own mistake, nothing written).
planning::Expected<planning::Plan> writePlan(const planning::Plan& plan, const std::filesystem::path& file);

}  // namespace io::report
