#include "io/deidentification/written_dates.h"

#include <gtest/gtest.h>

#include <string>

#include "io/deidentification/spelling.h"

namespace io::deidentification {
namespace {

/// What of a text is taken for a learned day: 3 February 1961 as a birth, 12 November 2026 as another.
std::string found(const std::string& text) {
  const auto words = folded(text);
  const auto tokens = tokensOf(words.text);
  std::string all;
  for (const auto& written : writtenDays(words.text, tokens, {19610203, 20261112}, {19610203}))
    all += words.text.substr(tokens[written.first].begin, tokens[written.last].end - tokens[written.first].begin) + ";";
  return all;
}

}  // namespace

TEST(WrittenDates, areFoundHoweverPeopleWriteThem) {
  for (const char* date :
       {"19610203", "1961-02-03", "1961/2/3", "3.2.1961", "03.02.1961", "02/03/1961", "3-2-61", "61-02-03", "03feb1961",
        "3 february 1961", "february 3, 1961", "3 fevr 1961", "1961 feb 3", "610203", "030261", "196102031530"})
    EXPECT_EQ(found(std::string("seen ") + date + " here"), std::string(date) + ";") << date;
  EXPECT_EQ(found("3rd of Feb. 61"), "3rd of feb. 61;");
  EXPECT_EQ(found("le 3 FÉVRIER 1961"), "3 fevrier 1961;");
}

TEST(WrittenDates, areThoseThatWereLearnedAlone) {
  for (const char* other : {"19610204", "1962-02-03", "4 february 1961", "3 march 1961", "1961-02", "february 1961"})
    EXPECT_EQ(found(other), "") << other;
}

// A UID or a version is no date, though three of its numbers would be one.
TEST(WrittenDates, areNoPartOfALongerChain) {
  EXPECT_EQ(found("1.2.1961.02.03"), "");
  EXPECT_EQ(found("3.2.1961.4"), "");
  EXPECT_EQ(found("3.2-1961"), "") << "one mark between all";
  EXPECT_EQ(found("3 .... 2 .... 1961"), "") << "too far apart";
}

// Six digits may be anything: only a birth is looked for in them.
TEST(WrittenDates, inSixDigitsAreBirths) {
  EXPECT_EQ(found("610203 and 261112"), "610203;");
  EXPECT_EQ(found("12.11.26"), "12.11.26;");
}

TEST(WrittenDates, comeInOrderAndNoneOverAnother) {
  EXPECT_EQ(found("born 3.2.1961, seen 2026-11-12 3 feb 1961"), "3.2.1961;2026-11-12;3 feb 1961;");
}

}  // namespace io::deidentification
