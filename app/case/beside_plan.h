#pragma once

#include <QString>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "planning/error.h"
#include "planning/progress.h"

namespace app {

using FilesByUid = std::map<std::string, QString>;  ///< by SOP Instance UID

/// The wanted objects among the files in the folder of a plan. Errors: "cancelled".
planning::Expected<FilesByUid> findBeside(const std::filesystem::path& planFile, const std::set<std::string>& wanted,
                                          planning::Progress& progress);

}  // namespace app
