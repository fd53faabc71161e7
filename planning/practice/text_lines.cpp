#include "planning/practice/text_lines.h"

#include <charconv>
#include <sstream>

#include "planning/procedure/route_text_values.h"

namespace planning::practice::text {

using procedure::route_text::BadLine;
using procedure::route_text::trimmed;

namespace {

constexpr double kFarthestMm = 10000;
constexpr std::size_t kLongestLine = 1000;

void readLine(const std::string& line, const std::function<void(const std::string&, const std::string&)>& take) {
  if (line.size() > kLongestLine) throw BadLine{"longer than 1000 characters"};
  const std::string whole = trimmed(line);
  if (whole.empty() || whole.front() == '#') return;
  const auto equals = whole.find('=');
  if (equals == std::string::npos) throw BadLine{"not \"key = value\""};
  take(trimmed(whole.substr(0, equals)), trimmed(whole.substr(equals + 1)));
}

}  // namespace

Expected<void> eachLine(const std::string& text, const std::string& firstLine, const std::string& code,
                        const std::function<void(const std::string&, const std::string&)>& take) {
  std::istringstream lines(text);
  int number = 0;
  try {
    for (std::string line; std::getline(lines, line);) {
      if (++number > 1)
        readLine(line, take);
      else if (trimmed(line) != firstLine)
        throw BadLine{"not \"" + firstLine + "\""};
    }
    if (number == 0) throw BadLine{"empty"};
  } catch (const BadLine& bad) {
    return refuse(code, "line " + std::to_string(number), bad.why);
  }
  return {};
}

std::vector<std::string> wordsOf(const std::string& value) {
  std::istringstream stream(value);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

Point placeOf(const std::vector<std::string>& words, std::size_t from) {
  if (words.size() != from + 3) throw BadLine{"a place is three numbers, LPS mm"};
  Point place;
  for (unsigned axis = 0; axis < 3; ++axis)
    place[axis] = procedure::route_text::numberOf(words[from + axis], -kFarthestMm, kFarthestMm);
  return place;
}

std::string uidOf(const std::string& value) {
  if (value.empty() || value.size() > 64 || value.find_first_not_of("0123456789.") != std::string::npos)
    throw BadLine{"\"" + value + "\" is no UID"};
  return value;
}

std::string number(double value) {
  char written[32];
  return {written, std::to_chars(written, written + sizeof written, value).ptr};
}

std::string place(const Point& place) {
  return number(place[0]) + " " + number(place[1]) + " " + number(place[2]);
}

}  // namespace planning::practice::text
