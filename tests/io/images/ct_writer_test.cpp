#include "io/images/ct_writer.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "io/dicom/encode.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/validators.h"

namespace io {
namespace {

namespace fs = std::filesystem;
using planning::makePoint;
using planning::Point;

class CtWriter : public testing::Test {
 protected:
  DcmDataset& open(int k) {
    const std::string name = "CT000" + std::to_string(k + 1) + ".dcm";
    EXPECT_TRUE(file_.loadFile((folder_ / name).c_str()).good()) << name;
    return *file_.getDataset();
  }

  support::TemporaryFolder temporary_;
  fs::path folder_ = temporary_ / "ct";
  DcmFileFormat file_;
};

/// 3 columns, 2 rows, 4 slices, 0.4 x 1.6 x 2.5 mm, turned about all axes; sheared by a gantry tilt when asked.
planning::Volume makeOblique(bool sheared) {
  planning::Volume volume;
  volume.hu = planning::Volume::Image::New();
  volume.hu->SetRegions(itk::Size<3>{{3, 2, 4}});
  const double spacing[] = {0.4, 1.6, 2.5};
  volume.hu->SetSpacing(spacing);
  volume.hu->SetOrigin(makePoint(-123.456789012, 45.6, -789.125));
  itk::Matrix<double, 3, 3> direction;  // columns: (2,1,2)/3, (-2,2,1)/3, (-1,-2,2)/3
  const double rows[3][3] = {{2, -2, -1}, {1, 2, -2}, {2, 1, 2}};
  for (unsigned r = 0; r < 3; ++r)
    for (unsigned c = 0; c < 3; ++c) direction[r][c] = rows[r][c] / 3;
  if (sheared)
    for (unsigned r = 0; r < 3; ++r) direction[r][2] = 0.6 * direction[r][1] + 0.8 * direction[r][2];
  volume.hu->SetDirection(direction);
  volume.hu->Allocate();
  for (int n = 0; n < 24; ++n) volume.hu->GetBufferPointer()[n] = static_cast<std::int16_t>(n * 100 - 1024);
  volume.hu->GetBufferPointer()[5] = planning::kOutsideScan;
  volume.identity.patient = {"P1", "HOSPITAL", "M\xC3\xBCller^Zo\xC3\xA9", "19700101", "F"};
  volume.identity.study.uid = "2.25.1";
  volume.identity.seriesUid = "2.25.2";
  volume.identity.frameOfReferenceUid = "2.25.3";
  volume.identity.patientPosition = "HFDR";
  return volume;
}

std::vector<double> numbers(DcmDataset& dataset, const DcmTagKey& tag) {
  std::vector<double> values;
  Float64 value = 0;
  for (unsigned long n = 0; dataset.findAndGetFloat64(tag, value, n).good(); ++n) values.push_back(value);
  return values;
}

std::string text(DcmDataset& dataset, const DcmTagKey& tag) {
  OFString value;
  EXPECT_TRUE(dataset.findAndGetOFStringArray(tag, value).good()) << tag.toString();
  return value.c_str();
}

TEST_F(CtWriter, givesEveryVoxelItsPlaceOfObliqueAndShearedVolumes) {
  for (const bool sheared : {false, true}) {
    const planning::Volume volume = makeOblique(sheared);
    ASSERT_TRUE(writeCt(volume, folder_));
    for (int k = 0; k < 4; ++k) {
      DcmDataset& slice = open(k);
      const auto position = numbers(slice, DCM_ImagePositionPatient), spacing = numbers(slice, DCM_PixelSpacing);
      const auto along = numbers(slice, DCM_ImageOrientationPatient);
      ASSERT_EQ(along.size(), 6U);
      Point expected;
      volume.hu->TransformIndexToPhysicalPoint(itk::Index<3>{{2, 1, k}}, expected);
      for (unsigned d = 0; d < 3; ++d)  // PS3.3 C.7.6.2.1.1
        EXPECT_NEAR(position[d] + along[d] * spacing[1] * 2 + along[3 + d] * spacing[0] * 1, expected[d], 1e-9);
    }
  }
}

TEST_F(CtWriter, statesTheDistanceBetweenSlicesAlongTheirNormal) {
  ASSERT_TRUE(writeCt(makeOblique(true), folder_));
  EXPECT_NEAR(numbers(open(0), DCM_SpacingBetweenSlices)[0], 2.5 * 0.8, 1e-12);
}

TEST_F(CtWriter, keepsHounsfieldUnitsAndMarksWhatWasNotScanned) {
  ASSERT_TRUE(writeCt(makeOblique(false), folder_));
  DcmDataset& slice = open(0);
  const Uint16* pixels = nullptr;
  unsigned long count = 0;
  ASSERT_TRUE(slice.findAndGetUint16Array(DCM_PixelData, pixels, &count).good());
  ASSERT_EQ(count, 6U);
  EXPECT_EQ(static_cast<Sint16>(pixels[4]), -624);
  Sint16 padding = 0;
  ASSERT_TRUE(slice.findAndGetSint16(DCM_PixelPaddingValue, padding).good());
  EXPECT_EQ(static_cast<Sint16>(pixels[5]), padding);
  EXPECT_EQ(numbers(slice, DCM_RescaleIntercept), std::vector<double>{0});
}

TEST_F(CtWriter, storesAsScannersDoWhatFitsTwelveBits) {
  for (const int highest : {3071, 3072}) {
    planning::Volume volume = makeOblique(false);
    volume.hu->GetBufferPointer()[4] = -1024;
    volume.hu->GetBufferPointer()[5] = static_cast<std::int16_t>(highest);
    ASSERT_TRUE(writeCt(volume, folder_));
    DcmDataset& slice = open(0);
    const Uint16* pixels = nullptr;
    ASSERT_TRUE(slice.findAndGetUint16Array(DCM_PixelData, pixels).good());
    const bool fits = highest <= 3071;
    EXPECT_EQ(text(slice, DCM_BitsStored), fits ? "12" : "16");
    EXPECT_EQ(text(slice, DCM_PixelRepresentation), fits ? "0" : "1");
    EXPECT_EQ(text(slice, DCM_RescaleIntercept), fits ? "-1024" : "0");
    EXPECT_EQ(static_cast<Sint16>(pixels[4]), fits ? 0 : -1024);
    EXPECT_EQ(pixels[5], fits ? 4095 : 3072);
    EXPECT_EQ(slice.tagExists(DCM_PixelPaddingValue), !fits);
  }
}

TEST_F(CtWriter, writesTheVolumesOwnIdentity) {
  planning::Volume volume = makeOblique(false);
  const auto identity = writeCt(volume, folder_);
  ASSERT_TRUE(identity);
  DcmDataset& slice = open(3);
  EXPECT_EQ(text(slice, DCM_PatientName), volume.identity.patient.name);
  EXPECT_EQ(text(slice, DCM_FrameOfReferenceUID), "2.25.3");
  EXPECT_EQ(text(slice, DCM_PatientPosition), "HFDR");
  EXPECT_EQ(text(slice, DCM_SOPInstanceUID), identity->instances.at(3).sopInstanceUid);
  volume.identity.instances = identity->instances;
  EXPECT_EQ(writeCt(volume, folder_).value().instances, identity->instances);
}

TEST_F(CtWriter, refusesAFolderThatCannotBe) {
  const auto refused = writeCt(makeOblique(false), "/dev/null/ct");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "cannot-write");
}

TEST_F(CtWriter, writesWhatDciodvfyFindsRight) {
  ASSERT_TRUE(writeCt(makeOblique(true), folder_));  // 16 bits: a voxel was not scanned
  planning::Volume wholeScan = makeOblique(true);
  wholeScan.hu->GetBufferPointer()[5] = 0;
  ASSERT_TRUE(writeCt(wholeScan, temporary_ / "12 bits"));
  for (const auto& file : {folder_ / "CT0001.dcm", temporary_ / "12 bits/CT0001.dcm"}) {
    const auto errors = support::dciodvfyErrors(file);
    if (!errors) GTEST_SKIP() << "dciodvfy is not installed (package dicom3tools): the CT was not validated";
    EXPECT_EQ(*errors, std::vector<std::string>{}) << file;
  }
}

TEST(DecimalString, isTheShortestThatComesBack) {
  EXPECT_EQ(dicom::decimalString(0.1), "0.1");
  EXPECT_EQ(dicom::decimalString(-0.0), "0");
  EXPECT_EQ(dicom::decimalString(-180.75), "-180.75");
}

TEST(DecimalString, staysWithinSixteenCharacters) {
  for (const double value : {-1.0 / 3, -123.45678901234567, 1e-7 / 3, -9876.54321098765432, 2.0 / 3e-8}) {
    const std::string written = dicom::decimalString(value);
    EXPECT_LE(written.size(), 16U) << written;
    EXPECT_NEAR(std::stod(written), value, 1e-9 * std::max(1.0, std::abs(value)));
  }
}

}  // namespace
}  // namespace io
