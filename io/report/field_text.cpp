#include "io/report/field_text.h"

#include <charconv>

#include "io/files/trimmed.h"

namespace io::report {
namespace {

bool separates(char c) {
  return c == '%' || c == ';' || c == '=' || c == '|' || static_cast<unsigned char>(c) < 0x20;
}

}  // namespace

std::string escaped(const std::string& value) {
  constexpr const char* kDigits = "0123456789ABCDEF";
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool edgeSpace = c == ' ' && (i == 0 || i + 1 == value.size());
    if (!separates(c) && !edgeSpace) {
      text += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    text += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return text;
}

std::string unescaped(std::string_view text) {
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    const bool coded = text[i] == '%' && i + 2 < text.size() &&
                       std::from_chars(&text[i] + 1, &text[i] + 3, byte, 16).ptr == &text[i] + 3;
    value += coded ? static_cast<char>(byte) : text[i];
    if (coded) i += 2;
  }
  return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
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
    const auto equals = part.find('=');
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
