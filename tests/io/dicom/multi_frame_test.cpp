#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "io/reading/ct_reader.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

// Volumes of one file: 3D XA and cone-beam volumes (PS3.3 A.53, A.54), Enhanced and Legacy Converted CT (A.38, A.70).

namespace {

using planning::Expected;
using planning::Volume;
using support::TemporaryFolder;

constexpr const char* kLegacyConvertedCt = "1.2.840.10008.5.1.4.1.1.2.2";

/// A made CT in one file, its frames in an order of their own. Oblique, sheared, anisotropic.
struct MultiFrame {
  made_ct::Ct ct;
  const char* sopClass = UID_XRay3DAngiographicImageStorage;
  const char* modality = "XA";
  bool isHu = false;
  std::vector<int> order{3, 0, 5, 1, 4, 2};
  std::function<void(DcmDataset&)> change = [](DcmDataset&) {};

  std::filesystem::path write(const std::filesystem::path& folder) const {
    const auto file = ct.slice(0);
    auto& d = *file->getDataset();
    for (const DcmTagKey& tag :
         {DCM_ImagePositionPatient, DCM_ImageOrientationPatient, DCM_PixelSpacing, DCM_SliceThickness,
          DCM_SliceLocation, DCM_RescaleSlope, DCM_RescaleIntercept, DCM_RescaleType})
      delete d.remove(tag);
    d.putAndInsertString(DCM_SOPClassUID, sopClass);
    d.putAndInsertString(DCM_Modality, modality);
    d.putAndInsertString(DCM_NumberOfFrames, std::to_string(order.size()).c_str());
    putShared(d);
    std::vector<Uint16> words;
    for (std::size_t frame = 0; frame < order.size(); ++frame) {
      putPosition(d, static_cast<signed long>(frame), ct.position(order[frame]));
      for (int j = 0; j < ct.rows; ++j)
        for (int i = 0; i < ct.columns; ++i) words.push_back(static_cast<Uint16>(ct.stored(i, j, order[frame])));
    }
    d.putAndInsertUint16Array(DCM_PixelData, words.data(), words.size());
    change(d);
    made_ct::save(*file, folder / "volume.dcm");
    return folder / "volume.dcm";
  }

  static DcmItem& macro(DcmDataset& d, const DcmTagKey& groups, signed long frame, const DcmTagKey& sequence) {
    DcmItem *group = nullptr, *item = nullptr;
    d.findOrCreateSequenceItem(groups, group, frame);
    group->findOrCreateSequenceItem(sequence, item);
    return *item;
  }

 private:
  static std::string joined(std::initializer_list<double> numbers) {
    std::string text;
    for (const double number : numbers) text += (text.empty() ? "" : "\\") + std::to_string(number);
    return text;
  }
  void putShared(DcmDataset& d) const {
    const auto& shared = DCM_SharedFunctionalGroupsSequence;
    macro(d, shared, 0, DCM_PlaneOrientationSequence)
        .putAndInsertString(
            DCM_ImageOrientationPatient,
            joined({ct.row[0], ct.row[1], ct.row[2], ct.column[0], ct.column[1], ct.column[2]}).c_str());
    auto& measures = macro(d, shared, 0, DCM_PixelMeasuresSequence);
    measures.putAndInsertString(DCM_PixelSpacing, joined({ct.rowSpacing, ct.columnSpacing}).c_str());
    measures.putAndInsertString(DCM_SliceThickness, "2");
    if (!isHu) return;
    auto& values = macro(d, shared, 0, DCM_PixelValueTransformationSequence);
    values.putAndInsertString(DCM_RescaleSlope, "1");
    values.putAndInsertString(DCM_RescaleIntercept, "0");
    values.putAndInsertString(DCM_RescaleType, "HU");
  }
  static void putPosition(DcmDataset& d, signed long frame, const planning::Point& place) {
    macro(d, DCM_PerFrameFunctionalGroupsSequence, frame, DCM_PlanePositionSequence)
        .putAndInsertString(DCM_ImagePositionPatient, joined({place[0], place[1], place[2]}).c_str());
  }
};

Expected<io::dicom::ScanResult> scan(const MultiFrame& made) {
  const TemporaryFolder folder;
  made.write(folder.path());
  planning::Progress progress;
  return io::dicom::scan(folder.path(), progress);
}

Expected<Volume> read(const MultiFrame& made) {
  const TemporaryFolder folder;
  made.write(folder.path());
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path(), progress);
  if (!found) return tl::unexpected(found.error());
  EXPECT_EQ(found->series.size(), 1u);
  return io::readCt(found->series.at(0), progress);
}

void expectInPlace(const Volume& volume, const made_ct::Ct& ct) {
  ASSERT_EQ(volume.hu->GetLargestPossibleRegion().GetSize(), (itk::Size<3>{{7, 5, 6}}));
  for (int k = 0; k < ct.slices; ++k)
    for (const auto& [i, j] : {std::pair{0, 0}, {ct.columns - 1, 0}, {0, ct.rows - 1}, {3, 2}}) {
      const auto place = ct.position(k) + ct.row * (ct.columnSpacing * i) + ct.column * (ct.rowSpacing * j);
      itk::Index<3> index;
      ASSERT_TRUE(volume.hu->TransformPhysicalPointToIndex(place, index));
      EXPECT_EQ(volume.hu->GetPixel(index), ct.stored(i, j, k)) << i << " " << j << " " << k;
      planning::Point centre;
      volume.hu->TransformIndexToPhysicalPoint(index, centre);
      EXPECT_LT((centre - place).GetNorm(), 0.01);
    }
}

