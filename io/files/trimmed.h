#pragma once

#include <string_view>

namespace io {

/// Without the blanks and zeros that pad a value of DICOM (PS3.5 6.2), at either end.
constexpr std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kPadding("\0 ", 2);
  const auto start = text.find_first_not_of(kPadding);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kPadding) - start + 1);
}

}  // namespace io
