#include "io/deidentification/spelling.h"

#include <algorithm>
#include <set>

namespace io::deidentification {
namespace {

/// One character of a text, and how many bytes it took.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

/// UTF-8 where it is, else one byte of Latin-1.
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

std::u32string charactersOf(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = characterAt(text, at);
    characters += next.code;
    at += next.bytes;
  }
  return characters;
}

std::string inUtf8(char32_t code) {
  const auto tail = [code](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3f)); };
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) return {static_cast<char>(0xc0 | code >> 6), tail(0)};
  if (code < 0x10000) return {static_cast<char>(0xe0 | code >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xf0 | code >> 18), tail(12), tail(6), tail(0)};
}

/// Capital to small letter: Latin, Greek, Cyrillic.
char32_t small(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (within(U'A', U'Z') || (within(0xc0, 0xde) && c != 0xd7) || within(0x391, 0x3a9) || within(0x410, 0x42f))
    return c + 0x20;
  if (within(0x400, 0x40f)) return c + 0x50;
  const bool oddIsSmall =
      within(0x100, 0x137) || within(0x14a, 0x177) || within(0x218, 0x21b) || within(0x1e00, 0x1eff);
  if (oddIsSmall) return c | 1;
  const bool evenIsSmall = within(0x139, 0x148) || within(0x179, 0x17e);
  return evenIsSmall && c % 2 == 1 ? c + 1 : c;
}

/// The inverse, for letters with a capital.
char32_t capital(char32_t c) {
  for (const int back : {0x20, 0x50, 1})
    if (const auto other = static_cast<char32_t>(c - static_cast<char32_t>(back)); c > 0x50 && small(other) == c)
      return other;
  return c;
}

/// Letters from the one before `last` to `last` have this base.
struct Base {
  char32_t last;
  const char* letters;
};
constexpr Base kBases[] = {
    {0xdf, "ss"},      {0xe5, "a"},   {0xe6, "ae"},     {0xe7, "c"},   {0xeb, "e"},   {0xef, "i"},      {0xf0, "d"},
    {0xf1, "n"},       {0xf6, "o"},   {0xf7, nullptr},  {0xf8, "o"},   {0xfc, "u"},   {0xfd, "y"},      {0xfe, "th"},
    {0xff, "y"},       {0x105, "a"},  {0x10d, "c"},     {0x111, "d"},  {0x11b, "e"},  {0x123, "g"},     {0x127, "h"},
    {0x131, "i"},      {0x133, "ij"}, {0x135, "j"},     {0x138, "k"},  {0x142, "l"},  {0x14b, "n"},     {0x151, "o"},
    {0x153, "oe"},     {0x159, "r"},  {0x161, "s"},     {0x167, "t"},  {0x173, "u"},  {0x175, "w"},     {0x178, "y"},
    {0x17e, "z"},      {0x17f, "s"},  {0x217, nullptr}, {0x219, "s"},  {0x21b, "t"},  {0x2ff, nullptr}, {0x36f, ""},
    {0x1e9f, nullptr}, {0x1eb7, "a"}, {0x1ec7, "e"},    {0x1ecb, "i"}, {0x1ee3, "o"}, {0x1ef1, "u"},    {0x1ef9, "y"}};

/// Small, without its accent; nothing for an accent of its own.
std::string baseOf(char32_t character) {
  const char32_t c = small(character);
  if (c >= 0xdf)
    for (const Base& base : kBases)
      if (c <= base.last) return base.letters != nullptr ? base.letters : inUtf8(c);
  return inUtf8(c);
}

std::string inLatin1(const std::u32string& characters) {
  std::string text;
  for (const char32_t c : characters) {
    if (c > 0xff) return {};
    text += static_cast<char>(c);
  }
  return text;
}

template <class Change>
std::u32string each(std::u32string characters, Change change) {
  std::transform(characters.begin(), characters.end(), characters.begin(), change);
  return characters;
}

}  // namespace

Folded folded(std::string_view bytes) {
  Folded result;
  result.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Character next = characterAt(bytes, at);
    const std::string base = baseOf(next.code);
    result.text += base;
    result.from.insert(result.from.end(), base.size(), at);
    at += next.bytes;
  }
  result.from.push_back(bytes.size());
  return result;
}

std::string umlautsWrittenOut(const std::string& name) {
  std::string text;
  for (const char32_t c : charactersOf(name)) {
    const char32_t s = small(c);
    const bool umlaut = s == U'ä' || s == U'ö' || s == U'ü' || s == U'ø';
    text += baseOf(c) + (umlaut ? "e" : s == U'å' ? "a" : "");
  }
  return text;
}

std::vector<std::string> otherSpellings(const std::string& name) {
  const auto characters = charactersOf(name);
  std::set<std::string> all;
  for (const std::u32string& plain :
       {characters, charactersOf(folded(name).text), charactersOf(umlautsWrittenOut(name))}) {
    const auto lower = each(plain, small), upper = each(plain, capital);
    auto title = lower;
    if (!title.empty()) title.front() = capital(title.front());
    for (const auto& spelled : {plain, lower, upper, title}) {
      std::string utf8;
      for (const char32_t c : spelled) utf8 += inUtf8(c);
      all.insert({utf8, inLatin1(spelled)});
    }
  }
  all.erase(name);
  all.erase("");
  return {all.begin(), all.end()};
}

}  // namespace io::deidentification
