#pragma once

#include <QJsonObject>

#include <filesystem>

#include "planning/error.h"
#include "planning/progress.h"
#include "testdata/lumbar_phantom.h"

namespace app::commands {

/// Writes ap.dcm and lateral.dcm (XA with their whole geometry) and rf.dcm (no angles) of the phantom into `folder`;
/// returns what is known of them: the exact pixels of a foraminal needle's target and entry, and both places from the
/// isocentre. Errors: "cannot-write", "cancelled".
planning::Expected<QJsonObject> writeDemoFluoroscopy(const testdata::Phantom& phantom,
                                                     const std::filesystem::path& folder, planning::Progress& progress);

}  // namespace app::commands
