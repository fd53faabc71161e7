#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/plan/plan.h"

/// What is kept beside a completed plan for those who cannot read its report: any viewer shows these two classes. Both
/// lie in the scan's study, in series of their own that follow from the plan's SOP Instance UID, and cite the plan
/// (Source Instance Sequence).
namespace io::report {

/// Rows from the top, each pixel red, green, blue. What stands on it is burned in, and it says so.
struct KeyImage {
  int columns = 0, rows = 0;
  std::vector<std::uint8_t> rgb;
  std::string description;  ///< what it shows; at most 1024 characters
};

/// The series that the key images, and the one that the worksheet of a saved plan belong to.
std::string keyImageSeriesUid(const std::string& planUid);
std::string worksheetSeriesUid(const std::string& planUid);

/// As Secondary Capture (PS3.3 A.8.1), uncompressed; `number` from 1 tells the images of a plan apart. The plan must
/// have been saved. Errors: "cannot-write", "cannot-encode".
planning::Expected<void> writeKeyImage(const KeyImage& image, const planning::Plan& plan, int number,
                                       const std::filesystem::path& file);

/// A PDF as Encapsulated PDF (PS3.3 A.45.1). Errors: those of writeKeyImage().
planning::Expected<void> writeWorksheet(std::span<const std::byte> pdf, const planning::Plan& plan,
                                        const std::filesystem::path& file);

}  // namespace io::report
