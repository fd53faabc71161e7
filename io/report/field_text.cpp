#include "io/report/field_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "io/files/trimmed.h"

namespace io::report {
namespace {

constexpr std::string_view kSeparators = ";=|";

bool isControl(char c) {
  return static_cast<unsigned char>(c) < 0x20;
}

bool isAllowed(char c) {
  return !isControl(c) || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/// The byte that "%3B" stands for; absent where `text` starts with no such thing.
std::optional<char> byteOf(std::string_view text) {
  unsigned byte = 0;
  if (text.size() < 3 || text[0] != '%') return std::nullopt;
  if (std::from_chars(&text[1], &text[1] + 2, byte, 16).ptr != &text[1] + 2) return std::nullopt;
  return static_cast<char>(byte);
}

/// Length of the quoted value that `text` starts with; 0 where it starts with none, or where more than spaces stands
/// between its end and a separator.
std::size_t quotedLength(std::string_view text, std::string_view separators) {
  if (!text.starts_with('"')) return 0;
  for (auto end = text.find('"', 1); end != std::string_view::npos; end = text.find('"', end + 2)) {
    if (text.substr(end + 1).starts_with('"')) continue;
    const auto next = text.find_first_not_of(' ', end + 1);
    const bool ends = next == std::string_view::npos || separators.find(text[next]) != std::string_view::npos;
    return ends ? end + 1 : 0;
  }
  return 0;
}

}  // namespace

std::string escaped(const std::string& value) {
  std::string text;
  bool quoted = value.starts_with(' ') || value.ends_with(' ');
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool separates = kSeparators.find(c) != std::string_view::npos;
    quoted |= separates || c == '"' || isControl(c) || byteOf(std::string_view(value).substr(i));
    if (c == '"') text += c;
    text += isAllowed(c) ? c : ' ';
  }
  return quoted ? '"' + text + '"' : text;
}

std::string unescaped(std::string_view text) {
  std::string value;
  if (text.size() > 1 && quotedLength(text, kSeparators) == text.size()) {
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); i += text[i] == '"' ? 2 : 1) value += text[i];
    return value;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = byteOf(text.substr(i));
    value += byte.value_or(text[i]);
    if (byte) i += 2;
  }
  return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  const std::string separators = std::string(kSeparators) + separator;
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  bool atStart = true;  // of a value: what a quotation mark may open
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (atStart)
      if (const auto length = quotedLength(text.substr(i), separators)) i += length;
    if (i == text.size()) break;
    if (text[i] == separator) {
      parts.push_back(trimmed(text.substr(start, i - start)));
      start = i + 1;
    }
    atStart = separators.find(text[i]) != std::string::npos || (atStart && text[i] == ' ');
  }
  parts.push_back(trimmed(text.substr(start)));
  return parts;
}

std::string withQuotes(std::string_view text) {
  std::string renewed;
  for (const auto end = text.end(); text.begin() != end;) {
    const auto value = text.find_first_not_of(' ');
    if (value == std::string_view::npos) return renewed + std::string(text);
    renewed += text.substr(0, value);
    text.remove_prefix(value);
    auto length = quotedLength(text, kSeparators);
    if (length == 0) length = std::min(text.find_first_of(kSeparators), text.size());
    const auto part = trimmed(text.substr(0, length));
    renewed += escaped(unescaped(part));
    text.remove_prefix(part.size());
    const auto next = std::min(text.find_first_of(kSeparators), text.size() - 1) + 1;
    renewed += text.empty() ? std::string_view() : text.substr(0, next);
    text.remove_prefix(std::min(next, text.size()));
  }
  return renewed;
}

std::string joinFields(const Fields& fields) {
  std::string text;
  for (const auto& [key, value] : fields) {
    if (value.empty()) continue;
    if (!text.empty()) text += "; ";
    text += key + "=" + escaped(value);
  }
  return text;
}

Fields splitFields(std::string_view text) {
  Fields fields;
  for (const auto part : split(text, ';')) {
    const auto equals = part.find('=');  // keys are our own words
    if (equals == std::string_view::npos) continue;
    fields.emplace_back(trimmed(part.substr(0, equals)), unescaped(trimmed(part.substr(equals + 1))));
  }
  return fields;
}

std::string field(const Fields& fields, std::string_view key) {
  for (const auto& [name, value] : fields)
    if (name == key) return value;
  return {};
}

}  // namespace io::report
