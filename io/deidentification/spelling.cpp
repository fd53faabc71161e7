#include "io/deidentification/spelling.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <unordered_map>

#include "io/deidentification/characters.h"
#include "planning/check.h"

namespace io::deidentification {
namespace {

icu::UnicodeString charactersOf(std::string_view text) {
  icu::UnicodeString characters;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = characterAt(text, at);
    characters.append(static_cast<UChar32>(next.code));
    at += next.bytes;
  }
  return characters;
}

std::string inUtf8(const icu::UnicodeString& characters) {
  std::string text;
  return characters.toUTF8String(text);
}

std::string inLatin1(const icu::UnicodeString& characters) {
  std::string text;
  for (int i = 0; i < characters.length(); ++i) {
    if (characters[i] > 0xff) return {};
    text += static_cast<char>(characters[i]);
  }
  return text;
}

/// ICU's rules of that name, made once for each thread: they may not be shared.
void transliterate(const char* rules, icu::UnicodeString& characters) {
  thread_local std::unordered_map<std::string, std::unique_ptr<icu::Transliterator>> made;
  auto& one = made[rules];
  if (!one) {
    UErrorCode failed = U_ZERO_ERROR;
    one.reset(icu::Transliterator::createInstance(icu::UnicodeString(rules), UTRANS_FORWARD, failed));
    planning::check(U_SUCCESS(failed) && one != nullptr, "ICU lacks its transliterations");
  }
  one->transliterate(characters);
}

/// Small, without its accent; nothing for an accent of its own, and for what nobody sees.
std::string baseOfAny(char32_t code) {
  UErrorCode failed = U_ZERO_ERROR;
  const auto* decompose = icu::Normalizer2::getNFKDInstance(failed);
  planning::check(U_SUCCESS(failed), "ICU lacks its normalization");
  icu::UnicodeString base;
  const icu::UnicodeString whole =
      decompose->normalize(icu::UnicodeString(static_cast<UChar32>(code)).foldCase(), failed);
  for (int i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
    const auto type = u_charType(whole.char32At(i));
    if (type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK && type != U_FORMAT_CHAR) base.append(whole.char32At(i));
  }
  transliterate("Latin-ASCII", base);
  return inUtf8(base.foldCase());
}

const std::string& baseOf(char32_t code) {
  thread_local std::unordered_map<char32_t, std::string> known;
  const auto [at, isNew] = known.try_emplace(code);
  if (isNew) at->second = baseOfAny(code);
  return at->second;
}

/// Cyrillic in Latin letters as machine readable passports write it (ICAO Doc 9303-3, section 6 B).
std::string asInPassports(icu::UnicodeString characters) {
  static constexpr std::array<const char*, 33> kLatin{"a",  "b",  "v",  "g",    "d",  "e", "zh", "z", "i",  "i",  "k",
                                                      "l",  "m",  "n",  "o",    "p",  "r", "s",  "t", "u",  "f",  "kh",
                                                      "ts", "ch", "sh", "shch", "ie", "y", "",   "e", "iu", "ia", "e"};
  characters.foldCase();
  std::string text;
  for (int i = 0; i < characters.length(); ++i) {
    const char32_t c = characters[i];
    const bool basic = c >= U'а' && c <= U'я';
    text += basic ? kLatin[c - U'а'] : c == U'ё' ? kLatin.back() : baseOf(c);
  }
  return text;
}

bool isOfAWord(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  return u_isalnum(c) || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

}  // namespace

Folded folded(std::string_view bytes, Reading reading) {
  Folded result;
  result.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Character next = reading == Reading::Plain ? characterAt(bytes, at) : decodedAt(bytes, at);
    const std::string& base = baseOf(next.code);
    result.text += base;
    result.from.insert(result.from.end(), base.size(), at);
    at += next.bytes;
  }
  result.from.push_back(bytes.size());
  return result;
}

bool isWordByte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

Folded squeezed(const Folded& text) {
  Folded result;
  for (std::size_t i = 0; i < text.text.size(); ++i)
    if (isWordByte(text.text[i])) {
      result.text += text.text[i];
      result.from.push_back(text.from[i]);
    }
  result.from.push_back(text.from.back());
  return result;
}

std::vector<std::string> partsOf(std::string_view text) {
  std::vector<std::string> parts{{}};
  for (std::size_t at = 0; at < text.size();) {
    const Character next = characterAt(text, at);
    if (isOfAWord(next.code))
      parts.back() += text.substr(at, next.bytes);
    else if (!parts.back().empty())
      parts.emplace_back();
    at += next.bytes;
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

std::size_t charactersIn(std::string_view text) {
  return static_cast<std::size_t>(charactersOf(text).countChar32());
}

bool hasCase(std::string_view text) {
  const auto characters = charactersOf(text);
  for (int i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
    UErrorCode failed = U_ZERO_ERROR;
    const auto script = uscript_getScript(characters.char32At(i), &failed);
    if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL)
      return false;
  }
  return true;
}

std::string umlautsWrittenOut(const std::string& name) {
  UErrorCode failed = U_ZERO_ERROR;
  auto characters = icu::Normalizer2::getNFCInstance(failed)->normalize(charactersOf(name), failed);
  characters.foldCase();
  std::string text;
  for (int i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(characters.char32At(i));
    const bool umlaut = c == U'ä' || c == U'ö' || c == U'ü' || c == U'ø';
    text += baseOf(c) + (umlaut ? "e" : c == U'å' ? "a" : "");
  }
  return text;
}

std::vector<std::string> inLatinLetters(const std::string& name) {
  UErrorCode failed = U_ZERO_ERROR;
  const auto characters = charactersOf(name);
  const auto script = characters.isEmpty() ? USCRIPT_LATIN : uscript_getScript(characters.char32At(0), &failed);
  std::vector<const char*> rules;
  std::vector<std::string> all;
  if (script == USCRIPT_CYRILLIC) all.push_back(asInPassports(characters));
  if (script == USCRIPT_CYRILLIC) rules = {"Any-Latin", "Russian-Latin/BGN"};
  if (script == USCRIPT_GREEK || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL)
    rules = {"Any-Latin"};
  for (const char* one : rules) {
    auto latin = characters;
    transliterate(one, latin);
    all.push_back(squeezed(folded(inUtf8(latin))).text);
  }
  return all;
}

std::vector<std::string> otherSpellings(const std::string& name) {
  std::set<std::string> all;
  for (const auto& plain :
       {charactersOf(name), charactersOf(folded(name).text), charactersOf(umlautsWrittenOut(name))}) {
    icu::UnicodeString lower(plain), upper(plain), title(plain);
    for (const auto& spelled : {plain, lower.toLower(), upper.toUpper(), title.toTitle(nullptr)}) {
      all.insert({inUtf8(spelled), inLatin1(spelled)});
    }
  }
  all.erase(name);
  all.erase("");
  return {all.begin(), all.end()};
}

}  // namespace io::deidentification
