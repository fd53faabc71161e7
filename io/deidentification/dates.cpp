#include "io/deidentification/dates.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdio>

namespace io::deidentification {

std::optional<std::string> earlier(const std::string& text, int days) {
  const bool dashed = text.size() >= 10 && text[4] == '-' && text[7] == '-';
  const std::size_t length = dashed ? 10 : 8;
  if (text.size() < length) return std::nullopt;
  std::string digits = text.substr(0, length);
  std::erase(digits, '-');
  const auto isDigit = [](unsigned char c) { return std::isdigit(c) != 0; };
  if (digits.size() != 8 || !std::all_of(digits.begin(), digits.end(), isDigit)) return std::nullopt;
  const int all = std::stoi(digits);
  const std::chrono::year_month_day date{std::chrono::year{all / 10000}, std::chrono::month(unsigned(all / 100 % 100)),
                                         std::chrono::day(unsigned(all % 100))};
  if (!date.ok()) return std::nullopt;
  const std::chrono::year_month_day moved{std::chrono::sys_days(date) - std::chrono::days(days)};
  char shown[16];
  std::snprintf(shown, sizeof shown, dashed ? "%04d-%02u-%02u" : "%04d%02u%02u", static_cast<int>(moved.year()),
                static_cast<unsigned>(moved.month()), static_cast<unsigned>(moved.day()));
  return shown + text.substr(length);
}

}  // namespace io::deidentification
