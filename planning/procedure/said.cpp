#include "planning/procedure/said.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace planning {

bool isSaid(const std::string& text) {
  const auto letters = icu::UnicodeString::fromUTF8(text);
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    const UChar32 letter = letters.char32At(at);
    const bool isSeen = !u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);  // no filler of Hangul
    if (isSeen && u_isalnum(letter)) return true;
  }
  return false;
}

}  // namespace planning
