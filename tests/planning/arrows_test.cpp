#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/paths.h"

namespace {

namespace fs = std::filesystem;
using Includes = std::map<std::string, std::vector<std::string>>;  // file -> what it includes, both from the root

const fs::path kRoot = NEEDLEPLAN_SOURCE_DIR;

Includes includesOf(const std::string& room) {
  Includes all;
  const std::regex line(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / room)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    auto& included = all[fs::relative(entry.path(), kRoot).generic_string()];
    std::ifstream file(entry.path());
    std::smatch match;
    for (std::string text; std::getline(file, text);)
      if (std::regex_search(text, match, line)) included.push_back(match[1]);
  }
  return all;
}

void expectNoInclude(const std::string& room, const std::string& forbidden) {
  const std::regex pattern(forbidden);
  const auto all = includesOf(room);
  ASSERT_FALSE(all.empty()) << room;
  for (const auto& [file, included] : all)
    for (const auto& name : included)
      EXPECT_FALSE(std::regex_search(name, pattern)) << file << " includes " << name;
}

bool reaches(const Includes& all, const std::string& from, const std::string& to, std::set<std::string>& seen) {
  const auto found = all.find(from);
  if (found == all.end() || !seen.insert(from).second) return false;
  for (const auto& next : found->second)
    if (next == to || reaches(all, next, to, seen)) return true;
  return false;
}

}  // namespace

TEST(Arrows, planningKnowsNoOtherRoom) { expectNoInclude("planning", R"(^(io|app|testdata)/)"); }
TEST(Arrows, planningKnowsNoDicomAndNoQt) { expectNoInclude("planning", R"(^(dcmtk/|Q[A-Z]|Qt))"); }
TEST(Arrows, ioKnowsOnlyPlanning) { expectNoInclude("io", R"(^(app|testdata)/)"); }
TEST(Arrows, ioKnowsNoQtAndNoVtk) { expectNoInclude("io", R"(^(vtk|Q[A-Z]|Qt))"); }
TEST(Arrows, appNeverTouchesDcmtk) { expectNoInclude("app", R"(^dcmtk/)"); }
TEST(Arrows, testdataKnowsOnlyPlanning) { expectNoInclude("testdata", R"(^(io|app|dcmtk|vtk|Q[A-Z]))"); }

TEST(Arrows, vtkStaysOutOfPlanningHeaders) {
  for (const auto& [file, included] : includesOf("planning")) {
    if (!file.ends_with(".h")) continue;
    for (const auto& name : included) EXPECT_FALSE(name.starts_with("vtk")) << file;
  }
}

TEST(Arrows, noRoundWayInsidePlanning) {
  const auto all = includesOf("planning");
  for (const auto& [file, included] : all) {
    std::set<std::string> seen;
    EXPECT_FALSE(reaches(all, file, file, seen)) << file << " includes itself by way of others";
  }
}

TEST(Arrows, geometryIsTheGround) {
  const auto all = includesOf("planning");
  for (const auto& name : all.at("planning/geometry.h")) EXPECT_FALSE(name.starts_with("planning/")) << name;
}
