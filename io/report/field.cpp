#include "io/report/field.h"

#include <charconv>

namespace io::report {

void writeText(TreeWriter& tree, const CodedConcept& name, TextKind kind, const std::string& value) {
  using enum Relation;
  if (value.empty()) return;
  if (kind == TextKind::Text) tree.text(Contains, name, value);
  if (kind == TextKind::Person) tree.person(Contains, name, value);
  if (kind == TextKind::Day) tree.day(Contains, name, value);
}

void writeWord(TreeWriter& tree, const CodedConcept& name, std::span<const CodedWord> codes, const std::string& word) {
  if (codes.empty()) return tree.text(Relation::Contains, name, word);
  for (const auto& one : codes)
    if (one.word == word) tree.code(Relation::Contains, name, one.coded);
}

std::string textIn(const ContentItem& item, TextKind kind) {
  if (kind != TextKind::Day || item.text.size() < 8) return item.text;
  return item.text.substr(0, 4) + "-" + item.text.substr(4, 2) + "-" + item.text.substr(6, 2);
}

std::string wordIn(const ContentItem& item, std::span<const CodedWord> codes) {
  if (codes.empty()) return item.text;
  for (const auto& one : codes)
    if (one.coded.is(item.code)) return one.word;
  return {};
}

std::string typedNumber(double value) {
  char text[512];  // the smallest double has 340 digits
  const auto written = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed);
  return {text, written.ptr};
}

std::optional<double> numberWithin(const std::string& text, double least, double most) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

}  // namespace io::report
