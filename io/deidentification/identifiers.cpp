#include "io/deidentification/identifiers.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace io::deidentification {
namespace {

constexpr const char* kRemoved = "Removed";

bool isDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool isLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

std::vector<std::string> wordsOf(const std::string& name) {
  std::vector<std::string> words{{}};
  for (const char c : name) {
    if (c == '^' || c == '=' || c == ' ' || c == ',' || c == '\\')
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

/// Takes `value` out of the text, its letters in any case; only whole words where `strict`, and then in its own case.
void takeOut(std::string& text, const std::string& value, bool strict) {
  const auto same = [strict](char a, char b) { return strict ? a == b : lower(a) == lower(b); };
  for (std::size_t from = 0;;) {
    const auto found =
        std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), value.begin(), value.end(), same);
    if (found == text.end()) return;
    const auto at = static_cast<std::size_t>(found - text.begin());
    const bool counts = standsAlone(text, at, value.size()) && (!strict || isWholeWord(text, at, value.size()));
    if (counts) text.replace(at, value.size(), kRemoved);
    from = at + (counts ? std::string(kRemoved).size() : 1);
  }
}

}  // namespace

void Identifiers::learnName(const std::string& value) {
  learnPersonal(value);
  for (const auto& word : wordsOf(value)) learnPersonal(word);
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
  const std::string day = date.substr(0, 8);
  dates_.insert(day);
  dates_.insert(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6));
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

void Identifiers::search(const std::string& value) {
  if (value.size() < kShortestSearched || own_.contains(value)) return;
  byStart_[startOf(reinterpret_cast<const std::byte*>(value.data()))].push_back(value);
}

void Identifiers::settle() {
  byStart_.assign(1 << 16, {});
  const auto isTerm = [this](const std::string& value) {
    return kept_.contains(value) || std::any_of(terms_.begin(), terms_.end(), [&](const std::string& term) {
             return term.find(value) != std::string::npos;
           });
  };
  std::erase_if(other_, [&](const std::string& value) { return own_.contains(value) || isTerm(value); });
  std::erase_if(personal_, [&](const std::string& value) { return own_.contains(value); });
  for (const auto& value : personal_) {
    if (value.size() >= kShortestSearched && isTerm(value)) {
      unsearchable_.push_back(value);
    } else {
      search(value);
    }
  }
  for (const auto& value : other_) search(value);
  for (const auto& value : dates_) search(value);
  for (const auto& value : uids_) search(value);
  inTexts_.assign(personal_.begin(), personal_.end());
  inTexts_.insert(inTexts_.end(), dates_.begin(), dates_.end());
  std::copy_if(other_.begin(), other_.end(), std::back_inserter(inTexts_),
               [](const std::string& value) { return value.size() >= kShortestSearched; });
  std::erase_if(inTexts_, [](const std::string& value) { return value.size() < 3; });
  std::ranges::stable_sort(inTexts_, std::ranges::greater{}, &std::string::size);
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
  for (const auto& value : inTexts_) {
    const bool strict =
        value.size() < kShortestSearched || std::ranges::find(unsearchable_, value) != unsearchable_.end();
    takeOut(text, value, strict);
  }
  return text;
}

std::optional<std::string> Identifiers::foundIn(std::span<const std::byte> bytes) const {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  for (std::size_t at = 0; at + kShortestSearched <= bytes.size(); ++at)
    for (const auto& value : byStart_[startOf(bytes.data() + at)])
      if (text.compare(at, value.size(), value) == 0 && standsAlone(text, at, value.size())) return value;
  return std::nullopt;
}

}  // namespace io::deidentification
