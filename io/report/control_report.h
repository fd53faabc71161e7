#pragma once

#include <filesystem>

#include "planning/error.h"
#include "planning/review/control.h"

namespace io::report {

/// Writes a control as Comprehensive 3D SR of its own (dicom.md 2.6): the needles as performed, in the control scan's
/// frame of reference, with their deviations; it cites the plan's report and names each planned needle by its tracking
/// UID. Checked, rounded and revised as writePlan() does, with its errors, and "no-plan" without a plan to cite.
planning::Expected<planning::review::Control> writeControl(const planning::review::Control& control,
                                                           const std::filesystem::path& file);

/// Errors: those of readPlan(), and "not-a-control".
planning::Expected<planning::review::Control> readControl(const std::filesystem::path& file);

}  // namespace io::report
