#include "io/reading/scan.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "io/reading/ct_reader.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using io::dicom::ScanResult;
using io::dicom::SeriesInfo;
using made_ct::Ct;
using support::TemporaryFolder;

planning::Expected<ScanResult> scan(const fs::path& path) {
  planning::Progress progress;
  return io::dicom::scan(path, progress);
}

std::vector<SeriesInfo> seriesUnder(const fs::path& path) {
  auto result = scan(path);
  if (!result) throw std::runtime_error(result.error().code + " " + result.error().subject);
  return result->series;
}

SeriesInfo only(const fs::path& path) {
  auto all = seriesUnder(path);
  if (all.size() != 1) throw std::runtime_error(std::to_string(all.size()) + " series");
  return all.front();
}

std::string refusal(const fs::path& path) {
  const auto series = only(path);
  return series.refusal ? series.refusal->code : "";
}

bool finds(const SeriesInfo& series, const std::string& code) {
  return std::any_of(series.findings.begin(), series.findings.end(),
                     [&](const auto& finding) { return finding.code == code; });
}

TEST(Scan, findsSeriesAtAnyDepthInSliceOrder) {
  const TemporaryFolder folder;
  Ct first, second;
  second.seriesUid = "1.2.3.31";
  second.slices = 3;
  made_ct::write(first, folder.path() / "a" / "b" / "c");
  made_ct::write(second, folder.path() / "d");
  fs::rename(folder.path() / "d" / "0.dcm", folder.path() / "a" / "z.dcm");
  fs::rename(folder.path() / "a" / "b" / "c" / "0.dcm", folder.path() / "a" / "b" / "c" / "zz");
  const auto series = seriesUnder(folder.path());
  ASSERT_EQ(series.size(), 2u);
  EXPECT_EQ(series[0].dimensions, (std::vector{7, 5, 6}));
  EXPECT_EQ(series[0].files.front().filename(), "zz");
  EXPECT_EQ(series[0].identity.instances.front().sopInstanceUid, "1.2.3.30.1");
  EXPECT_EQ(series[0].identity.instances.back().sopInstanceUid, "1.2.3.30.6");
  EXPECT_EQ(series[1].dimensions, (std::vector{7, 5, 3}));
  EXPECT_EQ(series[1].files.front().filename(), "z.dcm");
  EXPECT_NEAR(series[0].spacingMm[0], 0.4, 1e-12);
  EXPECT_NEAR(series[0].spacingMm[1], 1.6, 1e-12);
  EXPECT_NEAR(series[0].spacingMm[2], 2.0, 1e-9);
  EXPECT_TRUE(series[0].loadable);
  EXPECT_TRUE(series[0].findings.empty());
}

TEST(Scan, saysWhyThereIsNothing) {
  const TemporaryFolder folder;
  EXPECT_EQ(scan(folder.path() / "none").error().code, "no-such-path");
  EXPECT_EQ(scan(folder.path()).error().code, "empty-folder");
  std::ofstream(folder.path() / "notes.txt") << "a long note that is no DICOM file at all, whoever reads it";
  std::ofstream(folder.path() / "empty");
  EXPECT_EQ(scan(folder.path()).error().code, "no-dicom");
  EXPECT_EQ(scan(folder.path() / "notes.txt").error().code, "not-dicom");
}

TEST(Scan, listsWhatItCouldNotReadAndWarnsTheSeriesBesideIt) {
  const TemporaryFolder folder;
  made_ct::write(Ct{}, folder.path());
  std::ofstream(folder.path() / "notes.txt") << "no DICOM";
  auto bytes = made_ct::bytesOf(folder.path() / "5.dcm");
  bytes.resize(700);  // inside the header
  made_ct::putBytes(folder.path() / "5.dcm", bytes);
  const auto result = scan(folder.path());
  ASSERT_TRUE(result);
  ASSERT_EQ(result->rejectedFiles.size(), 2u);
  EXPECT_EQ(result->rejectedFiles[0].reason.code, "truncated");
  EXPECT_EQ(result->rejectedFiles[1].reason.code, "not-dicom");
  ASSERT_EQ(result->series.size(), 1u);
  EXPECT_TRUE(finds(result->series[0], "unreadable-files-beside"));
}