bool finds(const std::vector<planning::Finding>& findings, const std::string& code) {
  return std::any_of(findings.begin(), findings.end(), [&](const auto& finding) { return finding.code == code; });
}

TEST(MultiFrame, everyClassOfVolumesIsReadInItsPlace) {
  for (const auto& [sopClass, modality, isHu] : {std::tuple{UID_XRay3DAngiographicImageStorage, "XA", false},
                                                 {UID_XRay3DCraniofacialImageStorage, "DX", false},
                                                 {UID_EnhancedCTImageStorage, "CT", true},
                                                 {kLegacyConvertedCt, "CT", true}}) {
    SCOPED_TRACE(sopClass);
    MultiFrame made;
    made.sopClass = sopClass, made.modality = modality, made.isHu = isHu;
    const auto volume = read(made);
    ASSERT_TRUE(volume) << volume.error().code << volume.error().detail;
    expectInPlace(*volume, made.ct);
    EXPECT_EQ(finds(volume->findings, "values-not-hu"), !isHu);
    EXPECT_EQ(volume->isHu, isHu);
  }
}

// O-arms and C-arms mostly write plain CT images without a word on what the values are.
TEST(MultiFrame, aConeBeamSeriesOfPlainImagesIsReadAndItsValuesAreNotCalledHu) {
  const TemporaryFolder folder;
  const made_ct::Ct ct;
  made_ct::write(ct, folder.path(), [](DcmDataset& d, int) {
    d.putAndInsertString(DCM_ImageType, "DERIVED\\SECONDARY\\AXIAL\\CBCT");
    delete d.remove(DCM_RescaleSlope), delete d.remove(DCM_RescaleIntercept), delete d.remove(DCM_RescaleType);
  });
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path(), progress);
  ASSERT_TRUE(found);
  const auto volume = io::readCt(found->series.at(0), progress);
  ASSERT_TRUE(volume) << volume.error().code << volume.error().detail;
  expectInPlace(*volume, ct);
  EXPECT_TRUE(finds(volume->findings, "no-rescale"));
}

TEST(MultiFrame, aFrameOfItsOwnOrientationIsNoSliceOfTheVolume) {
  MultiFrame made;
  made.change = [](DcmDataset& d) {
    MultiFrame::macro(d, DCM_PerFrameFunctionalGroupsSequence, 2, DCM_PlaneOrientationSequence)
        .putAndInsertString(DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
  };
  const auto found = scan(made);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->series.size(), 2u);
  for (const auto& series : found->series) EXPECT_TRUE(series.dimensions[2] == 5 || series.dimensions[2] == 1);
}

TEST(MultiFrame, stacksInOnePlaceAreSeriesOfTheirOwn) {
  MultiFrame made;
  made.order = {0, 1, 2, 3, 0, 1, 2, 3};
  made.ct.slices = 4;
  made.change = [](DcmDataset& d) {
    for (signed long frame = 0; frame < 8; ++frame)
      MultiFrame::macro(d, DCM_PerFrameFunctionalGroupsSequence, frame, DCM_FrameContentSequence)
          .putAndInsertString(DCM_StackID, frame < 4 ? "1" : "2");
  };
  const auto found = scan(made);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->series.size(), 2u);
  for (const auto& series : found->series) {
    EXPECT_TRUE(series.loadable) << series.refusal->code;
    EXPECT_EQ(series.dimensions, (std::vector{7, 5, 4}));
    EXPECT_FALSE(series.part.empty());
  }
}

TEST(MultiFrame, missingFramesAndDescriptionsAreRefused) {
  const auto refusal = [](const std::function<void(DcmDataset&)>& change) {
    MultiFrame made;
    made.change = change;
    const auto found = scan(made);
    return found && found->series.at(0).refusal ? found->series[0].refusal->code : std::string();
  };
  EXPECT_EQ(refusal([](DcmDataset& d) { d.putAndInsertString(DCM_NumberOfFrames, "5"); }), "bad-value");
  EXPECT_EQ(refusal([](DcmDataset& d) {
              const std::vector<Uint16> less(7 * 5 * 5);
              d.putAndInsertUint16Array(DCM_PixelData, less.data(), less.size());
            }),
            "pixel-data-cut");
  EXPECT_EQ(refusal([](DcmDataset& d) {
              DcmItem* frame = nullptr;
              d.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, 1);
              delete frame->remove(DCM_PlanePositionSequence);
            }),
            "no-position");
  EXPECT_EQ(refusal([](DcmDataset& d) { delete d.remove(DCM_PerFrameFunctionalGroupsSequence); }), "bad-value");
}

}  // namespace
