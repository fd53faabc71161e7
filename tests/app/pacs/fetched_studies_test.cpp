#include "app/pacs/fetched_studies.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace app::pacs {
namespace {

namespace fs = std::filesystem;

class FetchedStudies : public testing::Test {
 protected:
  /// Not used for so long.
  fs::path study(const std::string& name, std::chrono::hours unused, const std::string& object = "1.2.3.dcm") const {
    const fs::path made = folder_ / name;
    fs::create_directories(made);
    std::ofstream(made / object) << "x";
    fs::last_write_time(made, now_ - unused);
    return made;
  }

  support::TemporaryFolder folder_;
  fs::file_time_type now_ = fs::file_time_type::clock::now();
  std::chrono::hours old_ = kKeptFetched + std::chrono::hours(1);
};

TEST_F(FetchedStudies, goThirtyDaysAfterTheirLastUse) {
  const auto old = study("1.2.1", old_), half = study("1.2.2", old_, ".growing-7");
  const auto recent = study("1.2.3", kKeptFetched - std::chrono::hours(1));
  const auto used = study("1.2.4", old_);
  useFetched(used, folder_.path());
  removeOldFetched(folder_.path(), now_);
  EXPECT_FALSE(fs::exists(old));
  EXPECT_FALSE(fs::exists(half)) << "what a killed fetch left goes with it";
  EXPECT_TRUE(fs::exists(recent / "1.2.3.dcm"));
  EXPECT_TRUE(fs::exists(used / "1.2.3.dcm")) << "it was opened";
}

TEST_F(FetchedStudies, stayWhereAnythingOfAPersonLiesInThem) {
  const auto planned = study("1.2.1", std::chrono::hours(0));
  std::ofstream(planned / "plan.dcm") << "a plan";
  fs::last_write_time(planned, now_ - old_);
  const auto nested = study("1.2.2", std::chrono::hours(0));
  fs::create_directory(nested / "1.2.dcm");
  fs::last_write_time(nested, now_ - old_);
  const auto notes = study("my notes", old_);
  const auto elsewhere = study("../elsewhere-" + folder_.path().filename().string(), old_);
  fs::create_directory_symlink(elsewhere, folder_ / "1.2.9");
  removeOldFetched(folder_.path(), now_);
  for (const auto& kept : {planned, nested, notes, elsewhere}) EXPECT_TRUE(fs::exists(kept / "1.2.3.dcm")) << kept;
  EXPECT_TRUE(fs::is_symlink(folder_ / "1.2.9"));
  fs::remove_all(elsewhere);
  removeOldFetched(folder_ / "absent", now_);
}

}  // namespace
}  // namespace app::pacs
