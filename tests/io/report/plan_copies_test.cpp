#include "io/report/plan_copies.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/temporary_folder.h"
#include "tests/support/validators.h"

namespace io::report {
namespace {

planning::Plan savedPlan() {
  planning::Plan plan;
  plan.choices.scan.patient = {"P1", "HOSPITAL", "M\xC3\xBCller^Zo\xC3\xA9", "19700101", "F"};
  plan.choices.scan.study = {"2.25.1", "7", "20260102", "101112", "ACC", "Lumbar CT", "Roe^Ann"};
  plan.report.sopInstanceUid = "2.25.77";
  plan.report.seriesUid = "2.25.78";
  plan.report.savedDate = "20260103";
  plan.report.savedTime = "111213";
  plan.report.complete = true;
  return plan;
}

std::string textOf(DcmItem& item, const DcmTagKey& tag) {
  OFString text;
  item.findAndGetOFStringArray(tag, text);
  return {text.c_str(), text.size()};
}

class PlanCopies : public testing::Test {
 protected:
  DcmDataset& open(const std::filesystem::path& file) {
    EXPECT_TRUE(file_.loadFile(file.c_str()).good());
    return *file_.getDataset();
  }
  void expectOfThePlan(DcmDataset& dataset) {
    EXPECT_EQ(textOf(dataset, DCM_PatientID), "P1");
    EXPECT_EQ(textOf(dataset, DCM_IssuerOfPatientID), "HOSPITAL");
    EXPECT_EQ(textOf(dataset, DCM_PatientName), "M\xC3\xBCller^Zo\xC3\xA9");
    EXPECT_EQ(textOf(dataset, DCM_StudyInstanceUID), "2.25.1") << "in the scan's study";
    EXPECT_EQ(textOf(dataset, DCM_AccessionNumber), "ACC");
    EXPECT_EQ(textOf(dataset, DCM_StudyDate), "20260102");
    EXPECT_EQ(textOf(dataset, DCM_ContentDate), "20260103");
    EXPECT_EQ(textOf(dataset, DCM_BurnedInAnnotation), "YES");
    DcmItem* source = nullptr;
    ASSERT_TRUE(dataset.findAndGetSequenceItem(DCM_SourceInstanceSequence, source).good());
    EXPECT_EQ(textOf(*source, DCM_ReferencedSOPInstanceUID), "2.25.77");
  }

  support::TemporaryFolder folder_;
  DcmFileFormat file_;
};

}  // namespace

TEST_F(PlanCopies, keepEveryPixelOfAKeyImage) {
  const KeyImage image{3, 2, {255, 0, 0, 0, 255, 0, 0, 0, 255, 1, 2, 3, 4, 5, 6, 7, 8, 9}, "Along the needle"};
  ASSERT_TRUE(writeKeyImage(image, savedPlan(), 2, folder_ / "key.dcm"));
  auto& dataset = open(folder_ / "key.dcm");
  expectOfThePlan(dataset);
  EXPECT_EQ(textOf(dataset, DCM_SOPClassUID), UID_SecondaryCaptureImageStorage);
  EXPECT_EQ(textOf(dataset, DCM_SeriesInstanceUID), keyImageSeriesUid("2.25.77"));
  EXPECT_EQ(textOf(dataset, DCM_InstanceNumber), "2");
  EXPECT_EQ(textOf(dataset, DCM_PhotometricInterpretation), "RGB");
  const Uint8* pixels = nullptr;
  unsigned long count = 0;
  ASSERT_TRUE(dataset.findAndGetUint8Array(DCM_PixelData, pixels, &count).good());
  EXPECT_EQ(std::vector<std::uint8_t>(pixels, pixels + count), image.rgb);
  if (const auto errors = support::dciodvfyErrors(folder_ / "key.dcm")) {
    EXPECT_EQ(*errors, std::vector<std::string>());
  }
}

TEST_F(PlanCopies, keepEveryByteOfAWorksheetOfOddLength) {
  const std::string pdf = "%PDF-1.4 odd";
  const std::string odd = pdf + (pdf.size() % 2 == 0 ? "!" : "");
  ASSERT_TRUE(writeWorksheet(std::as_bytes(std::span(odd)), savedPlan(), folder_ / "sheet.dcm"));
  auto& dataset = open(folder_ / "sheet.dcm");
  expectOfThePlan(dataset);
  EXPECT_EQ(textOf(dataset, DCM_SOPClassUID), UID_EncapsulatedPDFStorage);
  EXPECT_EQ(textOf(dataset, DCM_SeriesInstanceUID), worksheetSeriesUid("2.25.77"));
  EXPECT_EQ(textOf(dataset, DCM_Modality), "DOC");
  EXPECT_EQ(textOf(dataset, DCM_MIMETypeOfEncapsulatedDocument), "application/pdf");
  Uint32 length = 0;
  ASSERT_TRUE(dataset.findAndGetUint32(DCM_EncapsulatedDocumentLength, length).good());
  EXPECT_EQ(length, odd.size());
  const Uint8* bytes = nullptr;
  unsigned long count = 0;
  ASSERT_TRUE(dataset.findAndGetUint8Array(DCM_EncapsulatedDocument, bytes, &count).good());
  EXPECT_EQ(count, odd.size() + 1) << "padded to even";
  EXPECT_EQ(std::string(bytes, bytes + length), odd);
  if (const auto errors = support::dciodvfyErrors(folder_ / "sheet.dcm")) {
    EXPECT_EQ(*errors, std::vector<std::string>());
  }
}

TEST_F(PlanCopies, ofTwoVersionsAreTwoSeries) {
  EXPECT_NE(keyImageSeriesUid("2.25.77"), keyImageSeriesUid("2.25.79"));
  EXPECT_NE(keyImageSeriesUid("2.25.77"), worksheetSeriesUid("2.25.77"));
}

TEST_F(PlanCopies, thatCannotBeWrittenSaySo) {
  const auto written = writeKeyImage({1, 1, {1, 2, 3}, "x"}, savedPlan(), 1, "/no/such/folder/key.dcm");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, "cannot-write");
}

}  // namespace io::report
