#include "planning/procedure/dates.h"

#include <chrono>
#include <regex>

namespace planning::procedure {
namespace {

std::optional<std::chrono::sys_days> day(const std::string& text) {
  static const std::regex pattern("([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})");
  std::smatch parts;
  if (!std::regex_match(text, parts, pattern)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(std::stoi(parts[1])),
                                         std::chrono::month(static_cast<unsigned>(std::stoi(parts[3]))),
                                         std::chrono::day(static_cast<unsigned>(std::stoi(parts[4])))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

}  // namespace

std::optional<int> daysBetween(const std::string& from, const std::string& to) {
  const auto first = day(from);
  const auto second = day(to);
  if (!first || !second) return std::nullopt;
  return static_cast<int>((*second - *first).count());
}

}  // namespace planning::procedure
