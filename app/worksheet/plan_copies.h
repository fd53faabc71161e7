#pragma once

#include <filesystem>
#include <vector>

#include "app/worksheet/planned_scan.h"
#include "planning/error.h"

namespace app::worksheet {

/// Where the copies of a plan go: beside it, PLAN-worksheet.dcm, PLAN-key-1.dcm and on, three of each placed needle.
std::vector<std::filesystem::path> copiesOf(const planning::Plan& plan, const std::filesystem::path& planFile);

/// Writes them, for any viewer of the scan's study: the sheets for the console as Encapsulated PDF, and of each needle
/// three pictures with side, level, numbers and verdict on them as Secondary Capture. The plan must be complete and as
/// it was saved in `planFile`. Takes about a second; from any thread. Errors: "copy-exists" where a file of such a name
/// is there and the plan is no further version, "cannot-write".
planning::Expected<void> writeCopies(const PlannedScan& planned, const std::filesystem::path& planFile);

}  // namespace app::worksheet