TEST(Scan, refusesMissingAndUnevenSlices) {
  const TemporaryFolder one, two, jitter, end;
  made_ct::write(Ct{}, one.path());
  fs::remove(one.path() / "2.dcm");
  EXPECT_EQ(refusal(one.path()), "missing-slices");
  EXPECT_NE(only(one.path()).refusal->subject.find("3.dcm (0020,0032)"), std::string::npos);
  Ct ct;
  ct.slices = 9;
  made_ct::write(ct, two.path());
  fs::remove(two.path() / "3.dcm");
  fs::remove(two.path() / "4.dcm");
  EXPECT_EQ(refusal(two.path()), "missing-slices");
  made_ct::write(ct, jitter.path(), [&](DcmDataset& d, int k) {
    if (k != 4) return;
    const auto at = ct.position(k) + ct.step * 0.2;  // 0.4 mm
    d.putAndInsertString(DCM_ImagePositionPatient,
                         (std::to_string(at[0]) + "\\" + std::to_string(at[1]) + "\\" + std::to_string(at[2])).c_str());
  });
  EXPECT_EQ(refusal(jitter.path()), "uneven-slices");
}

TEST(Scan, ignoresTheSameSliceTwiceAndRefusesAnotherInItsPlace) {
  const TemporaryFolder same, other;
  made_ct::write(Ct{}, same.path());
  fs::copy_file(same.path() / "3.dcm", same.path() / "copy.dcm");
  const auto series = only(same.path());
  EXPECT_TRUE(series.loadable);
  EXPECT_EQ(series.dimensions[2], 6);
  EXPECT_EQ(series.files.size(), 6u);
  EXPECT_TRUE(finds(series, "duplicate-ignored"));
  made_ct::write(Ct{}, other.path());
  const auto slice = Ct{}.slice(3);
  Uint16* pixels = nullptr;
  slice->getDataset()->findAndGetUint16Array(DCM_PixelData, const_cast<const Uint16*&>(pixels));
  pixels[4] = 77;
  made_ct::save(*slice, other.path() / "changed.dcm");
  EXPECT_EQ(refusal(other.path()), "duplicate-position");
}

TEST(Scan, splitsLocalizersOrientationsAndMatrices) {
  const TemporaryFolder folder;
  made_ct::write(Ct{}, folder.path() / "axial");
  Ct localizer;
  localizer.slices = 2;
  made_ct::write(localizer, folder.path() / "localizer", [](DcmDataset& d, int k) {
    d.putAndInsertString(DCM_ImageType, "ORIGINAL\\PRIMARY\\LOCALIZER");
    d.putAndInsertString(DCM_SOPInstanceUID, k == 0 ? "1.2.9.1" : "1.2.9.2");
  });
  Ct coronal;
  coronal.row = planning::makeVector(1, 0, 0), coronal.column = planning::makeVector(0, 0, -1);
  coronal.step = planning::makeVector(0, 3, 0);
  made_ct::write(coronal, folder.path() / "coronal");
  const auto series = seriesUnder(folder.path());
  ASSERT_EQ(series.size(), 3u);
  int loadable = 0;
  for (const auto& each : series) {
    loadable += each.loadable ? 1 : 0;
    EXPECT_FALSE(each.part.empty());
    if (!each.loadable) {
      EXPECT_EQ(each.refusal->code, "localizer-image");
    }
  }
  EXPECT_EQ(loadable, 2);
}

TEST(Scan, splitsAcquisitionsKernelsAndPhasesThatShareTheirPlaces) {
  using Change = std::pair<DcmTagKey, std::array<const char*, 2>>;
  for (const auto& [tag, values] :
       {Change{DCM_AcquisitionNumber, {"1", "2"}}, Change{DCM_ConvolutionKernel, {"B30f", "B60f"}},
        Change{DCM_TemporalPositionIdentifier, {"1", "2"}}}) {
    const TemporaryFolder folder;
    for (int part = 0; part < 2; ++part)
      made_ct::write(Ct{}, folder.path() / std::to_string(part), [&](DcmDataset& d, int k) {
        d.putAndInsertString(tag, values[static_cast<std::size_t>(part)]);
        d.putAndInsertString(DCM_SOPInstanceUID, ("1.2.8." + std::to_string(part) + "." + std::to_string(k)).c_str());
      });
    const auto series = seriesUnder(folder.path());
    ASSERT_EQ(series.size(), 2u);
    EXPECT_TRUE(series[0].loadable && series[1].loadable);
    EXPECT_NE(series[0].part, series[1].part);
    EXPECT_NE(series[1].part.find(values[1]), std::string::npos) << series[1].part;
  }
}

