#include "io/deidentification/written_dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "io/deidentification/spelling.h"

namespace io::deidentification {
namespace {

/// English and French without accents, as folded texts have them; what is written shorter is one of these cut, not
/// below three letters.
constexpr std::array<std::array<std::string_view, 2>, 12> kMonths{{{"january", "janvier"},
                                                                   {"february", "fevrier"},
                                                                   {"march", "mars"},
                                                                   {"april", "avril"},
                                                                   {"may", "mai"},
                                                                   {"june", "juin"},
                                                                   {"july", "juillet"},
                                                                   {"august", "aout"},
                                                                   {"september", "septembre"},
                                                                   {"october", "octobre"},
                                                                   {"november", "novembre"},
                                                                   {"december", "decembre"}}};

/// Stand within a date without telling anything.
constexpr std::array<std::string_view, 12> kFillers{"st",  "nd", "rd", "th", "er",  "e",
                                                    "eme", "of", "de", "le", "the", "du"};
constexpr std::array<std::string_view, 12> kRoman{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                  "vii", "viii", "ix",  "x",  "xi", "xii"};
constexpr std::size_t kWidestGap = 3;  ///< characters between two parts of a date: ". ", " - "

std::vector<int> monthsOf(std::string_view word) {
  std::vector<int> months;
  if (const auto roman = std::ranges::find(kRoman, word); roman != kRoman.end())
    months.push_back(static_cast<int>(roman - kRoman.begin()) + 1);
  if (word.size() < 3) return months;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (std::ranges::any_of(kMonths[i], [&](std::string_view name) { return name.starts_with(word); }))
      months.push_back(static_cast<int>(i) + 1);
  return months;
}

int numberOf(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

/// The place of a day among the learned ones; a year of two digits stands for every century.
class Seeker {
 public:
  explicit Seeker(const Days& days) : days_(days) {}

  std::optional<int> day(int year, bool shortYear, int month, int day) const {
    if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const int rest = month * 100 + day;
    if (!shortYear) return days_.contains(year * 10000 + rest) ? std::optional(year * 10000 + rest) : std::nullopt;
    for (const int century : {1800, 1900, 2000})
      if (const int whole = (century + year) * 10000 + rest; days_.contains(whole)) return whole;
    return std::nullopt;
  }

  /// Three numbers in the orders year-month-day, day-month-year, month-day-year.
  std::optional<int> numbers(std::string_view a, std::string_view b, std::string_view c) const {
    const auto isYear = [](std::string_view text) { return text.size() == 4 || text.size() == 2; };
    const auto isPart = [](std::string_view text) { return text.size() <= 2; };
    std::optional<int> found;
    if (isYear(a) && isPart(b) && isPart(c)) found = day(numberOf(a), a.size() == 2, numberOf(b), numberOf(c));
    if (!isPart(a) || !isPart(b) || !isYear(c) || found) return found;
    found = day(numberOf(c), c.size() == 2, numberOf(b), numberOf(a));
    return found ? found : day(numberOf(c), c.size() == 2, numberOf(a), numberOf(b));
  }

  /// A run of digits without marks: of eight and more (a time may follow), or six.
  std::optional<int> run(std::string_view digits) const {
    const auto part = [&](std::size_t at, std::size_t length) { return digits.substr(at, length); };
    if (digits.size() == 6) return numbers(part(0, 2), part(2, 2), part(4, 2));
    if (digits.size() != 8 && digits.size() != 10 && digits.size() != 12 && digits.size() != 14) return std::nullopt;
    const auto yearFirst = numbers(part(0, 4), part(4, 2), part(6, 2));
    return yearFirst ? yearFirst : numbers(part(0, 2), part(2, 2), part(4, 4));
  }

  /// A month's word and two numbers, the year the first or the last of them.
  std::optional<int> named(std::string_view month, std::string_view a, std::string_view b) const {
    for (const int m : monthsOf(month)) {
      if (a.size() <= 2 && (b.size() == 4 || b.size() == 2))
        if (const auto found = day(numberOf(b), b.size() == 2, m, numberOf(a))) return found;
      if (b.size() <= 2 && (a.size() == 4 || a.size() == 2))
        if (const auto found = day(numberOf(a), a.size() == 2, m, numberOf(b))) return found;
    }
    return std::nullopt;
  }

 private:
  const Days& days_;
};

/// The parts of a text that may be a date from one token on.
class Reader {
 public:
  Reader(std::string_view text, const std::vector<Token>& tokens, const Days& days, const Days& births)
      : text_(text), tokens_(tokens), days_(days), births_(births) {}

  std::optional<WrittenDay> at(std::size_t first) const {
    const Token& token = tokens_[first];
    if (token.number && token.end - token.begin >= 6) {
      const auto& seeker = token.end - token.begin == 6 ? births_ : days_;
      const auto found = seeker.run(shown(first));
      return found ? std::optional(WrittenDay{first, first, *found}) : std::nullopt;
    }
    const auto second = next(first), third = second ? next(*second) : std::nullopt;
    if (!third || goesOnBefore(first) || goesOnAfter(*third)) return std::nullopt;
    const std::string_view a = shown(first), b = shown(*second), c = shown(*third);
    const int numbers = token.number + tokens_[*second].number + tokens_[*third].number;
    std::optional<int> found;
    if (numbers == 3 && gap(first) == beforeYear(*second) && !gap(first).empty()) found = days_.numbers(a, b, c);
    if (numbers == 2 && !token.number) found = days_.named(a, b, c);
    if (numbers == 2 && !tokens_[*second].number) found = days_.named(b, a, c);
    return found ? std::optional(WrittenDay{first, *third, *found}) : std::nullopt;
  }

 private:
  std::string_view shown(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  /// What stands between a token and the next.
  std::string_view gap(std::size_t i) const {
    return text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
  }
  /// The same, without the apostrophe of a year of two digits: "3/12/'61".
  std::string_view beforeYear(std::size_t i) const {
    const std::string_view whole = gap(i);
    return whole.ends_with('\'') ? whole.substr(0, whole.size() - 1) : whole;
  }
  /// The next part of a date behind `i`.
  std::optional<std::size_t> next(std::size_t i) const {
    for (int skipped = 0; i + 1 < tokens_.size() && gap(i).size() <= kWidestGap; ++skipped) {
      if (skipped == 3 || std::ranges::find(kFillers, shown(i + 1)) == kFillers.end()) return i + 1;
      ++i;
    }
    return std::nullopt;
  }
  /// Parts of a longer chain of numbers and points are none of a date.
  bool goesOnBefore(std::size_t i) const {
    return i > 0 && tokens_[i].number && tokens_[i - 1].number && gap(i - 1) == ".";
  }
  bool goesOnAfter(std::size_t i) const {
    return i + 1 < tokens_.size() && tokens_[i].number && tokens_[i + 1].number && gap(i) == ".";
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  Seeker days_, births_;
};

}  // namespace

std::vector<Token> tokensOf(std::string_view folded) {
  const auto kindOf = [](char c) {
    if (c >= '0' && c <= '9') return 2;
    return isWordByte(c) ? 1 : 0;
  };
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < folded.size();) {
    const int kind = kindOf(folded[at]);
    std::size_t end = at + 1;
    while (end < folded.size() && kindOf(folded[end]) == kind) ++end;
    if (kind != 0) tokens.push_back({at, end, kind == 2});
    at = end;
  }
  return tokens;
}

std::vector<WrittenDay> writtenDays(std::string_view folded, const std::vector<Token>& tokens, const Days& days,
                                    const Days& births) {
  const Reader reader(folded, tokens, days, births);
  std::vector<WrittenDay> found;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (const auto day = reader.at(i)) {
      found.push_back(*day);
      i = day->last;
    }
  return found;
}

std::vector<WrittenDay> partsOfDays(std::string_view folded, const std::vector<Token>& tokens, const Days& days) {
  std::vector<WrittenDay> found;
  const auto number = [&](std::size_t i) -> std::optional<int> {
    const bool isPart = i < tokens.size() && tokens[i].number && tokens[i].end - tokens[i].begin <= 4;
    if (!isPart) return std::nullopt;
    return numberOf(folded.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
  };
  for (std::size_t i = 0; i < tokens.size(); ++i)
    for (const int whole : days) {
      const int year = whole / 10000, month = whole / 100 % 100, day = whole % 100;
      const auto isYear = [&](std::optional<int> n) { return n && (*n == year || *n == year % 100); };
      const auto one = number(i), next = number(i + 1);
      if (isYear(one)) found.push_back({i, i, 0});
      const bool beside = next && tokens[i + 1].begin - tokens[i].end == 1;
      if (beside && ((isYear(one) && next == month) || (one == month && isYear(next)) ||
                     (one == day && next == month) || (one == month && next == day)))
        found.push_back({i, i + 1, 0});
    }
  return found;
}

}  // namespace io::deidentification
