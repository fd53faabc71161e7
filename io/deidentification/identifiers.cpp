#include "io/deidentification/identifiers.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace io::deidentification {
namespace {

constexpr const char* kRemoved = "Removed";
constexpr std::size_t kShortestInTexts = 3;
constexpr std::size_t kShortestSpelling = 6;  ///< bytes, of another spelling that bytes are searched for
constexpr std::size_t kShortestDay = 8;       ///< characters: "3/2/61" may be anything
/// Between the words of a name, and between the parts of a double one.
constexpr std::string_view kBetweenWords = "^= ,\\", kBetweenParts = "^= ,\\-'._";

bool isDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool isLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}
std::vector<std::string> wordsOf(const std::string& name, std::string_view separators) {
  std::vector<std::string> words{{}};
  for (const char c : name) {
    if (separators.find(c) != std::string_view::npos)
      words.emplace_back();
    else
      words.back() += c;
  }
  std::erase_if(words, [](const std::string& word) { return word.size() < 3; });
  return words;
}

/// A number stands in a text only where no digit (for UIDs and decimals: no digit or point) goes on beside it.
bool standsAlone(std::string_view text, std::size_t at, std::size_t length) {
  const bool dotted = text.substr(at, length).find('.') != std::string_view::npos;
  const auto goesOn = [&](char c) { return isDigit(c) || (dotted && c == '.'); };
  const bool before = at > 0 && isDigit(text[at]) && goesOn(text[at - 1]);
  const bool after = at + length < text.size() && isDigit(text[at + length - 1]) && goesOn(text[at + length]);
  return !before && !after;
}

bool isWholeWord(std::string_view text, std::size_t at, std::size_t length) {
  const bool before = at > 0 && isLetter(text[at - 1]);
  const bool after = at + length < text.size() && isLetter(text[at + length]);
  return !before && !after;
}

std::size_t startOf(const std::byte* bytes) {
  return static_cast<std::size_t>(bytes[0]) << 8 | static_cast<std::size_t>(bytes[1]);
}

/// The days of a date as people write them: 1961-02-03, 03/02/1961, 3.2.61.
std::vector<std::string> writtenDays(const std::string& digits) {
  const std::string year = digits.substr(0, 4), month = digits.substr(4, 2), day = digits.substr(6, 2);
  const auto number = [](const std::string& two) { return two[0] == '0' ? two.substr(1) : two; };
  std::vector<std::string> written{digits};
  for (const std::string between : {"-", "/", ".", " "}) {
    written.push_back(year + between + month + between + day);
    for (const auto& y : {year, year.substr(2)})
      for (const auto& [d, m] : {std::pair(day, month), std::pair(number(day), number(month))}) {
        written.push_back(d + between + m + between + y);
        written.push_back(m + between + d + between + y);
      }
  }
  std::erase_if(written, [](const std::string& one) { return one.size() < kShortestDay; });
  return written;
}

}  // namespace

void Identifiers::learnName(const std::string& value) {
  learnPersonal(value);
  const auto words = wordsOf(value, kBetweenWords);
  for (const auto& word : words) {
    learnPersonal(word);
    if (const auto written = umlautsWrittenOut(word); written != folded(word).text) learnPersonal(written);
  }
  for (const auto& part : wordsOf(value, kBetweenParts)) learnPersonal(part);
  if (words.size() < 2) return;
  learnPersonal(words[0] + words[1]);
  learnPersonal(words[1] + words[0]);
}

void Identifiers::learnPersonal(const std::string& value) {
  if (!value.empty()) personal_.insert(value);
}

void Identifiers::learnOther(const std::string& value) {
  if (!value.empty()) other_.insert(value);
}

void Identifiers::learnUid(const std::string& uid) {
  if (!uid.empty()) uids_.insert(uid);
}

void Identifiers::learnDate(const std::string& date) {
  const bool whole = date.size() >= 8 && std::all_of(date.begin(), date.begin() + 8, isDigit);
  if (!whole) return learnOther(date);
  for (const auto& day : writtenDays(date.substr(0, 8))) dates_.insert(day);
}

void Identifiers::learnKept(const std::string& value) {
  kept_.insert(value);
}

void Identifiers::learnTerm(const std::string& term) {
  terms_.insert(term);
}

void Identifiers::learnOwn(const std::string& value) {
  own_.insert(value);
}

