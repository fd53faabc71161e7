#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "io/reading/report_reader.h"
#include "io/report/plan_document.h"
#include "io/report/plan_report.h"
#include "tests/io/report/sample_plan.h"
#include "tests/paths.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using support::TemporaryFolder;

std::vector<fs::path> filesUnder(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  return files;
}

std::vector<std::byte> sampleBytes() {
  TemporaryFolder folder;
  EXPECT_TRUE(io::report::writePlan(sample::richPlan(), folder / "plan.dcm"));
  return support::fileBytes(folder / "plan.dcm");
}

}  // namespace

TEST(ForeignReports, areNamedAndRefused) {
  const fs::path folder = fs::path(NEEDLEPLAN_SHARED_DATA) / "real/sr";
  if (!fs::exists(folder)) GTEST_SKIP() << "SKIPPED: no shared data at " << folder;
  int reports = 0;
  for (const auto& file : filesUnder(folder)) {
    if (file.extension() != ".dcm") continue;
    ++reports;
    const auto read = io::report::readPlan(file);
    ASSERT_FALSE(read) << file;
    EXPECT_EQ(read.error().code, "not-a-plan") << file << " " << read.error().detail;
    EXPECT_EQ(read.error().subject, file.string());
    EXPECT_FALSE(read.error().detail.empty()) << file;
  }
  EXPECT_GE(reports, 9);
}

TEST(ForeignReports, sayWhatWasFound) {
  const fs::path file = fs::path(NEEDLEPLAN_SHARED_DATA) / "real/sr/tid1500_highdicom_sr_document.dcm";
  if (!fs::exists(file)) GTEST_SKIP() << "SKIPPED: no shared data at " << file;
  const auto read = io::report::readPlan(file);
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().detail.find("Imaging Measurement Report"), std::string::npos) << read.error().detail;
}

TEST(BrokenReports, areRefusedWhereverTheyAreCut) {
  const auto whole = sampleBytes();
  TemporaryFolder folder;
  for (int part = 0; part < 64; ++part) {
    const auto size = static_cast<std::streamsize>(whole.size() * static_cast<std::size_t>(part) / 64);
    std::ofstream(folder / "cut.dcm", std::ios::binary).write(reinterpret_cast<const char*>(whole.data()), size);
    const auto read = io::report::readPlan(folder / "cut.dcm");
    ASSERT_FALSE(read) << part << "/64";
    EXPECT_TRUE(read.error().code == "broken-report" || read.error().code == "not-dicom")
        << part << "/64: " << read.error().code << " " << read.error().detail;
  }
}

/// A byte that flips is refused, or changes a text or a number that stands there; it never ends the program.
TEST(BrokenReports, surviveFlippedBytes) {
  const auto whole = sampleBytes();
  std::mt19937 random(7);
  int refused = 0;
  for (int round = 0; round < 100; ++round) {
    auto bytes = whole;
    for (int flips = 0; flips < 4; ++flips)
      bytes[random() % bytes.size()] ^= static_cast<std::byte>(1 << (random() % 8));
    refused += io::report::planOf(bytes, "flipped") ? 0 : 1;
  }
  EXPECT_GT(refused, 0);
  EXPECT_LT(refused, 100);
}

TEST(BrokenReports, absentAndEmptyFilesAreNoPlan) {
  TemporaryFolder folder;
  EXPECT_EQ(io::report::readPlan(folder / "absent.dcm").error().code, "cannot-read");
  std::ofstream(folder / "empty.dcm");
  EXPECT_EQ(io::report::readPlan(folder / "empty.dcm").error().code, "not-dicom");
}

TEST(BrokenReports, hostileFilesAreRefused) {
  const fs::path folder = fs::path(NEEDLEPLAN_SHARED_DATA) / "malformed";
  if (!fs::exists(folder)) GTEST_SKIP() << "SKIPPED: no shared data at " << folder;
  for (const auto& file : filesUnder(folder)) EXPECT_FALSE(io::report::readPlan(file)) << file;
}
