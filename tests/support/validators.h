#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace support {

/// The lines with which dciodvfy (package dicom3tools) reports an error in a DICOM file; absent when it is not
/// installed.
std::optional<std::vector<std::string>> dciodvfyErrors(const std::filesystem::path& file);

/// The same of PixelMed's DicomInstanceValidator (package libpixelmed-java; some 20 s): of what it knows, for SEG.
std::optional<std::vector<std::string>> pixelmedErrors(const std::filesystem::path& file);

/// The same of PixelMed's DicomSRValidator (some 25 s): of what it knows, for a report.
std::optional<std::vector<std::string>> pixelmedReportErrors(const std::filesystem::path& file);

}  // namespace support
