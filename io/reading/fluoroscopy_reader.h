#pragma once

#include <filesystem>

#include "io/dicom/instance.h"
#include "planning/error.h"
#include "planning/fluoroscopy/view.h"

namespace io {

/// The header of a fluoroscopy file (XA, RF, their enhanced kinds, secondary capture), with its view; no pixel is read.
/// The file is parsed in a child (io/reading/reading.h). Errors: those of reading a DICOM file, "not-fluoroscopy" (with
/// what it is).
planning::Expected<dicom::Instance> readProjectionHeader(const std::filesystem::path& file);

/// What that file says of itself and of its geometry. The same errors.
planning::Expected<planning::fluoroscopy::View> readView(const std::filesystem::path& file);

}  // namespace io
