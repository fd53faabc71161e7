#include "io/deidentification/identifiers.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

#include "io/deidentification/characters.h"
#include "io/deidentification/legible.h"

namespace io::deidentification {
namespace {

constexpr const char* kRemoved = "Removed";
constexpr std::size_t kShortestInTexts = 3;
constexpr std::size_t kShortestSpelling = 6;  ///< bytes, of another spelling that bytes are searched for
constexpr std::size_t kShortestInWords = 4;   ///< letters of a name that is found inside longer words
constexpr std::size_t kShortestSpread = 5;    ///< letters and digits of what is found with other marks between them
constexpr std::size_t kShortestNumber = 6;    ///< digits of a person's number that are searched for alone
constexpr std::size_t kShortestDialled = 9;   ///< digits of a telephone's number without its country
/// Between the words of a name, and between the components of one.
constexpr std::string_view kBetweenWords = "^= ,\\", kBetweenComponents = "^=\\";

bool isDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
/// Of a text as it stands or folded: two bytes and more are a letter, as a rule.
bool isLetter(char c) {
  return isWordByte(c) && !isDigit(c);
}
std::vector<std::string> wordsOf(const std::string& name, std::string_view separators,
                                 std::size_t shortest = kShortestInTexts) {
  std::vector<std::string> words{{}};
  for (const char c : name) {
    if (separators.find(c) != std::string_view::npos)
      words.emplace_back();
    else
      words.back() += c;
  }
  std::erase_if(words, [=](const std::string& word) { return word.size() < shortest; });
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

/// Between two places of the original, a sign that is no letter.
bool isMarkBetween(const Folded& spelled, std::size_t begin, std::size_t end) {
  const auto first = std::ranges::upper_bound(spelled.from, begin), last = std::ranges::lower_bound(spelled.from, end);
  const auto at = [&](auto place) { return spelled.text.begin() + (place - spelled.from.begin()); };
  return begin < end && std::any_of(at(first), at(last), [](char c) { return !isWordByte(c); });
}

/// The day that a DA or DT begins with.
std::optional<int> dayOf(const std::string& date) {
  const bool whole = date.size() >= 8 && std::all_of(date.begin(), date.begin() + 8, isDigit);
  return whole ? std::optional(std::stoi(date.substr(0, 8))) : std::nullopt;
}

/// How a day of birth may stand among bytes that nobody cleans.
std::vector<std::string> usualForms(int date) {
  const std::string all = std::to_string(date);
  if (all.size() != 8) return {};
  const std::string year = all.substr(0, 4), month = all.substr(4, 2), day = all.substr(6);
  std::vector<std::string> forms;
  for (const std::string between : {"-", "/", "."}) {
    forms.push_back(year + between + month + between + day);
    forms.push_back(day + between + month + between + year);
    forms.push_back(month + between + day + between + year);
  }
  return forms;
}

/// A name as it stands in sentences: as learned, in capitals, or with one capital.
bool isWrittenAsName(const std::string& text, const std::string& name) {
  const auto capitals = [](std::string word, std::size_t from) {
    for (std::size_t i = from; i < word.size(); ++i)
      word[i] = static_cast<char>(from == 0 ? std::toupper(static_cast<unsigned char>(word[i]))
                                            : std::tolower(static_cast<unsigned char>(word[i])));
    if (!word.empty()) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
  };
  return text == name || text == capitals(name, 0) || text == capitals(name, 1);
}

}  // namespace

void Identifiers::learnName(const std::string& value) {
  learnPersonal(value);
  for (const auto& component : wordsOf(value, kBetweenComponents, 1)) {
    if (component.size() >= kShortestInTexts) learnPersonal(component);
    if (hasCase(component) && charactersIn(component) == 2) shortNames_.insert(component);
    for (const auto& latin : inLatinLetters(component)) learnPersonal(latin);
  }
  const auto learnWord = [&](const std::string& word) {
    if (word.size() < kShortestInTexts) return;
    learnPersonal(word);
    if (const auto written = umlautsWrittenOut(word); written != folded(word).text) learnPersonal(written);
  };
  const auto words = wordsOf(value, kBetweenWords);
  for (const auto& word : words) learnWord(word);
  for (const auto& part : partsOf(value)) learnWord(part);
  for (const auto& group : wordsOf(value, "=\\", 1)) learnInitials(group);
  if (words.size() >= 2)
    for (const auto& both : {words[0] + words[1], words[1] + words[0]}) learnPersonal(both);
  if (decoded(value) != value) learnName(decoded(value));  // a header in a wrong character set
}

void Identifiers::learnInitials(const std::string& group) {
  std::vector<std::string> whole, first;  // of family and given name
  for (const auto& component : wordsOf(group, "^", 1)) {
    std::string initials;
    for (const auto& part : partsOf(component)) initials += folded(part).text.substr(0, 1);
    if (initials.empty() || whole.size() == 3) continue;
    whole.push_back(initials);
    first.push_back(initials.substr(0, 1));
  }
  if (whole.size() < 2) return;
  const auto components = wordsOf(group, "^", 1);  // as accounts are named: "jroy", "royj"
  for (const auto& [letter, name] : {std::pair(first[1], components[0]), std::pair(first[0], components[1])})
    if (const auto word = squeezed(folded(name)).text; charactersIn(word) >= kShortestInTexts) {
      learnPersonal(letter + word);
      learnPersonal(word + letter);
    }
  for (const auto& family : {whole[0], first[0]})
    for (const auto& given : {whole[1], first[1]})
      for (const std::string& middle : {std::string(), whole.size() > 2 ? whole[2] : std::string()})
        initials_.insert({family + given + middle, given + middle + family});
}

void Identifiers::learnPersonal(const std::string& value) {
  if (!value.empty()) personal_.insert(value);
}

void Identifiers::learnNumber(const std::string& value) {
  learnPersonal(value);
  std::string digits, run;
  for (const char c : value + " ") {
    if (isDigit(c)) {
      run += c;
      continue;
    }
    digits += run;
    run.erase(0, run.find_first_not_of('0'));
    if (run.size() >= kShortestNumber) learnPersonal(run);
    run.clear();
  }
  for (std::size_t country = 1; value.starts_with('+') && country <= 3; ++country)  // digits of its code
    if (digits.size() >= country + kShortestDialled) learnPersonal("0" + digits.substr(country));
}

void Identifiers::learnOther(const std::string& value) {
  if (!value.empty()) other_.insert(value);
}

void Identifiers::learnUid(const std::string& uid) {
  if (!uid.empty()) uids_.insert(uid);
}

void Identifiers::learnDate(const std::string& date) {
  const auto day = dayOf(date);
  if (day) days_.insert(*day);
  if (!day) learnOther(date);
}

void Identifiers::learnBirth(const std::string& date) {
  learnDate(date);
  if (const auto day = dayOf(date)) births_.insert(*day);
}

void Identifiers::learnKept(const std::string& value) {
  kept_.insert(value);
}

void Identifiers::learnText(const std::string& value) {
  texts_.insert(value);
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

/// An ID of digits may be part of any number that stays.
bool Identifiers::isTerm(const std::string& value) const {
  const auto within = [&](const std::string& term) { return term.find(value) != std::string::npos; };
  const auto partOf = [&](const std::string& number) { return number.size() > value.size() && within(number); };
  const bool number = std::ranges::all_of(value, isDigit);
  return std::ranges::any_of(terms_, within) || (number && std::ranges::any_of(kept_, partOf));
}

void Identifiers::settle() {
  searched_.assign(1 << 16, {});
  spelledOtherwise_.assign(1 << 16, {});
  std::erase_if(other_, [&](const std::string& value) {
    return own_.contains(value) || kept_.contains(value) || texts_.contains(value) || isTerm(value);
  });
  std::erase_if(personal_, [&](const std::string& value) { return own_.contains(value); });
  for (const auto& value : personal_) {
    if (value.size() >= kShortestSearched && ((kept_.contains(value) && value.size() < 6) || isTerm(value))) {
      unsearchable_.push_back(value);
      continue;
    }
    search(value, searched_);
    if (value.size() >= kShortestSpelling) search(value, spelledOtherwise_);
    for (const auto& spelling : otherSpellings(value))
      if (spelling.size() >= kShortestSpelling) search(spelling, spelledOtherwise_);
  }
  for (const auto& value : other_) search(value, searched_);
  for (const int day : days_) search(std::to_string(day), searched_);
  for (const int day : births_)
    for (const auto& written : usualForms(day)) search(written, spelledOtherwise_);
  for (const auto& value : uids_) search(value, searched_);
  for (const auto& value : personal_) searchInTexts(value, true);
  for (const auto& value : shortNames_) searchInTexts(value, true);
  for (const auto& value : personal_)
    if (const LostLetters lost(value); lost.canBe() && partsOf(value).size() == 1) lostLetters_.push_back(lost);
  for (const auto& value : other_)
    if (value.size() >= kShortestSearched) searchInTexts(value, false);
  std::ranges::stable_sort(inTexts_, std::ranges::greater{}, [](const Searched& one) { return one.value.size(); });
}

void Identifiers::searchInTexts(const std::string& value, bool personal) {
  const auto spelling = folded(value);
  Searched one{value, spelling.text, squeezed(spelling).text};
  if (one.folded.empty() || (value.size() < kShortestInTexts && !shortNames_.contains(value))) return;
  one.isTerm = std::ranges::find(unsearchable_, value) != unsearchable_.end() || shortNames_.contains(value);
  const std::size_t letters = charactersIn(one.folded);
  one.inWords = !one.isTerm && letters >= (hasCase(value) ? kShortestInWords : 2);
  const bool number = std::ranges::all_of(one.squeezed, isDigit);
  one.spelled = (personal || !number) && !one.isTerm && charactersIn(one.squeezed) >= kShortestSpread;
  one.spread = personal && !number && !one.isTerm && !one.spelled && hasCase(value);
  inTexts_.push_back(std::move(one));
}

void Identifiers::takeOut(std::string& text, Folded& spelled, const Searched& identifier, Reading reading,
                          Words words) {
  for (std::size_t from = 0;;) {
    const auto found = spelled.text.find(identifier.folded, from);
    if (found == std::string::npos) return;
    const auto length = identifier.folded.size(), at = spelled.from[found];
    const auto taken = spelled.lengthFrom(found, length);
    const bool whole = identifier.inWords || isWholeWord(spelled.text, found, length);
    const bool named =
        words == Words::Foreign || !identifier.isTerm || isWrittenAsName(text.substr(at, taken), identifier.value);
    if (standsAlone(spelled.text, found, length) && whole && named && taken > 0) {
      text.replace(at, taken, kRemoved);
      spelled = folded(text, reading);
      from = found + std::string_view(kRemoved).size();
    } else {
      from = found + 1;
    }
  }
}

/// With other marks between its letters than were learned, or with marks at all: as words of their own.
void Identifiers::takeOutSqueezed(std::string& text, Folded& spelled, Folded& dense, const Searched& identifier,
                                  Reading reading, Words words) {
  const bool digits = std::ranges::all_of(identifier.squeezed, isDigit);
  if (!(identifier.spelled || identifier.spread) || (digits && words == Words::Own)) return;
  for (std::size_t from = 0;;) {
    const auto found = dense.text.find(identifier.squeezed, from);
    if (found == std::string::npos) return;
    const auto at = dense.from[found], last = dense.from[found + identifier.squeezed.size() - 1];
    const auto next = std::ranges::upper_bound(spelled.from, last);
    const std::size_t end = next == spelled.from.end() ? text.size() : *next;
    const bool before = at > 0 && isWordByte(text[at - 1]), after = end < text.size() && isWordByte(text[end]);
    bool marked = true;  // between each two letters
    for (std::size_t i = found + 1; identifier.spread && i < found + identifier.squeezed.size(); ++i)
      marked &= isMarkBetween(spelled, dense.from[i - 1], dense.from[i]);
    if (before || after || !marked) {
      from = found + 1;
      continue;
    }
    text.replace(at, end - at, kRemoved);
    spelled = folded(text, reading);
    dense = squeezed(spelled);
    from = found + std::string_view(kRemoved).size();
  }
}

/// Makes a day of a birth longer by initials of a name before or behind it.
void Identifiers::addInitialsNear(const std::vector<Token>& tokens, std::string_view spelled, WrittenDay& day) const {
  const auto near = [&](std::size_t i) { return tokens[i + 1].begin - tokens[i].end <= 3; };  // i and the next
  const auto shown = [&](std::size_t i) { return spelled.substr(tokens[i].begin, tokens[i].end - tokens[i].begin); };
  const std::size_t begin = day.first, end = day.last;
  std::string before, after;
  for (std::size_t i = begin; i > 0 && !tokens[i - 1].number && near(i - 1) && before.size() < 5; --i) {
    before = std::string(shown(i - 1)) + before;
    if (initials_.contains(before)) day.first = i - 1;
  }
  for (std::size_t i = end + 1; i < tokens.size() && !tokens[i].number && near(i - 1) && after.size() < 5; ++i) {
    after += shown(i);
    if (initials_.contains(after)) day.last = i;
  }
}

/// The learned days, and beside those of births, or parts of such, the initials of a name.
void Identifiers::takeOutDays(std::string& text, Reading reading) const {
  if (std::ranges::none_of(text, isDigit)) return;
  const Folded spelled = folded(text, reading);
  const auto tokens = tokensOf(spelled.text);
  auto days = writtenDays(spelled.text, tokens, days_, births_);
  for (const auto& part : partsOfDays(spelled.text, tokens, births_)) days.push_back(part);
  std::ranges::sort(days, {}, [](const WrittenDay& day) { return std::pair(day.first, day.day == 0); });
  std::vector<std::pair<std::size_t, std::size_t>> taken;  // tokens, the last too
  for (const auto& found : days) {
    WrittenDay day = found;
    if (day.day == 0 || births_.contains(day.day)) addInitialsNear(tokens, spelled.text, day);
    if (day.day == 0 && day.first == found.first && day.last == found.last) continue;
    if (!taken.empty() && day.first <= taken.back().second)
      taken.back().second = std::max(taken.back().second, day.last);
    else
      taken.emplace_back(day.first, day.last);
  }
  for (auto it = taken.rbegin(); it != taken.rend(); ++it) {
    const std::size_t begin = tokens[it->first].begin, end = tokens[it->second].end;
    text.replace(spelled.from[begin], spelled.lengthFrom(begin, end - begin), kRemoved);
  }
}

void Identifiers::takeOutAll(std::string& text, Reading reading, Words words) const {
  takeOutDays(text, reading);
  Folded spelled = folded(text, reading);
  for (const auto& identifier : inTexts_) takeOut(text, spelled, identifier, reading, words);
  Folded dense = squeezed(spelled);
  for (const auto& identifier : inTexts_) takeOutSqueezed(text, spelled, dense, identifier, reading, words);
}

bool Identifiers::isIn(const std::string& text) const {
  return cleaned(text, [](const std::string&) { return std::string(kRemoved); }) != text;
}

std::string Identifiers::cleaned(std::string text, const std::function<std::string(const std::string&)>& newUid,
                                 Words words) const {
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
  takeOutAll(text, Reading::Plain, words);
  if (decoded(text) != text) takeOutAll(text, Reading::Decoded, words);
  for (const auto& name : lostLetters_)
    for (auto place = name.in(text); place.begin != std::string::npos;) {
      text.replace(place.begin, place.end - place.begin, kRemoved);
      place = name.in(text, place.begin + std::string_view(kRemoved).size());  // which a name may look like
    }
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
  if (const auto narrow = found(spelledOtherwise_, bytes)) return narrow;
  for (const std::size_t first : {0, 1})
    if (const auto wide = found(spelledOtherwise_, everyOf(bytes, first, 2))) return wide;
  return std::nullopt;
}

bool Identifiers::isInBytes(std::span<const std::byte> bytes) const {
  if (foundIn(bytes) || foundSpelledOtherwise(bytes)) return true;
  return std::ranges::any_of(legibleIn(bytes), [&](const std::string& run) { return isIn(run); });
}

}  // namespace io::deidentification
