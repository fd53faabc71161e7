#pragma once

#include <filesystem>

#include "planning/error.h"
#include "planning/fluoroscopy/view.h"

namespace io {

/// What a fluoroscopy file (XA, RF, secondary capture) says of itself and of its geometry; no pixel is read. The file
/// is parsed in a child (io/sandbox.h). Errors: those of reading a DICOM file, "not-fluoroscopy" (with what it is).
planning::Expected<planning::fluoroscopy::View> readView(const std::filesystem::path& file);

}  // namespace io
