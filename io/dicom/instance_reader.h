#pragma once

#include <filesystem>

#include "io/dicom/instance.h"
#include "planning/error.h"

namespace io::dicom {

/// Pre-scans and parses one file's header, in this process. A plain CT slice goes a short way without DCMTK. Errors:
/// those of prescan(), "not-dicom", "no-series" (a DICOM file that is no object of a series).
planning::Expected<Instance> readInstance(const std::filesystem::path& file);

/// readInstance() by DCMTK alone: what the short way must agree with.
planning::Expected<Instance> readInstanceByLibrary(const std::filesystem::path& file);

}  // namespace io::dicom
