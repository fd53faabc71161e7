#include "planning/procedure/placement_text.h"

#include <cstdio>
#include <optional>
#include <sstream>
#include <vector>

namespace planning::procedure {
namespace {

const std::string kFigure = "placement.any.any";
const std::string kSource = "placement-source";

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string keyOf(const std::string& line) {
  const std::string text = trimmed(line);
  const auto equals = text.find('=');
  return text.empty() || text.front() == '#' || equals == std::string::npos ? std::string()
                                                                            : trimmed(text.substr(0, equals));
}

bool opensRoute(const std::string& line, const std::string& routeId) {
  std::istringstream words(trimmed(line));
  std::string what, id, rest;
  words >> what >> id >> rest;
  return (what == "[route" && id == routeId + "]" && rest.empty());
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

std::vector<std::string> linesOf(const needle::PlacementError& error) {
  std::string figure = kFigure + " = " + number(error.meanTipMm);
  if (error.deviationTipMm) figure += " " + number(*error.deviationTipMm);
  if (error.deviationTipMm && error.meanAngle) figure += " " + number(error.meanAngle->degrees());
  if (error.deviationTipMm && error.meanAngle && error.deviationAngle)
    figure += " " + number(error.deviationAngle->degrees());
  return {figure, kSource + " = " + error.source};
}

}  // namespace

Expected<std::string> withPlacementError(const std::string& text, const std::string& routeId,
                                         const needle::PlacementError& error) {
  std::vector<std::string> kept;
  std::optional<std::size_t> behind;  // where the figure goes: after the section's head, and what it is based on
  std::istringstream stream(text);
  bool inSection = false;
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    const std::string key = keyOf(line);
    if (trimmed(line).starts_with("[")) inSection = opensRoute(line, routeId);
    if (inSection && key.starts_with("placement.") && key != kFigure)
      return refuse("placement-given", "line " + std::to_string(number), routeId);
    if (inSection && (key == kFigure || key == kSource)) continue;
    kept.push_back(line);
    if (inSection && (trimmed(line).starts_with("[") || key == "based-on")) behind = kept.size();
  }
  if (!behind) {
    if (!kept.empty() && !trimmed(kept.back()).empty()) kept.emplace_back();
    kept.push_back("[route " + routeId + "]");
    behind = kept.size();
  }
  const auto lines = linesOf(error);
  kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(*behind), lines.begin(), lines.end());
  std::string whole;
  for (const auto& line : kept) whole += line + "\n";
  return whole;
}

}  // namespace planning::procedure
