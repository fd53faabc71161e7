#pragma once

#include <optional>
#include <string>

class DcmItem;

namespace io::dicom {

/// The bytes of a text value in UTF-8, by the character sets (0008,0005) of `item`. Absent where a byte has no meaning
/// in them, or where they are unknown.
std::optional<std::string> toUtf8(DcmItem& item, const std::string& bytes);

}  // namespace io::dicom
