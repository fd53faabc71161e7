#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace io::deidentification {

/// A text in the one spelling that all its spellings share: small letters without accents ("Lefèvre", "LEFEVRE" and
/// "lefe\u0300vre" are "lefevre"). Bytes that are no UTF-8 are taken for Latin-1, the other encoding that scans use.
struct Folded {
  std::string text;
  std::vector<std::size_t> from;  ///< where each byte of it began in the original, and the original's end

  /// How many bytes of the original the `length` bytes at `at` stand for.
  std::size_t lengthFrom(std::size_t at, std::size_t length) const { return from[at + length] - from[at]; }
};
Folded folded(std::string_view bytes);

/// In small letters, umlauts as two: "mueller" for "Müller". That of a name without any is its folded text.
std::string umlautsWrittenOut(const std::string& name);

/// How else a name may stand in other files: without accents, in small and in capital letters, with umlauts written
/// out ("Mueller"), in UTF-8 and in Latin-1. Without the name as it is.
std::vector<std::string> otherSpellings(const std::string& name);

}  // namespace io::deidentification
