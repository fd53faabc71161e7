#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/paths.h"

// The tree of folders is the graph of dependencies: app -> io -> planning,
// nothing back, no circle of units (x.h with x.cpp) and none of rooms
// (folders), no loose file.
namespace {

namespace fs = std::filesystem;
using Includes = std::map<std::string, std::set<std::string>>;  ///< file -> what it includes,
                                                                ///< both from the root
using Arrows = std::map<std::string, std::set<std::string>>;    ///< from -> to

const fs::path kRoot = NEEDLEPLAN_SOURCE_DIR;

Includes includesOf(const std::string& floor) {
  Includes all;
  const std::regex line(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / floor)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    auto& included = all[fs::relative(entry.path(), kRoot).generic_string()];
    std::ifstream file(entry.path());
    std::smatch match;
    for (std::string text; std::getline(file, text);)
      if (std::regex_search(text, match, line)) included.insert(match[1]);
  }
  return all;
}

Includes everything() {
  Includes all;
  for (const char* floor : {"planning", "io", "app", "testdata"}) all.merge(includesOf(floor));
  return all;
}

std::string unitOf(const std::string& file) {
  return file.substr(0, file.rfind('.'));
}

/// A folder below a floor; a loose file at a floor's root is a room of its own.
std::string roomOf(const std::string& file) {
  const auto second = file.find('/', file.find('/') + 1);
  return second == std::string::npos ? unitOf(file) : file.substr(0, second);
}

Arrows arrowsBetween(const Includes& all, std::string (*place)(const std::string&)) {
  Arrows arrows;
  for (const auto& [file, included] : all) {
    auto& to = arrows[place(file)];
    for (const auto& name : included)
      if (all.contains(name) && place(name) != place(file)) to.insert(place(name));
  }
  return arrows;
}

bool reaches(const Arrows& arrows, const std::string& from, const std::string& to, std::set<std::string>& seen) {
  const auto found = arrows.find(from);
  if (found == arrows.end() || !seen.insert(from).second) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](const std::string& next) { return next == to || reaches(arrows, next, to, seen); });
}

/// The places that lead back to themselves.
std::set<std::string> circlesIn(const Arrows& arrows) {
  std::set<std::string> circles;
  for (const auto& [place, to] : arrows) {
    std::set<std::string> seen;
    if (reaches(arrows, place, place, seen)) circles.insert(place);
  }
  return circles;
}

void expectNoInclude(const std::string& floor, const std::string& forbidden) {
  const std::regex pattern(forbidden);
  const auto all = includesOf(floor);
  ASSERT_FALSE(all.empty()) << floor;
  for (const auto& [file, included] : all)
    for (const auto& name : included) EXPECT_FALSE(std::regex_search(name, pattern)) << file << " includes " << name;
}

std::set<std::string> looseFilesOf(const std::string& floor) {
  std::set<std::string> loose;
  for (const auto& entry : fs::directory_iterator(kRoot / floor))
    if (const auto extension = entry.path().extension(); extension == ".h" || extension == ".cpp")
      loose.insert(entry.path().filename().string());
  return loose;
}

}  // namespace

TEST(Arrows, planningKnowsNoOtherFloor) {
  expectNoInclude("planning", R"(^(io|app|testdata|tests)/)");
}
TEST(Arrows, planningKnowsNoDicomAndNoQt) {
  expectNoInclude("planning", R"(^(dcmtk/|Q[A-Z]|Qt))");
}
TEST(Arrows, ioKnowsOnlyPlanning) {
  expectNoInclude("io", R"(^(app|testdata|tests)/)");
}
TEST(Arrows, ioKnowsNoQtAndNoVtk) {
  expectNoInclude("io", R"(^(vtk|Q[A-Z]|Qt))");
}
TEST(Arrows, appNeverTouchesDcmtk) {
  expectNoInclude("app", R"(^(dcmtk|tests)/)");
}
TEST(Arrows, testdataKnowsOnlyPlanning) {
  expectNoInclude("testdata", R"(^(io|app|tests|dcmtk|vtk|Q[A-Z]))");
}
TEST(Arrows, parsersKnowNoSandbox) {
  for (const char* room : {"io/dicom", "io/structures", "io/report"})
    expectNoInclude(room, R"(^io/(sandbox|reading)/)");
}

TEST(Arrows, vtkStaysOutOfPlanningHeaders) {
  for (const auto& [file, included] : includesOf("planning")) {
    if (!file.ends_with(".h")) continue;
    for (const auto& name : included) EXPECT_FALSE(name.starts_with("vtk")) << file;
  }
}

TEST(Arrows, noUnitLeadsBackToItself) {
  EXPECT_EQ(circlesIn(arrowsBetween(everything(), unitOf)), std::set<std::string>{});
}

TEST(Arrows, noRoomLeadsBackToItself) {
  EXPECT_EQ(circlesIn(arrowsBetween(everything(), roomOf)), std::set<std::string>{});
}

TEST(Arrows, aPlantedCircleIsFound) {
  auto planted = everything();
  planted["planning/geometry.h"].insert("planning/plan/plan.h");
  EXPECT_TRUE(circlesIn(arrowsBetween(planted, unitOf)).contains("planning/geometry"));
  EXPECT_TRUE(circlesIn(arrowsBetween(planted, roomOf)).contains("planning/plan"));

  // By way of sources: a.cpp needs b.h, b.cpp needs a.h.
  const Includes two{
      {"app/a/a.h", {}}, {"app/a/a.cpp", {"app/a/b.h"}}, {"app/a/b.h", {}}, {"app/a/b.cpp", {"app/a/a.h"}}};
  EXPECT_EQ(circlesIn(arrowsBetween(two, unitOf)).size(), 2);
}

TEST(Arrows, geometryIsTheGround) {
  const auto all = includesOf("planning");
  for (const auto& name : all.at("planning/geometry.h")) EXPECT_FALSE(name.starts_with("planning/")) << name;
}

TEST(Arrows, noFileIsLoose) {
  EXPECT_EQ(looseFilesOf("planning"),
            (std::set<std::string>{"check.h", "error.h", "finding.h", "geometry.h", "identity.cpp", "identity.h",
                                   "joined.h", "parallel.cpp", "parallel.h", "progress.h", "rounding.h", "volume.h"}));
  EXPECT_EQ(looseFilesOf("io"), std::set<std::string>{});
  EXPECT_EQ(looseFilesOf("app"), std::set<std::string>{"main.cpp"});
}
