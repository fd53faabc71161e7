#include "io/files/growing_folder.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/growing_child.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

}  // namespace

TEST(GrowingFolder, isPutInPlaceWithNothingBeside) {
  const support::TemporaryFolder folder;
  fs::create_directories(folder / "out");  // an empty one may lie there
  {
    io::GrowingFolder growing(folder / "out/");
    std::ofstream(growing.folder() / "file") << "whole";
    ASSERT_TRUE(growing.putInPlace());
  }
  EXPECT_EQ(folder.names(), Names{"out"});
  Names inside;
  for (const auto& entry : fs::directory_iterator(folder / "out")) inside.push_back(entry.path().filename().string());
  EXPECT_EQ(inside, Names{"file"});
}

TEST(GrowingFolder, replacesNothingAndGoesWhenItIsNotPutInPlace) {
  const support::TemporaryFolder folder;
  fs::create_directories(folder / "full");
  std::ofstream(folder / "full/mine") << "mine";
  std::ofstream(folder / "file") << "mine";
  for (const char* name : {"full", "file"}) {
    io::GrowingFolder growing(folder / name);
    const auto placed = growing.putInPlace();
    ASSERT_FALSE(placed) << name;
    EXPECT_EQ(placed.error().code, "cannot-write");
  }
  EXPECT_EQ(folder.names(), (Names{"file", "full"}));
  EXPECT_TRUE(fs::exists(folder / "full/mine"));
  EXPECT_EQ(fs::file_size(folder / "file"), 4u);
}

TEST(GrowingFolder, ofAKilledProcessIsRemovedAndNamed) {
  const support::TemporaryFolder folder;
  support::GrowingChild child(folder / "out");
  ASSERT_EQ(folder.names().size(), 1u);
  EXPECT_TRUE(io::removeUnfinished(folder / "out").empty()) << "its process lives";
  EXPECT_EQ(folder.names().size(), 1u);
  child.kill();
  EXPECT_TRUE(io::removeUnfinished(folder / "other").empty());
  const std::string name = folder.names().at(0);
  const auto gone = io::removeUnfinished(folder / "out/");
  ASSERT_EQ(gone.size(), 1u);
  EXPECT_EQ(gone[0].filename().string(), name);
  EXPECT_EQ(folder.names(), Names{});
}

TEST(GrowingFolder, ofThisProcessIsNotRemoved) {
  const support::TemporaryFolder folder;
  const io::GrowingFolder growing(folder / "out");
  EXPECT_TRUE(io::removeUnfinished(folder / "out").empty());
  EXPECT_TRUE(fs::exists(growing.folder()));
}

TEST(GrowingFolder, onlyFoldersOfItsOwnNameAreRemoved) {
  const support::TemporaryFolder folder;
  for (const char* name : {"out.unfinished-123456789012/PAT00001", "out.unfinished-123", "out.unfinished-12345678901x",
                           "out.unfinished-1234567890123", "out2.unfinished-123456789012", "out", "elsewhere/mine"})
    fs::create_directories(folder / name);
  fs::create_directory_symlink(folder / "elsewhere", folder / "out.unfinished-222222222222");
  std::ofstream(folder / "out.unfinished-333333333333") << "a file";
  EXPECT_EQ(io::removeUnfinished(folder / "out"), std::vector{folder / "out.unfinished-123456789012"});
  EXPECT_EQ(folder.names(), (Names{"elsewhere", "out", "out.unfinished-123", "out.unfinished-1234567890123",
                                   "out.unfinished-12345678901x", "out.unfinished-222222222222",
                                   "out.unfinished-333333333333", "out2.unfinished-123456789012"}));
  EXPECT_TRUE(fs::exists(folder / "elsewhere/mine"));
}