TEST(Scan, neverMixesPatientsUnderOneSeriesUid) {
  const TemporaryFolder folder;
  Ct ct;
  made_ct::write(ct, folder.path() / "a");
  ct.patientId = "P2";
  made_ct::write(ct, folder.path() / "b");
  const auto series = seriesUnder(folder.path());
  ASSERT_EQ(series.size(), 2u);
  EXPECT_EQ(series[0].identity.patient.id, "P1");
  EXPECT_EQ(series[1].identity.patient.id, "P2");
  EXPECT_EQ(series[0].files.size(), 6u);
}

TEST(Scan, neverMixesFramesOfReference) {
  const TemporaryFolder folder;
  made_ct::write(Ct{}, folder.path(), [](DcmDataset& d, int k) {
    if (k >= 3) d.putAndInsertString(DCM_FrameOfReferenceUID, "1.2.3.99");
  });
  const auto series = seriesUnder(folder.path());
  ASSERT_EQ(series.size(), 2u);
  EXPECT_EQ(series[0].files.size(), 3u);
}

TEST(Scan, findsWhatIsMissingForASavedPlan) {
  const TemporaryFolder folder;
  made_ct::write(Ct{}, folder.path(), [](DcmDataset& d, int) {
    for (const auto& tag : {DCM_PatientID, DCM_StudyInstanceUID, DCM_FrameOfReferenceUID, DCM_PatientPosition})
      d.findAndDeleteElement(tag);
  });
  const auto series = only(folder.path());
  EXPECT_TRUE(series.loadable);
  for (const char* code : {"no-patient-id", "no-study-uid", "no-frame-of-reference", "no-patient-position"})
    EXPECT_TRUE(finds(series, code)) << code;
}

TEST(Scan, findsWhatIsOddAboutTheValues) {
  const TemporaryFolder folder;
  made_ct::write(Ct{}, folder.path(), [](DcmDataset& d, int k) {
    d.putAndInsertString(DCM_RescaleType, "US");
    d.putAndInsertString(DCM_BurnedInAnnotation, "YES");
    d.putAndInsertString(DCM_LossyImageCompression, "01");
    d.putAndInsertString(DCM_SliceThickness, k < 3 ? "1.5" : "1.0");
  });
  const auto series = only(folder.path());
  for (const char* code :
       {"values-not-hu", "burned-in-annotation", "lossy-compression", "mixed-thickness", "gap-between-slices"})
    EXPECT_TRUE(finds(series, code)) << code;
}

struct BrokenValue {
  DcmTagKey tag;
  const char* value;
  const char* code;
};

TEST(Scan, refusesBrokenNumbersByFileAndTag) {
  for (const auto& [tag, value, code] :
       {BrokenValue{DCM_ImagePositionPatient, "0\\1,5\\2", "bad-value"},
        BrokenValue{DCM_ImagePositionPatient, "0\\nan\\2", "bad-value"},
        BrokenValue{DCM_ImagePositionPatient, "0\\1e9999\\2", "bad-value"},
        BrokenValue{DCM_ImagePositionPatient, "0\\1", "bad-value"},
        BrokenValue{DCM_ImagePositionPatient, "", "no-position"},
        BrokenValue{DCM_ImagePositionPatient, "0\\0\\1e7", "bad-value"},
        BrokenValue{DCM_ImageOrientationPatient, "", "no-orientation"},
        BrokenValue{DCM_PixelSpacing, "0\\1", "bad-value"}, BrokenValue{DCM_PixelSpacing, "1", "bad-value"},
        BrokenValue{DCM_PixelSpacing, "", "no-pixel-spacing"}, BrokenValue{DCM_RescaleSlope, "0", "bad-value"},
        BrokenValue{DCM_RescaleSlope, "one", "bad-value"}, BrokenValue{DCM_RescaleIntercept, "inf", "bad-value"}}) {
    const TemporaryFolder folder;
    made_ct::write(Ct{}, folder.path(), [&, t = tag, v = value](DcmDataset& d, int) { d.putAndInsertString(t, v); });
    const auto series = only(folder.path());
    ASSERT_TRUE(series.refusal) << value;
    EXPECT_EQ(series.refusal->code, code) << value;
    const DcmTag named(tag);
    char text[16];
    std::snprintf(text, sizeof text, "(%04x,%04x)", tag.getGroup(), tag.getElement());
    EXPECT_NE(series.refusal->subject.find(text), std::string::npos) << series.refusal->subject;
    EXPECT_NE(series.refusal->subject.find(".dcm"), std::string::npos);
  }
}

