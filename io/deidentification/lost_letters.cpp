#include "io/deidentification/lost_letters.h"

#include <algorithm>
#include <optional>

#include "io/deidentification/characters.h"

namespace io::deidentification {
namespace {

constexpr char kBeyond = '\x80';           ///< stands for any character beyond ASCII
constexpr std::size_t kWidestHole = 4;     ///< signs in the place of one letter
constexpr std::size_t kFewestMarked = 2;   ///< letters that are left, where a sign stands for the others
constexpr std::size_t kFewestBlank = 4;    ///< where blanks or other marks do
constexpr std::size_t kFewestDropped = 3;  ///< where nothing does

/// Each character one byte: small letters, digits and marks of ASCII as they are.
struct Plain {
  std::string text;
  std::vector<std::size_t> from;  ///< of each, and the end
};

Plain plain(std::string_view bytes) {
  Plain result;
  for (std::size_t at = 0; at < bytes.size();) {
    const Character next = characterAt(bytes, at);
    const bool capital = next.code >= 'A' && next.code <= 'Z';
    result.text += next.code >= 0x80 ? kBeyond : static_cast<char>(capital ? next.code + 32 : next.code);
    result.from.push_back(at);
    at += next.bytes;
  }
  result.from.push_back(bytes.size());
  return result;
}

bool isAsciiWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || c == kBeyond;
}
bool isSign(char c) {
  return c == '?' || c == '_' || c == '*' || c == '#' || c == kBeyond;
}

/// How a name was met: how few letters of it would be enough.
struct Met {
  std::size_t end = 0, fewest = kFewestMarked;

  void through(std::string_view hole) {
    const bool marked = std::ranges::all_of(hole, isSign);
    fewest = std::max(fewest, hole.empty() ? kFewestDropped : marked ? kFewestMarked : kFewestBlank);
  }
};

/// What stands for a letter at a name's end: one sign, or several beyond ASCII. What follows is none of the name.
std::size_t endOfSign(std::string_view text, std::size_t begin) {
  if (begin == text.size() || !isSign(text[begin])) return begin;
  std::size_t end = begin + 1;
  while (text[begin] == kBeyond && end < text.size() && text[end] == kBeyond) ++end;
  return end;
}

std::optional<Met> metAt(std::string_view text, std::size_t at, const std::vector<std::string>& pieces) {
  Met met{at};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) {
      std::size_t end = met.end;
      const bool last = i + 1 == pieces.size() && pieces[i].empty();
      while (end < text.size() && end - met.end < kWidestHole && !isAsciiWord(text[end])) ++end;
      if (last) end = endOfSign(text, met.end);
      met.through(text.substr(met.end, end - met.end));
      met.end = end;
    }
    if (text.compare(met.end, pieces[i].size(), pieces[i]) != 0) return std::nullopt;
    met.end += pieces[i].size();
  }
  return met;
}

}  // namespace

LostLetters::LostLetters(std::string_view name) {
  for (const char c : plain(name).text) {
    if (c == kBeyond) {
      if (pieces_.size() == 1 || !pieces_.back().empty()) pieces_.emplace_back();
    } else {
      pieces_.back() += c;
      letters_ += isLetter(c) ? 1 : 0;
    }
  }
}

LostLetters::Place LostLetters::in(std::string_view text, std::size_t start) const {
  if (!canBe()) return {};
  const Plain shown = plain(text);
  for (std::size_t at = 0; at < shown.text.size(); ++at) {
    if (shown.from[at] < start) continue;
    const auto met = metAt(shown.text, at, pieces_);
    if (!met || letters_ < met->fewest) continue;
    const bool before = at > 0 && isLetter(shown.text[at - 1]);
    const bool after = met->end < shown.text.size() && isLetter(shown.text[met->end]);
    if (!before && !after) return {shown.from[at], shown.from[met->end]};
  }
  return {};
}

}  // namespace io::deidentification
