#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include "io/reading/ct_reader.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

namespace {

using planning::makeVector;
using planning::Vector;

/// Patient axes (L, P, H) for a body lying on the table: what the table's axes (left to right of the image, down, into
/// the bore) are in the patient. PS3.3 C.7.3.1.1.2.
struct BodyPosition {
  const char* code;
  Vector x, y, z;
};

const std::array<BodyPosition, 8> kPositions{{
    {"HFS", makeVector(1, 0, 0), makeVector(0, 1, 0), makeVector(0, 0, 1)},
    {"HFP", makeVector(-1, 0, 0), makeVector(0, -1, 0), makeVector(0, 0, 1)},
    {"FFS", makeVector(-1, 0, 0), makeVector(0, 1, 0), makeVector(0, 0, -1)},
    {"FFP", makeVector(1, 0, 0), makeVector(0, -1, 0), makeVector(0, 0, -1)},
    {"HFDR", makeVector(0, 1, 0), makeVector(-1, 0, 0), makeVector(0, 0, 1)},
    {"HFDL", makeVector(0, -1, 0), makeVector(1, 0, 0), makeVector(0, 0, 1)},
    {"FFDR", makeVector(0, -1, 0), makeVector(-1, 0, 0), makeVector(0, 0, -1)},
    {"FFDL", makeVector(0, 1, 0), makeVector(1, 0, 0), makeVector(0, 0, -1)},
}};

enum class Order { AsScanned, Reversed, Shuffled, NoInstanceNumber };

made_ct::Ct scanned(const BodyPosition& body, double tiltDegrees, double sliceSpacing) {
  const double tilt = tiltDegrees * std::numbers::pi / 180;
  made_ct::Ct ct;
  ct.columns = 3, ct.rows = 4, ct.slices = 5;
  ct.row = body.x;
  ct.column = body.y * std::cos(tilt) + body.z * std::sin(tilt);
  ct.step = body.z * sliceSpacing;  // the table moves along itself, however the gantry leans
  return ct;
}

void writeInOrder(const made_ct::Ct& ct, const char* position, Order order, const std::filesystem::path& folder) {
  std::vector<int> names(static_cast<std::size_t>(ct.slices));
  for (int k = 0; k < ct.slices; ++k) names[static_cast<std::size_t>(k)] = k;
  if (order == Order::Reversed) std::reverse(names.begin(), names.end());
  if (order == Order::Shuffled) std::shuffle(names.begin(), names.end(), std::mt19937(5));
  for (int k = 0; k < ct.slices; ++k) {
    const auto file = ct.slice(k);
    auto& dataset = *file->getDataset();
    dataset.putAndInsertString(DCM_PatientPosition, position);
    const int name = names[static_cast<std::size_t>(k)];
    dataset.putAndInsertString(DCM_InstanceNumber, order == Order::Shuffled ? "1" : std::to_string(name).c_str());
    if (order == Order::NoInstanceNumber) dataset.findAndDeleteElement(DCM_InstanceNumber);
    made_ct::save(*file, folder / std::to_string(name));
  }
}

/// Where the voxel of that value is in the volume that was read.
planning::Point placeOf(const planning::Volume& volume, int value) {
  const auto* voxels = volume.hu->GetBufferPointer();
  const auto count = volume.hu->GetLargestPossibleRegion().GetNumberOfPixels();
  const auto* found = std::find(voxels, voxels + count, static_cast<std::int16_t>(value));
  planning::Point place;
  volume.hu->TransformIndexToPhysicalPoint(volume.hu->ComputeIndex(found - voxels), place);
  return found == voxels + count ? planning::makePoint(1e9, 0, 0) : place;
}

void expectTrue(const made_ct::Ct& ct, const BodyPosition& body, double tilt, Order order) {
  const support::TemporaryFolder folder;
  writeInOrder(ct, body.code, order, folder.path());
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path(), progress);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->series.size(), 1u);
  const auto volume = io::readCt(found->series[0], progress);
  ASSERT_TRUE(volume) << volume.error().code << volume.error().detail;
  EXPECT_EQ(volume->identity.patientPosition, body.code);
  EXPECT_NEAR(volume->gantryTilt.degrees(), std::abs(tilt), 1e-4);
  for (const auto& [i, j, k] : {std::array{0, 0, 0}, std::array{2, 0, 1}, std::array{1, 3, 4}, std::array{2, 2, 2}}) {
    const auto truth = ct.origin + body.x * (i * ct.columnSpacing) + ct.column * (j * ct.rowSpacing) + ct.step * k;
    EXPECT_LT((placeOf(*volume, ct.stored(i, j, k)) - truth).GetNorm(), 0.01)
        << body.code << " tilt " << tilt << " order " << static_cast<int>(order) << " at " << i << j << k;
  }
}

class OrientationMatrix : public testing::TestWithParam<int> {};

TEST_P(OrientationMatrix, everyVoxelIsWhereItWasScanned) {
  const auto& body = kPositions[static_cast<std::size_t>(GetParam())];
  for (int tilt = -30; tilt <= 30; tilt += 6)
    for (const auto order : {Order::AsScanned, Order::Reversed, Order::Shuffled, Order::NoInstanceNumber})
      for (const double spacing : {0.5, 2.5, 5.0}) expectTrue(scanned(body, tilt, spacing), body, tilt, order);
}

INSTANTIATE_TEST_SUITE_P(Positions, OrientationMatrix, testing::Range(0, 8),
                         [](const auto& param) { return kPositions[static_cast<std::size_t>(param.param)].code; });

}  // namespace
