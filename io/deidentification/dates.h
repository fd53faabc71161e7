#pragma once

#include <optional>
#include <string>

namespace io::deidentification {

/// A date so many days earlier: DICOM's DA (YYYYMMDD) or DT (what follows the day stays), or YYYY-MM-DD. Absent where
/// the text does not begin with a real date.
std::optional<std::string> earlier(const std::string& text, int days);

}  // namespace io::deidentification
