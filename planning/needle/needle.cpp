#include "planning/needle/needle.h"

#include <algorithm>
#include <charconv>
#include <regex>
#include <utility>

namespace planning::needle {
namespace {

constexpr double kShortestMm = 10;
constexpr double kLongestMm = 300;

constexpr std::pair<int, double> kRegularWall[] = {{18, 1.270}, {20, 0.908}, {22, 0.718}, {23, 0.641},
                                                   {25, 0.514}, {26, 0.464}, {27, 0.413}};

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<double> outerDiameterMm(int gauge) {
  for (const auto& [number, diameter] : kRegularWall)
    if (number == gauge) return diameter;
  return std::nullopt;
}

const std::vector<int>& gauges() {
  static const std::vector<int> all = [] {
    std::vector<int> list;
    for (const auto& row : kRegularWall) list.push_back(row.first);
    return list;
  }();
  return all;
}

const std::vector<double>& usualLengthsMm() {
  static const std::vector<double> all{25, 40, 50, 70, 90, 120, 150, 200};
  return all;
}

Expected<Needle> parseNeedle(const std::string& text) {
  static const std::regex pattern(R"(\s*([0-9]{1,3})\s*[gG]\s*[xX]\s*([0-9]{1,4}(?:\.[0-9]{1,6})?)\s*(?:mm)?\s*)");
  std::smatch parts;
  if (text.size() > 40 || !std::regex_match(text, parts, pattern)) return refuse("bad-needle", {}, text);
  const int gauge = std::stoi(parts[1]);
  const std::optional<double> length = number(parts[2]);
  if (!length || *length < kShortestMm || *length > kLongestMm) return refuse("bad-needle", {}, text);
  const std::optional<double> diameter = outerDiameterMm(gauge);
  if (!diameter) return refuse("unknown-gauge", {}, std::to_string(gauge) + "G");
  return Needle{gauge, *length, *diameter};
}

std::string format(const Needle& needle) {
  char digits[32];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), needle.lengthMm).ptr;
  return std::to_string(needle.gauge) + "Gx" + std::string(digits, end);
}

}  // namespace planning::needle
