#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace io::deidentification {

/// One character of a text, and how many bytes it took.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

/// UTF-8 where it is, else one byte of Latin-1.
Character characterAt(std::string_view text, std::size_t at);

/// The same, where programs wrote the character in another way than a text does: "&#232;", "&egrave;", "%C3%A8",
/// "=C3=A8",
/// "\u00e8", and the bytes of UTF-8 each taken for a character of Latin-1 or Windows-1252 ("Ã¨").
Character decodedAt(std::string_view text, std::size_t at);

/// A text with all of these decoded, in UTF-8; `text` itself where there are none.
std::string decoded(std::string_view text);

}  // namespace io::deidentification
