#include "planning/procedure/words.h"

#include <cctype>
#include <regex>

namespace planning::procedure {
namespace {

/// The letter below a Latin-1 accent whose second UTF-8 byte this is (the first is C3); 0 for any other sign.
char unaccented(unsigned char second) {
  static constexpr char kUpper[] = "aaaaaaaceeeeiiii";
  static constexpr char kMore[] = "dnooooo\0ouuuuy";
  const unsigned offset = second & 0x1fU;  // capitals lie 0x20 below
  if (second < 0x80 || second > 0xbf) return 0;
  return offset < 16 ? kUpper[offset] : (offset - 16 < sizeof kMore - 1 ? kMore[offset - 16] : '\0');
}

}  // namespace

std::string plainWords(const std::string& utf8) {
  std::string plain = " ";
  const auto append = [&plain](char letter) {
    if (letter != ' ' || plain.back() != ' ') plain += letter;
  };
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte == 0xc3 && i + 1 < utf8.size()) {
      const char letter = unaccented(static_cast<unsigned char>(utf8[++i]));
      append(letter != 0 ? letter : ' ');
    } else {
      append(byte < 0x80 && std::isalnum(byte) ? static_cast<char>(std::tolower(byte)) : ' ');
    }
  }
  append(' ');
  return plain;
}

bool holdsWord(const std::string& name, const std::string& words) {
  std::string wanted = plainWords(words);
  wanted.pop_back();
  return wanted.size() > 1 && plainWords(name).find(wanted) != std::string::npos;
}

std::optional<anatomy::Side> namedSide(const std::string& name) {
  const bool left = holdsWord(name, "left") || holdsWord(name, "gauche");
  const bool right = holdsWord(name, "right") || holdsWord(name, "droit");
  if (left == right) return std::nullopt;
  return left ? anatomy::Side::Left : anatomy::Side::Right;
}

std::vector<std::string> namedLevels(const std::string& text) {
  static const std::regex level(" ([ctls])([0-9]{1,2})(?: (?:([ctls])([0-9]{1,2})|([0-9]{1,2})))?(?= )");
  std::vector<std::string> levels;
  const std::string plain = plainWords(text);
  for (std::sregex_iterator i(plain.begin(), plain.end(), level), end; i != end; ++i) {
    const std::smatch& found = *i;
    const auto upper = [](const std::string& letter) {
      return std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(letter[0]))));
    };
    std::string name = upper(found[1]) + found[2].str();
    if (found[3].matched) name += "-" + upper(found[3]) + found[4].str();
    if (found[5].matched && std::stoi(found[5]) == std::stoi(found[2]) + 1)
      name += "-" + upper(found[1]) + found[5].str();
    levels.push_back(name);
  }
  return levels;
}

}  // namespace planning::procedure