void Identifiers::search(const std::string& value, ByStart& among) {
  if (value.size() < kShortestSearched || own_.contains(value)) return;
  among[startOf(reinterpret_cast<const std::byte*>(value.data()))].push_back(value);
}

void Identifiers::settle() {
  searched_.assign(1 << 16, {});
  spelledOtherwise_.assign(1 << 16, {});
  const auto isTerm = [this](const std::string& value) {
    const auto within = [&](const std::string& term) { return term.find(value) != std::string::npos; };
    return kept_.contains(value) || std::ranges::any_of(terms_, within);
  };
  std::erase_if(other_, [&](const std::string& value) { return own_.contains(value) || isTerm(value); });
  std::erase_if(personal_, [&](const std::string& value) { return own_.contains(value); });
  for (const auto& value : personal_) {
    if (value.size() >= kShortestSearched && isTerm(value)) {
      unsearchable_.push_back(value);
      continue;
    }
    search(value, searched_);
    for (const auto& spelling : otherSpellings(value))
      if (spelling.size() >= kShortestSpelling) search(spelling, spelledOtherwise_);
  }
  for (const auto& value : other_) search(value, searched_);
  for (const auto& value : dates_) search(value, searched_);
  for (const auto& value : uids_) search(value, searched_);
  const auto add = [this](const std::string& value, bool personal) {
    const bool isWord = std::ranges::find(unsearchable_, value) != unsearchable_.end();
    if (value.size() >= kShortestInTexts)
      inTexts_.push_back({value, folded(value).text, personal, value.size() < kShortestSearched || isWord});
  };
  for (const auto& value : personal_) add(value, true);
  for (const auto& value : dates_) add(value, true);
  for (const auto& value : other_)
    if (value.size() >= kShortestSearched) add(value, false);
  std::ranges::stable_sort(inTexts_, std::ranges::greater{}, [](const Searched& one) { return one.value.size(); });
}

void Identifiers::takeOut(std::string& text, Folded& spelled, const Searched& identifier) {
  for (std::size_t from = 0;;) {
    const auto found = spelled.text.find(identifier.folded, from);
    if (found == std::string::npos) return;
    const auto at = spelled.from[found], length = spelled.lengthFrom(found, identifier.folded.size());
    const bool asItIs = text.compare(at, length, identifier.value) == 0 && isWholeWord(text, at, length);
    if (standsAlone(text, at, length) && (!identifier.strict || asItIs)) {
      text.replace(at, length, kRemoved);
      spelled = folded(text);
      from = found + std::string_view(kRemoved).size();
    } else {
      from = found + 1;
    }
  }
}

bool Identifiers::tellsPerson(const std::string& text) const {
  const Folded spelled = folded(text);
  return std::ranges::any_of(inTexts_, [&](const Searched& one) {
    if (!one.personal || one.value.size() < kShortestSearched) return false;
    for (auto at = spelled.text.find(one.folded); at != std::string::npos; at = spelled.text.find(one.folded, at + 1))
      if (standsAlone(spelled.text, at, one.folded.size()) && isWholeWord(spelled.text, at, one.folded.size()))
        return true;
    return false;
  });
}

std::string Identifiers::cleaned(std::string text, const std::function<std::string(const std::string&)>& newUid) const {
  for (std::size_t at = 0; at < text.size();) {  // runs of digits and points
    std::size_t end = at;
    while (end < text.size() && (isDigit(text[end]) || text[end] == '.')) ++end;
    const std::string run = text.substr(at, end - at);
    if (uids_.contains(run)) {
      const std::string replacement = newUid(run);
      text.replace(at, run.size(), replacement);
      end = at + replacement.size();
    }
    at = std::max(end, at + 1);
  }
  Folded spelled = folded(text);
  for (const auto& identifier : inTexts_) takeOut(text, spelled, identifier);
  return text;
}

std::optional<std::string> Identifiers::found(const ByStart& among, std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  for (std::size_t at = 0; at + kShortestSearched <= bytes.size(); ++at)
    for (const auto& value : among[startOf(bytes.data() + at)])
      if (text.compare(at, value.size(), value) == 0 && standsAlone(text, at, value.size())) return value;
  return std::nullopt;
}

std::optional<std::string> Identifiers::foundIn(std::span<const std::byte> bytes) const {
  return found(searched_, bytes);
}

std::optional<std::string> Identifiers::foundSpelledOtherwise(std::span<const std::byte> bytes) const {
  return found(spelledOtherwise_, bytes);
}

}  // namespace io::deidentification
