#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "planning/error.h"

namespace io::dicom {

/// The components of the file IDs (0004,1500) that the records of a DICOMDIR in use refer to. Read by the walker alone:
/// DCMTK 3.6.7 aborts on some. Errors: "not-dicomdir", and those of the walker.
planning::Expected<std::vector<std::vector<std::string>>> readDicomdir(const std::filesystem::path& file);

/// Whether the file is a DICOMDIR, by its meta information.
bool isDicomdir(const std::filesystem::path& file);

}  // namespace io::dicom
