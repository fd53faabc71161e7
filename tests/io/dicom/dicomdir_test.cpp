#include "io/dicom/dicomdir.h"

#include <gtest/gtest.h>

#include "io/reading/scan.h"
#include "tests/io/dicom/made_bytes.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace made_bytes;

std::string record(const std::string& fileId, bool inUse = true) {
  return item(element(4, 0x1400, "UL", little32(0)) + element(4, 0x1410, "US", little16(inUse ? 0xffff : 0)) +
              element(4, 0x1420, "UL", little32(0)) + element(4, 0x1430, "CS", "IMAGE") +
              element(4, 0x1500, "CS", fileId));
}

void writeDicomdir(const fs::path& file, const std::string& records) {
  const auto bytes = meta(kExplicitLittle, "1.2.840.10008.1.3.10") + element(4, 0x1130, "CS", "SET") +
                     element(4, 0x1220, "SQ", records);
  made_ct::putBytes(file, {bytes.begin(), bytes.end()});
}

/// A CT with file names as a DICOMDIR allows them.
std::string writeCt(const fs::path& folder, const std::string& subfolder) {
  made_ct::Ct ct;
  made_ct::write(ct, folder / "made");
  fs::create_directories(folder / subfolder);
  std::string records;
  for (int k = 0; k < ct.slices; ++k) {
    const auto name = "IM" + std::to_string(k);
    fs::rename(folder / "made" / (std::to_string(k) + ".dcm"), folder / subfolder / name);
    records += record(subfolder + "\\" + name);
  }
  fs::remove(folder / "made");
  return records;
}

TEST(Dicomdir, leadsToTheSeriesItLists) {
  const support::TemporaryFolder folder;
  const auto records = writeCt(folder.path(), "DISC");
  made_ct::write(made_ct::Ct{}, folder.path() / "unlisted");
  writeDicomdir(folder.path() / "DICOMDIR", records + record("DISC\\GONE", false));
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path() / "DICOMDIR", progress);
  ASSERT_TRUE(found) << found.error().code;
  ASSERT_EQ(found->series.size(), 1u);
  EXPECT_TRUE(found->series[0].loadable);
  EXPECT_EQ(found->series[0].dimensions[2], 6);
  EXPECT_TRUE(found->rejectedFiles.empty());
}

TEST(Dicomdir, isNoRejectedFileInAFolder) {
  const support::TemporaryFolder folder;
  writeDicomdir(folder.path() / "DICOMDIR", writeCt(folder.path(), "DISC"));
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path(), progress);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->series.size(), 1u);
  EXPECT_TRUE(found->rejectedFiles.empty());
}

TEST(Dicomdir, leadsNowhereElse) {
  const support::TemporaryFolder outside, folder;
  made_ct::write(made_ct::Ct{}, outside.path());
  const auto records = writeCt(folder.path(), "DISC");
  fs::create_symlink(outside.path() / "0.dcm", folder.path() / "LINK");
  fs::create_directory_symlink(outside.path(), folder.path() / "LINKED");
  const auto name = outside.path().filename().string();
  writeDicomdir(folder.path() / "DICOMDIR", records + record("..\\" + name + "\\0.dcm") +
                                                record((outside.path() / "0.dcm").string()) + record("LINK") +
                                                record("LINKED\\0.dcm") + record("DISC\\..\\..\\" + name + "\\0.dcm") +
                                                record("\\" + name) + record("DISC\\GONE"));
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path() / "DICOMDIR", progress);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->series.size(), 1u);
  EXPECT_EQ(found->series[0].files.size(), 6u);
  ASSERT_EQ(found->rejectedFiles.size(), 7u);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(found->rejectedFiles[i].reason.code, "outside-folder") << i;
  EXPECT_EQ(found->rejectedFiles[6].reason.code, "cannot-read");
}

TEST(Dicomdir, thatAbortsDcmtkIsRead) {
  const support::TemporaryFolder folder;
  const auto records =
      item(element(4, 0x1400, "UL", little32(0)) + element(4, 0x1410, "US", little16(0xffff)) +
           element(4, 0x1420, "UL", little32(0)) + element(4, 0x1430, "CS", "PATIENT\\" + std::string(40, 'A')));
  writeDicomdir(folder.path() / "DICOMDIR", records);
  const auto ids = io::dicom::readDicomdir(folder.path() / "DICOMDIR");
  ASSERT_TRUE(ids);
  EXPECT_TRUE(ids->empty());
  planning::Progress progress;
  EXPECT_EQ(io::dicom::scan(folder.path() / "DICOMDIR", progress).error().code, "no-dicom");
}

}  // namespace
