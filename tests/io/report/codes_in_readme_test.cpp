#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "io/report/coded_values.h"
#include "tests/paths.h"

namespace io::report {
namespace {

std::string readme() {
  std::ifstream file(NEEDLEPLAN_SOURCE_DIR "/io/report/README.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string privateValue(int number) {
  const std::string digits = std::to_string(number);
  return "NP-" + std::string(3 - digits.size(), '0') + digits;
}

}  // namespace

// Who reads a report elsewhere finds each private code there with its meaning.
TEST(PrivateCodes, standInTheReadmeWithTheirMeaning) {
  const std::string text = readme();
  int codes = 0;
  for (int number = 1; number < 1000; ++number) {
    const std::string value = privateValue(number);
    const char* meaning = meaningOf({value, kPrivateScheme, ""});
    codes += meaning != nullptr;
    const bool there = text.find("| " + value + " | " + (meaning ? meaning : "")) != std::string::npos;
    EXPECT_EQ(there, meaning != nullptr) << value << ' ' << (meaning ? meaning : "is no code");
  }
  EXPECT_GE(codes, 118);
}

}  // namespace io::report
