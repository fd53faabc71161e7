#include "planning/practice/text_lines.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>

#include "planning/procedure/route_text_values.h"

namespace planning::practice::text {
namespace {

using procedure::route_text::BadLine;

/// "key:value" of each line; the refusal's subject and reason where there is one.
std::pair<std::string, std::string> read(const std::string& text) {
  std::string taken;
  const auto done = eachLine(text, "an exercise", "bad-exercise", [&](const auto& key, const auto& value) {
    if (key == "no") throw BadLine{"not that"};
    taken += key + ":" + value + ";";
  });
  if (done) return {taken, ""};
  EXPECT_EQ(done.error().code, "bad-exercise");
  return {done.error().subject, done.error().detail};
}

}  // namespace

TEST(TextLines, areKeysAndValuesBelowWhatTheFileIs) {
  EXPECT_EQ(read(" an exercise\r\n\n# a = comment\n key =  a value = whole \nnext=\n").first,
            "key:a value = whole;next:;");
  EXPECT_EQ(read("an exercise").first, "");
}

TEST(TextLines, areRefusedByTheirNumber) {
  using Refusal = std::pair<std::string, std::string>;
  EXPECT_EQ(read(""), (Refusal{"line 0", "empty"}));
  EXPECT_EQ(read("another\nkey = 1"), (Refusal{"line 1", "not \"an exercise\""}));
  EXPECT_EQ(read("an exercise\nkey = 1\nwords"), (Refusal{"line 3", "not \"key = value\""}));
  EXPECT_EQ(read("an exercise\n\nno = 1\nkey = 2"), (Refusal{"line 3", "not that"}));
  EXPECT_EQ(read("an exercise\nk = " + std::string(997, 'x')), (Refusal{"line 2", "longer than 1000 characters"}));
  EXPECT_EQ(read("an exercise\nk = " + std::string(996, 'x')).second, "");
}

TEST(TextLines, holdAPlaceInThreeNumbers) {
  EXPECT_EQ(placeOf(wordsOf(" 1.5\t-2  10000 "), 0), makePoint(1.5, -2, 10000));
  EXPECT_EQ(placeOf(wordsOf("at 1 2 3"), 1), makePoint(1, 2, 3));
  for (const char* none : {"", "1 2", "1 2 3 4", "1 2 x", "1 2 3mm", "1 2 10001", "1 2 nan", "1 2 inf"})
    EXPECT_THROW(placeOf(wordsOf(none), 0), BadLine) << none;
}

TEST(TextLines, holdAUidOfDicomsForm) {
  EXPECT_EQ(uidOf("2.25.7"), "2.25.7");
  EXPECT_EQ(uidOf(std::string(64, '1')).size(), 64U);
  for (const std::string& none : {std::string(), std::string(65, '1'), std::string("1.2 3"), std::string("../1")})
    EXPECT_THROW(uidOf(none), BadLine) << none;
}

TEST(TextLines, giveTheSameBitsBack) {
  for (const double value : {0.1, -1.0 / 3, 1e-300, 9999.999999999998, std::numeric_limits<double>::denorm_min()})
    EXPECT_EQ(std::strtod(number(value).c_str(), nullptr), value) << number(value);
  const Point at = makePoint(0.1 + 0.2, -7.0 / 9, 1e-9);
  EXPECT_EQ(placeOf(wordsOf(place(at)), 0), at);
}

}  // namespace planning::practice::text
