#pragma once

#include <array>
#include <ctime>
#include <string>

namespace io {

/// Now where this machine stands, in the format of strftime(); at most 15 characters.
inline std::string localNow(const char* format) {
  const std::time_t seconds = std::time(nullptr);
  std::tm local{};
  localtime_r(&seconds, &local);
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), format, &local);
  return text.data();
}

}  // namespace io
