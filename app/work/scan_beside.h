#pragma once

#include <filesystem>

#include "planning/error.h"
#include "planning/identity.h"
#include "planning/progress.h"

namespace app {

/// A file of a plan's scan: in the plan's own folder, or one in it, as the first files of each tell. No deeper, and
/// no more than a few files of each are opened. Errors: "scan-not-beside" with the plan's file, "cancelled".
planning::Expected<std::filesystem::path> scanBeside(const std::filesystem::path& planFile,
                                                     const planning::SeriesIdentity& scan,
                                                     planning::Progress& progress);

}  // namespace app
