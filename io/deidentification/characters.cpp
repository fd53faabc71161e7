#include "io/deidentification/characters.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace io::deidentification {
namespace {

/// What Windows-1252 has at 80 to 9F, where Latin-1 has nothing that is seen.
constexpr std::array<char32_t, 32> kWindows1252{0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                                0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};
/// HTML's names of letters are a letter and one of these: their accents tell nothing here.
constexpr std::array<std::string_view, 8> kAccents{"acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "slash"};
constexpr std::size_t kLongestReference = 10;  ///< characters of "&#x1F600;"

std::optional<unsigned> numberIn(std::string_view digits, int base) {
  unsigned number = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  const bool whole = failed == std::errc() && end == digits.data() + digits.size() && !digits.empty();
  return whole && number <= 0x10ffff ? std::optional(number) : std::nullopt;
}

/// "&#232;", "&#xe8;", "&egrave;"
std::optional<Character> referenceAt(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestReference).find(';');
  if (text.size() < 4 || text[0] != '&' || end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  std::optional<unsigned> code;
  if (name.starts_with("#x") || name.starts_with("#X"))
    code = numberIn(name.substr(2), 16);
  else if (name.starts_with('#'))
    code = numberIn(name.substr(1), 10);
  else if (name == "szlig")
    code = U'ß';
  else if (name == "apos")
    code = U'\'';
  else if (name.size() > 2 && std::ranges::find(kAccents, name.substr(1)) != kAccents.end())
    code = static_cast<unsigned char>(name[0]);
  else if (name.size() > 3 && name.substr(2) == "lig")
    code = name.starts_with("ae") ? U'æ' : name.starts_with("AE") ? U'Æ' : name.starts_with("oe") ? U'œ' : U'Œ';
  return code ? std::optional(Character{*code, end + 1}) : std::nullopt;
}

/// A byte that stands as "%C3" or "=C3".
std::optional<unsigned char> hexByteAt(std::string_view text, std::size_t at) {
  if (at + 3 > text.size() || (text[at] != '%' && text[at] != '=')) return std::nullopt;
  const auto value = numberIn(text.substr(at + 1, 2), 16);
  return value ? std::optional(static_cast<unsigned char>(*value)) : std::nullopt;
}

std::optional<Character> hexBytesAt(std::string_view text, std::size_t at) {
  std::string bytes;
  for (auto next = hexByteAt(text, at); next && bytes.size() < 4; next = hexByteAt(text, at + 3 * bytes.size()))
    bytes += static_cast<char>(*next);
  if (bytes.empty()) return std::nullopt;
  const Character character = characterAt(bytes, 0);
  return Character{character.code, 3 * character.bytes};
}

/// "\u00e8", "\xe8"
std::optional<Character> backslashAt(std::string_view text) {
  const std::size_t digits = text.starts_with("\\u") ? 4 : text.starts_with("\\x") ? 2 : 0;
  if (digits == 0 || text.size() < 2 + digits) return std::nullopt;
  const auto code = numberIn(text.substr(2, digits), 16);
  return code ? std::optional(Character{*code, 2 + digits}) : std::nullopt;
}

Character escapedAt(std::string_view text, std::size_t at) {
  if (const auto reference = referenceAt(text.substr(at))) return *reference;
  if (const auto bytes = hexBytesAt(text, at)) return *bytes;
  if (const auto backslash = backslashAt(text.substr(at))) return *backslash;
  return characterAt(text, at);
}

/// The byte that Latin-1 or Windows-1252 shows as this character.
std::optional<char> byteShownAs(char32_t code) {
  if (code < 0x100) return static_cast<char>(code);
  const auto found = std::ranges::find(kWindows1252, code);
  if (found == kWindows1252.end()) return std::nullopt;
  return static_cast<char>(0x80 + (found - kWindows1252.begin()));
}

}  // namespace

Character characterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  if (length == 1 || first > 0xf4 || at + length > text.size()) return {first, 1};
  char32_t code = first & (0x7fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return {first, 1};
    code = code << 6 | (byte(i) & 0x3fu);
  }
  return {code, length};
}

Character decodedAt(std::string_view text, std::size_t at) {
  const Character first = escapedAt(text, at);
  if (first.code < 0xc2 || first.code > 0xf4) return first;
  const std::size_t needed = first.code >= 0xf0 ? 4 : first.code >= 0xe0 ? 3 : 2;
  std::string bytes(1, static_cast<char>(first.code));
  std::size_t taken = first.bytes;
  while (bytes.size() < needed && at + taken < text.size()) {
    const Character next = escapedAt(text, at + taken);
    const auto byte = byteShownAs(next.code);
    if (!byte) return first;
    bytes += *byte;
    taken += next.bytes;
  }
  const Character whole = characterAt(bytes, 0);
  return whole.bytes == needed ? Character{whole.code, taken} : first;
}

std::string decoded(std::string_view text) {
  icu::UnicodeString characters;
  bool changed = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = decodedAt(text, at), plain = characterAt(text, at);
    changed |= next.code != plain.code || next.bytes != plain.bytes;
    characters.append(static_cast<UChar32>(next.code));
    at += next.bytes;
  }
  std::string all;
  return changed ? characters.toUTF8String(all) : std::string(text);
}

}  // namespace io::deidentification
