#pragma once

#include <filesystem>

#include "planning/error.h"
#include "planning/volume.h"

namespace io {

/// Writes a volume as a CT series into `folder`, one file a slice (CT0001.dcm ...), uncompressed, under the volume's
/// own identity (its instances are used when there, else made). The slices must be regular. Values are stored as
/// scanners do, 12 bits and -1024, where they fit, else in 16 bits with a sign. Errors: "cannot-write".
planning::Expected<planning::SeriesIdentity> writeCt(const planning::Volume& volume,
                                                     const std::filesystem::path& folder);

}  // namespace io
