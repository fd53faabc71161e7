#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/worksheet/planned_scan.h"
#include "planning/error.h"

namespace app::worksheet {

/// Where the copies of a plan go: beside it, PLAN-worksheet.dcm, PLAN-key-1.dcm and on, three of each placed needle.
std::vector<std::filesystem::path> copiesOf(const planning::Plan& plan, const std::filesystem::path& planFile);

/// Writes them, for any viewer of the scan's study: the sheets for the console as Encapsulated PDF, and of each needle
/// three pictures with side, level, numbers and verdict on them as Secondary Capture. The plan must be complete and as
/// it was saved in `planFile`. Takes about a second; from any thread. Takes the copies of the version before away
/// first. Errors: "copy-exists" where another file of such a name is there, "cannot-write".
planning::Expected<void> writeCopies(const PlannedScan& planned, const std::filesystem::path& planFile);

/// Takes away the copies that lie beside `planFile` and are of the plan with that SOP Instance UID; none for an empty
/// one. After every save that replaced a version in the same file, of a draft too: the older version's copies say that
/// it is approved. From any thread. Errors: "cannot-write" where the folder cannot be
/// listed, or one of them not removed.
planning::Expected<void> removeCopies(const std::filesystem::path& planFile, const std::string& planUid);

}  // namespace app::worksheet
