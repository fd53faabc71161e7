#pragma once

#include <filesystem>
#include <string>

namespace io::pacs {

/// What a DICOM file says it is, by its header alone. Empty where the file cannot be read.
struct FileUids {
  std::string sopClass{}, instance{}, study{}, series{};
  std::string compressedSyntax{};  ///< transfer syntax; empty: not compressed
  std::string patientId{}, issuer{};
};

FileUids uidsIn(const std::filesystem::path& file);

}  // namespace io::pacs
