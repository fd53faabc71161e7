#pragma once

#include <optional>
#include <string>
#include <vector>

namespace planning::procedure {

/// Whole days from one date to another, negative when the second is earlier. Dates are YYYY-MM-DD or DICOM's YYYYMMDD.
/// Absent when either is no real date.
std::optional<int> daysBetween(const std::string& from, const std::string& to);

/// The dates of a list with commas between them, as it has them; empty where any is no real date.
std::vector<std::string> datesIn(const std::string& list);

/// Whole years from a birth to a day. Absent when either is no real date.
std::optional<int> yearsBetween(const std::string& birth, const std::string& day);

}  // namespace planning::procedure
