#pragma once

#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

namespace io::deidentification {

/// A run of digits or of letters in a folded text.
struct Token {
  std::size_t begin = 0, end = 0;
  bool number = false;
};
std::vector<Token> tokensOf(std::string_view folded);

/// Days to look for, as year * 10000 + month * 100 + day.
using Days = std::set<int>;

/// A learned day that stands in tokens [first, last].
struct WrittenDay {
  std::size_t first = 0, last = 0;
  int day = 0;
};

/// The days of `days` that stand in a folded text (spelling.h), however people write them: digits alone or with marks
/// between, year first, day first or month first, zeros or none, years of two digits, months as English or French
/// words, their short forms or Roman numerals ("3rd of Feb. 61", "1er février 1961", "03FEB1961", "3.II.61"). Six
/// digits alone may be anything: they count for the days of `births` only. In order, none over another.
std::vector<WrittenDay> writtenDays(std::string_view folded, const std::vector<Token>& tokens, const Days& days,
                                    const Days& births);

/// Where a part of a learned day stands that tells nobody by itself: its year, of two digits too, with or without its
/// month, or its day and month. Their `day` is 0.
std::vector<WrittenDay> partsOfDays(std::string_view folded, const std::vector<Token>& tokens, const Days& days);

}  // namespace io::deidentification
