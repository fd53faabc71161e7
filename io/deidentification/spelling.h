#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace io::deidentification {

/// A text in the one spelling that all its spellings share: Unicode case folding (ICU) without accents and
/// compatibility forms ("Lefèvre", "LEFEVRE", "lefe\u0300vre" are "lefevre", "Øre" is "ore"), without characters that
/// nobody sees. Bytes that are no UTF-8 are taken for Latin-1, the other encoding that scans use.
struct Folded {
  std::string text;
  std::vector<std::size_t> from;  ///< where each byte of it began in the original, and the original's end

  /// How many bytes of the original the `length` bytes at `at` stand for.
  std::size_t lengthFrom(std::size_t at, std::size_t length) const { return from[at + length] - from[at]; }
};
/// Of a text as it stands, or with what stands for other characters decoded (characters.h).
enum class Reading { Plain, Decoded };
Folded folded(std::string_view bytes, Reading reading = Reading::Plain);

/// Only the letters and digits of a folded text; `from` still counts in the original.
Folded squeezed(const Folded& text);

/// Letters and digits of ASCII, and all that is beyond it: what a word of a folded text is made of.
bool isWordByte(char c);

/// The runs of letters, digits and their marks, as they stand: the words of a name between hyphens, spaces, apostrophes
/// and component marks of any script.
std::vector<std::string> partsOf(std::string_view text);

std::size_t charactersIn(std::string_view text);

/// Whether a text has capitals and small letters; those of Han, Kana and Hangul have not, and few signs make a name.
bool hasCase(std::string_view text);

/// In small letters, umlauts as two: "mueller" for "Müller". That of a name without any is its folded text.
std::string umlautsWrittenOut(const std::string& name);

/// A name in Cyrillic, Greek, Kana or Hangul as Latin letters write it (ICU's transliterations, for Cyrillic also
/// those of BGN/PCGN and of passports), folded. Empty for others.
std::vector<std::string> inLatinLetters(const std::string& name);

/// How else a name may stand in other files: without accents, in small and in capital letters, with umlauts written
/// out ("Mueller"), in UTF-8 and in Latin-1. Without the name as it is.
std::vector<std::string> otherSpellings(const std::string& name);

}  // namespace io::deidentification
