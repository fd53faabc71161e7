#include "io/reading/ct_reader.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <random>

#include "io/reading/slice_values.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

namespace {

using made_ct::Ct;
using support::TemporaryFolder;

io::dicom::SeriesInfo onlySeries(const std::filesystem::path& path) {
  planning::Progress progress;
  const auto result = io::dicom::scan(path, progress);
  if (!result) throw std::runtime_error(result.error().code + " " + result.error().subject);
  if (result->series.size() != 1) throw std::runtime_error(std::to_string(result->series.size()) + " series");
  return result->series.front();
}

planning::Expected<planning::Volume> readOnly(const std::filesystem::path& path) {
  planning::Progress progress;
  return io::readCt(onlySeries(path), progress);
}

bool finds(const std::vector<planning::Finding>& findings, const std::string& code) {
  return std::any_of(findings.begin(), findings.end(), [&](const auto& finding) { return finding.code == code; });
}

std::int16_t at(const planning::Volume& volume, int i, int j, int k) {
  return volume.hu->GetPixel({{i, j, k}});
}

TEST(CtReader, putsEveryVoxelOfAnObliqueTiltedSeriesInItsPlace) {
  const TemporaryFolder folder;
  Ct ct;
  ct.step += ct.column * 0.7;  // a tilted gantry
  made_ct::write(ct, folder.path());
  const auto volume = readOnly(folder.path());
  ASSERT_TRUE(volume) << volume.error().code << volume.error().detail;
  EXPECT_NEAR(volume->gantryTilt.degrees(), std::atan2(0.7, 2.0) * 180 / std::numbers::pi, 1e-6);
  for (int k = 0; k < ct.slices; ++k)
    for (int j = 0; j < ct.rows; ++j)
      for (int i = 0; i < ct.columns; ++i) {
        planning::Point place;
        volume->hu->TransformIndexToPhysicalPoint({{i, j, k}}, place);
        const auto truth = ct.position(k) + ct.row * (i * ct.columnSpacing) + ct.column * (j * ct.rowSpacing);
        EXPECT_LT((place - truth).GetNorm(), 1e-6);
        EXPECT_EQ(at(*volume, i, j, k), ct.stored(i, j, k));
      }
}

TEST(CtReader, readsTheMiddleSliceFirstAndEachOnce) {
  const TemporaryFolder folder;
  const Ct ct;
  made_ct::write(ct, folder.path());
  std::vector<int> arrived;
  planning::Progress progress;
  const auto series = onlySeries(folder.path());
  const auto volume = io::readCt(series, progress, [&](const planning::Volume& partial, int k) {
    arrived.push_back(k);
    EXPECT_EQ(at(partial, 2, 1, k), ct.stored(2, 1, k));
  });
  ASSERT_TRUE(volume);
  ASSERT_EQ(arrived.size(), 6u);
  EXPECT_TRUE(arrived.front() >= 2 && arrived.front() <= 4) << arrived.front();
  std::sort(arrived.begin(), arrived.end());
  EXPECT_EQ(arrived, (std::vector<int>{0, 1, 2, 3, 4, 5}));
}

class StopAtOnce : public planning::Progress {
  bool stopRequested() const override { return true; }
};

TEST(CtReader, stopsWhenAsked) {
  const TemporaryFolder folder;
  made_ct::write(Ct{}, folder.path());
  const auto series = onlySeries(folder.path());
  StopAtOnce stop;
  EXPECT_EQ(io::readCt(series, stop).error().code, "cancelled");
  EXPECT_EQ(io::dicom::scan(folder.path(), stop).error().code, "cancelled");
}

TEST(CtReader, refusesAFileThatChangedSinceTheScan) {
  const TemporaryFolder folder;
  made_ct::write(Ct{}, folder.path());
  const auto series = onlySeries(folder.path());
  auto bytes = made_ct::bytesOf(folder.path() / "3.dcm");
  bytes.pop_back();
  made_ct::putBytes(folder.path() / "3.dcm", bytes);
  planning::Progress progress;
  const auto volume = io::readCt(series, progress);
  ASSERT_FALSE(volume);
  EXPECT_EQ(volume.error().code, "file-changed");
  EXPECT_NE(volume.error().subject.find("3.dcm"), std::string::npos);
}

TEST(VoxelMemory, refusesMoreThanTheMachineHas) {
  for (const bool shared : {false, true}) {
    const auto physical =
        static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const auto refused = io::VoxelMemory::allocate(physical / sizeof(std::int16_t) + 1, shared);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "no-memory");
    EXPECT_TRUE(io::VoxelMemory::allocate(1 << 20, shared));
  }
}

TEST(CtReader, opensOneSliceOnlyWithItsThickness) {
  const TemporaryFolder with, without;
  Ct ct;
  ct.slices = 1;
  made_ct::write(ct, with.path());
  made_ct::write(ct, without.path(), [](DcmDataset& d, int) { d.findAndDeleteElement(DCM_SliceThickness); });
  const auto volume = readOnly(with.path());
  ASSERT_TRUE(volume);
  EXPECT_TRUE(finds(volume->findings, "single-slice"));
  EXPECT_NEAR(volume->hu->GetSpacing()[2], ct.step.GetNorm(), 1e-9);
  const auto refused = onlySeries(without.path());
  ASSERT_TRUE(refused.refusal);
  EXPECT_EQ(refused.refusal->code, "single-slice-no-thickness");
}

}  // namespace
