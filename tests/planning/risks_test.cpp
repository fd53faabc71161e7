#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "tests/paths.h"

// planning/README-risks.md names the test that proves each control: a control whose test is gone is none.
namespace {

namespace fs = std::filesystem;

std::string textOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
    found.insert((*match)[1].str() + "." + (*match)[2].str());
  return found;
}

/// "Suite.name" of every test under tests/.
std::set<std::string> testsThatExist() {
  static const std::regex test(R"(TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\))");
  std::set<std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(NEEDLEPLAN_SOURCE_DIR) / "tests"))
    if (entry.path().extension() == ".cpp") all.merge(matches(textOf(entry.path()), test));
  return all;
}

}  // namespace

TEST(Risks, nameTestsThatExist) {
  static const std::regex named("`(\\w+)\\.(\\w+)`");
  const auto all = testsThatExist();
  std::set<std::string> wanted;
  std::ifstream page(fs::path(NEEDLEPLAN_SOURCE_DIR) / "planning/README-risks.md");
  for (std::string line; std::getline(page, line);)
    if (line.starts_with("|")) wanted.merge(matches(line, named));
  EXPECT_GE(wanted.size(), 60u);
  for (const std::string& test : wanted) EXPECT_TRUE(all.count(test)) << test << " is named as a proof and is gone";
}

// The test above can fail: it knows its own name, and none that nobody wrote.
TEST(Risks, knowWhichTestsThereAre) {
  const auto all = testsThatExist();
  EXPECT_TRUE(all.count("Risks.nameTestsThatExist"));
  EXPECT_FALSE(all.count(std::string("Risks") + ".nobodyWroteThis"));
}
