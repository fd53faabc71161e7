#include "app/commands/arguments.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace app::commands {
namespace {

using planning::Expected;
using planning::refuse;

/// At most `most` parts; the last one keeps any further separators.
std::vector<std::string> split(const std::string& text, char separator, std::size_t most) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (parts.size() + 1 < most) {
    const auto end = text.find(separator, start);
    if (end == std::string::npos) break;
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

bool isDigit(char character) {
  return character >= '0' && character <= '9';
}

bool isNegativeValue(const std::string& text) {
  return text.size() > 1 && text[0] == '-' && (isDigit(text[1]) || text[1] == '.');
}

}  // namespace

Expected<double> parseNumber(const std::string& text, const std::string& option) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return refuse("bad-argument", option, text);
  return value;
}

Expected<planning::Point> parsePoint(const std::string& text, const std::string& option) {
  const auto parts = split(text, ',', 4);
  if (parts.size() != 3) return refuse("bad-argument", option, text);
  planning::Point place;
  for (unsigned i = 0; i < 3; ++i) {
    const auto value = parseNumber(parts[i], option);
    if (!value) return refuse("bad-argument", option, text);
    place[i] = *value;
  }
  return place;
}

Expected<planning::fluoroscopy::ImagePoint> parseImagePoint(const std::string& text, const std::string& option) {
  const auto parts = split(text, ',', 3);
  if (parts.size() != 2) return refuse("bad-argument", option, text);
  const auto column = parseNumber(parts[0], option), row = parseNumber(parts[1], option);
  if (!column || !row) return refuse("bad-argument", option, text);
  return planning::fluoroscopy::ImagePoint{*column, *row};
}

Expected<planning::procedure::CheckAnswer> parseCheck(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) return refuse("bad-argument", "--check", text);
  auto parts = split(text.substr(equals + 1), ';', 4);
  parts.resize(4);
  const auto* question = planning::procedure::findCheck(text.substr(0, equals));
  if (question == nullptr) return refuse("unknown-check", "--check", text.substr(0, equals));
  if (!isAnswer(*question, parts[0])) return refuse("unknown-answer", "--check " + question->id, parts[0]);
  return planning::procedure::CheckAnswer{question->id, parts[0], parts[1], parts[2], parts[3]};
}

void addScanOptions(CLI::App& command, NamedScan& scan, const std::string& name, const std::string& what) {
  const auto takePath = [&scan](const std::string& text) { scan.path = text; };
  command.add_option_function<std::string>(name, takePath, "Folder of the " + what + ", or one of its files")
      ->required();
  command.add_option("--part", scan.part, "Which part of a series that holds several, as scan names it");
}

std::vector<std::string> joinNegativeValues(int argc, char** argv) {
  std::vector<std::string> joined;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (isNegativeValue(argument) && !joined.empty() && joined.back().starts_with("--"))
      joined.back() += "=" + argument;
    else
      joined.push_back(argument);
  }
  return joined;
}

}  // namespace app::commands
