// What the code cites stands in the project: a page that a comment or a sentence names is here.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "tests/paths.h"

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = NEEDLEPLAN_SOURCE_DIR;

std::set<std::string> pagesNamedIn(const std::string& text) {
  static const std::regex page(R"([A-Za-z0-9_/.-]*[A-Za-z0-9_-]\.md\b)");
  return {std::sregex_token_iterator(text.begin(), text.end(), page), {}};
}

/// From the project's root, or beside the file that names it.
bool isHere(const std::string& page, const fs::path& namedIn) {
  return fs::exists(kRoot / fs::path(page).relative_path()) || fs::exists(namedIn.parent_path() / page);
}

}  // namespace

TEST(Citations, nameNoPageThatIsNotHere) {
  std::size_t named = 0;
  for (const char* floor : {"planning", "io", "app", "testdata", "shaders"})
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / floor)) {
      if (!entry.is_regular_file() || entry.path().extension() == ".ts") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      for (const auto& page : pagesNamedIn({std::istreambuf_iterator<char>(file), {}})) {
        EXPECT_TRUE(isHere(page, entry.path())) << fs::relative(entry.path(), kRoot) << " cites " << page;
        ++named;
      }
    }
  EXPECT_GT(named, 20U);
}

// The test above can fail.
TEST(Citations, areFoundInText) {
  EXPECT_EQ(pagesNamedIn("see (dicom.md 5, trap 12) and io/report/README.md."),
            (std::set<std::string>{"dicom.md", "io/report/README.md"}));
  EXPECT_FALSE(isHere("dicom.md", kRoot / "io/report/report_tree.cpp"));
  EXPECT_TRUE(isHere("README.md", kRoot / "io/report/report_tree.cpp"));
}
