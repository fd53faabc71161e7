#pragma once

#include <filesystem>

#include "planning/error.h"
#include "planning/review/control.h"

namespace io::report {

/// Writes a control as Comprehensive 3D SR of its own (io/report/README.md, "Controls"): the needles as performed, in
/// the control scan's frame of reference, with their deviations; it cites the plan's report and names each planned
/// needle by its tracking UID. Checked, rounded and revised as writePlan() does, with its errors, and "no-plan" without
/// a plan to cite.
planning::Expected<planning::review::Control> writeControl(const planning::review::Control& control,
                                                           const std::filesystem::path& file);

/// A needle as a control keeps it: places and lengths to 0.001 mm, the angle to 0.001 degrees. It is read back as it
/// is: an SCOORD3D holds a place as float32, less than 0.0002 mm off below 4000 mm, and reading rounds that away.
planning::review::FoundNeedle asKept(planning::review::FoundNeedle found);

}  // namespace io::report
