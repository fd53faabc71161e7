#include "planning/anatomy/scan_sense.h"

#include <gtest/gtest.h>
#include <itkImageDuplicator.h>

#include <algorithm>
#include <functional>
#include <span>

#include "tests/support/small_case.h"

namespace {

using planning::Volume;

/// The small demo scan, for a test to spoil: 128 x 128 x 60.
Volume scan() {
  Volume copy = support::smallPhantom().volume;
  auto duplicator = itk::ImageDuplicator<Volume::Image>::New();
  duplicator->SetInputImage(copy.hu);
  duplicator->Update();
  copy.hu = duplicator->GetOutput();
  copy.findings.clear();
  return copy;
}

std::span<std::int16_t> slice(Volume& volume, std::size_t k) {
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  return {volume.hu->GetBufferPointer() + k * size[0] * size[1], size[0] * size[1]};
}

void forEachVoxel(Volume& volume, const std::function<int(int)>& change) {
  for (std::size_t k = 0; k < 60; ++k)
    for (auto& value : slice(volume, k))
      if (value != planning::kOutsideScan) value = static_cast<std::int16_t>(std::clamp(change(value), -1500, 32767));
}

std::string said(const Volume& volume, const std::string& code) {
  for (const auto& finding : planning::anatomy::voxelFindings(volume))
    if (finding.code == code) return finding.arguments.at(0);
  return {};
}

void mirror(Volume& volume, std::size_t k) {
  const auto voxels = slice(volume, k);
  for (auto row = voxels.begin(); row != voxels.end(); row += 128) std::reverse(row, row + 128);
}

}  // namespace

TEST(ScanSense, hasNothingToSayOfABody) {
  EXPECT_TRUE(planning::anatomy::voxelFindings(scan()).empty());
}

TEST(ScanSense, saysThatTheScaleIsWrong) {
  Volume tenfold = scan(), shifted = scan(), counts = scan();
  forEachVoxel(tenfold, [](int hu) { return 10 * hu; });
  EXPECT_NE(said(tenfold, "values-implausible"), "");
  forEachVoxel(shifted, [](int hu) { return hu + 1024; });
  EXPECT_NE(said(shifted, "values-implausible"), "");
  Volume far = scan();  // a small body in much air
  for (std::size_t k = 0; k < 60; ++k) {
    const auto voxels = slice(far, k);
    for (std::size_t i = 0; i < voxels.size(); ++i)
      if (i % 128 < 40 || i % 128 > 80) voxels[i] = -1000;
  }
  EXPECT_EQ(said(far, "values-implausible"), "");
  forEachVoxel(far, [](int hu) { return hu + 1024; });
  EXPECT_NE(said(far, "values-implausible"), "") << "the offset is lost, and air is taken for tissue";
  counts.isHu = false;
  forEachVoxel(counts, [](int hu) { return hu + 1024; });
  EXPECT_EQ(said(counts, "values-implausible"), "") << "what is no Hounsfield unit is said elsewhere";
}

TEST(ScanSense, namesTheNeighboursOfATurnedSlice) {
  for (const bool turn : {false, true}) {
    Volume volume = scan();
    if (turn)
      std::reverse(slice(volume, 30).begin(), slice(volume, 30).end());
    else
      mirror(volume, 30);
    EXPECT_EQ(said(volume, "slices-turned"), "30/31, 31/32") << turn;
  }
}

TEST(ScanSense, namesThePlaceWhereTheRestIsTurned) {
  Volume volume = scan();
  for (std::size_t k = 40; k < 60; ++k) std::reverse(slice(volume, k).begin(), slice(volume, k).end());
  EXPECT_EQ(said(volume, "slices-turned"), "40/41");
}
