#include "planning/procedure/dates.h"

#include <chrono>
#include <regex>
#include <sstream>

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

std::vector<std::string> datesIn(const std::string& list) {
  std::vector<std::string> dates;
  std::istringstream stream(list);
  for (std::string part; std::getline(stream, part, ',');) {
    const auto first = part.find_first_not_of(' ');
    const auto last = part.find_last_not_of(' ');
    dates.push_back(first == std::string::npos ? std::string() : part.substr(first, last - first + 1));
    if (!day(dates.back())) return {};
  }
  return dates;
}

std::optional<int> yearsBetween(const std::string& birth, const std::string& later) {
  const auto first = day(birth), second = day(later);
  if (!first || !second) return std::nullopt;
  const std::chrono::year_month_day from(*first), to(*second);
  const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
  const bool hadBirthday = std::pair(to.month(), to.day()) >= std::pair(from.month(), from.day());
  return hadBirthday ? years : years - 1;
}

}  // namespace planning::procedure
