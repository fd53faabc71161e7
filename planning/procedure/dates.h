#pragma once

#include <optional>
#include <string>

namespace planning::procedure {

/// Whole days from one date to another, negative when the second is earlier. Dates are YYYY-MM-DD or DICOM's YYYYMMDD.
/// Absent when either is no real date.
std::optional<int> daysBetween(const std::string& from, const std::string& to);

}  // namespace planning::procedure