TEST(Scan, refusesPixelsThatAreNoGreyValues) {
  struct Case {
    DcmTagKey tag;
    int value;
  };
  for (const auto& [tag, value] : {Case{DCM_SamplesPerPixel, 3}, Case{DCM_BitsAllocated, 32}, Case{DCM_BitsStored, 17},
                                   Case{DCM_HighBit, 3}, Case{DCM_Rows, 0}}) {
    const TemporaryFolder folder;
    made_ct::write(Ct{}, folder.path(), [&, t = tag, v = value](DcmDataset& d, int) {
      d.putAndInsertUint16(t, static_cast<Uint16>(v));
      const std::vector<Uint16> plenty(400);
      d.putAndInsertUint16Array(DCM_PixelData, plenty.data(), plenty.size());
    });
    EXPECT_EQ(refusal(folder.path()), "unsupported-pixel-format") << value;
  }
}

TEST(Scan, readsTextInItsCharacterSet) {
  const TemporaryFolder latin, japanese, broken;
  Ct ct;
  ct.slices = 1;
  const auto named = [](const char* charset, const char* name) {
    return [=](DcmDataset& d, int) {
      d.putAndInsertString(DCM_SpecificCharacterSet, charset);
      d.putAndInsertString(DCM_PatientName, name);
    };
  };
  made_ct::write(ct, latin.path(),
                 named("ISO_IR 100",
                       "L\xe9"
                       "ger^Ren\xe9"));
  EXPECT_EQ(only(latin.path()).identity.patient.name, "Léger^René");
  made_ct::write(ct, japanese.path(), named("\\ISO 2022 IR 87", "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B"));
  EXPECT_EQ(only(japanese.path()).identity.patient.name, "Yamada^Tarou=山田^太郎");
  made_ct::write(ct, broken.path(), named("ISO_IR 192", "L\xe9ger"));
  const auto undecodable = only(broken.path());
  EXPECT_EQ(undecodable.identity.patient.name, "L?ger");
  EXPECT_TRUE(finds(undecodable, "undecodable-text"));
}

TEST(Scan, followsNoLinkOutOfTheFolder) {
  const TemporaryFolder inside, outside;
  made_ct::write(Ct{}, outside.path());
  Ct one;
  one.slices = 3;
  made_ct::write(one, inside.path());
  fs::create_symlink(outside.path() / "4.dcm", inside.path() / "4.dcm");
  fs::create_directory_symlink(outside.path(), inside.path() / "folder");
  fs::create_symlink(inside.path() / "0.dcm", inside.path() / "same.dcm");
  const auto result = scan(inside.path());
  ASSERT_TRUE(result);
  ASSERT_EQ(result->series.size(), 1u);
  EXPECT_EQ(result->series[0].dimensions[2], 3);
  ASSERT_EQ(result->rejectedFiles.size(), 2u);
  for (const auto& rejected : result->rejectedFiles) EXPECT_EQ(rejected.reason.code, "outside-folder");
}

TEST(Scan, listsObjectsThatAreNoImages) {
  const TemporaryFolder folder;
  made_ct::write(Ct{}, folder.path() / "ct");
  Ct other;
  other.slices = 1;
  const auto become = [](const char* sopClass, const char* modality) {
    return [=](DcmDataset& d, int) {
      d.putAndInsertString(DCM_SOPClassUID, sopClass);
      d.putAndInsertString(DCM_Modality, modality);
      d.putAndInsertString(DCM_SeriesInstanceUID, (std::string("1.2.7.") + std::to_string(modality[0])).c_str());
    };
  };
  made_ct::write(other, folder.path() / "mr", become(UID_MRImageStorage, "MR"));
  made_ct::write(other, folder.path() / "xa", become(UID_XRayAngiographicImageStorage, "XA"));
  const auto series = seriesUnder(folder.path());
  ASSERT_EQ(series.size(), 3u);
  for (const auto& each : series) {
    EXPECT_EQ(each.loadable, each.identity.modality != "MR");
    EXPECT_EQ(each.geometry.has_value(), each.identity.modality == "CT");
    EXPECT_EQ(each.views.size(), each.identity.modality == "XA" ? 1u : 0u);
    if (!each.loadable) {
      EXPECT_EQ(each.refusal->code, "mr-not-read");
    }
  }
}

}  // namespace
