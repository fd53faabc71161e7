#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "io/dicom/dicomdir.h"
#include "io/reading/ct_reader.h"
#include "tests/io/dicom/made_bytes.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

// Findings and refusals of series that no other test brings about: each is seen once.

namespace {

using io::dicom::SeriesInfo;
using made_ct::Ct;
using support::TemporaryFolder;

SeriesInfo seriesOf(const Ct& ct, const made_ct::Spoil& spoil) {
  const TemporaryFolder folder;
  made_ct::write(ct, folder.path(), spoil);
  planning::Progress progress;
  auto found = io::dicom::scan(folder.path(), progress);
  if (!found) throw std::runtime_error(found.error().code);
  return found->series.at(0);
}

bool has(const std::vector<planning::Finding>& findings, const std::string& code) {
  return std::any_of(findings.begin(), findings.end(), [&](const auto& finding) { return finding.code == code; });
}

std::string refusal(const SeriesInfo& series) {
  return series.refusal ? series.refusal->code : std::string();
}

std::vector<planning::Finding> findingsOfVolume(const Ct& ct, const made_ct::Spoil& spoil) {
  const TemporaryFolder folder;
  made_ct::write(ct, folder.path(), spoil);
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path(), progress);
  const auto volume = io::readCt(found.value().series.at(0), progress);
  return volume.value().findings;
}

TEST(SeriesFindings, valuesThatAreNoPlainHounsfieldUnitsAreSaid) {
  const auto none = findingsOfVolume({}, {});
  for (const char* code : {"hu-clamped", "hu-rounded", "outside-field-untagged", "no-rescale"})
    EXPECT_FALSE(has(none, code)) << code;
  Ct steep, broken;
  steep.slope = 100;
  EXPECT_TRUE(has(findingsOfVolume(steep, {}), "hu-clamped"));
  broken.slope = 1.5;
  EXPECT_TRUE(has(findingsOfVolume(broken, {}), "hu-rounded"));
  const auto low = [](DcmDataset& d, int) { d.putAndInsertString(DCM_RescaleIntercept, "-2000"); };
  EXPECT_TRUE(has(findingsOfVolume({}, low), "outside-field-untagged"));
  const auto bare = [](DcmDataset& d, int) { delete d.remove(DCM_RescaleSlope); };
  EXPECT_TRUE(has(findingsOfVolume({}, bare), "no-rescale"));
}

TEST(SeriesFindings, whatAnAnonymiserEmptiedIsSaid) {
  const auto series = seriesOf(
      {}, [](DcmDataset& d, int) { delete d.remove(DCM_SOPInstanceUID), delete d.remove(DCM_SeriesInstanceUID); });
  EXPECT_TRUE(has(series.findings, "no-instance-uid"));
  EXPECT_TRUE(has(series.findings, "no-series-uid"));
}

TEST(SeriesFindings, aPositionThatChangesWithinTheSeriesIsSaid) {
  const auto series =
      seriesOf({}, [](DcmDataset& d, int k) { d.putAndInsertString(DCM_PatientPosition, k < 3 ? "HFS" : "HFP"); });
  EXPECT_TRUE(has(series.findings, "position-changes"));
}

// Under the same UIDs, with the same Patient ID.
TEST(SeriesFindings, slicesOfAnotherNameOrStudyDateAreAnError) {
  const auto severityOf = [](const SeriesInfo& series, const char* code) {
    for (const auto& finding : series.findings)
      if (finding.code == code) return std::optional(finding.severity);
    return std::optional<planning::Severity>();
  };
  const auto with = [](const DcmTagKey& tag, const char* first, const char* others) {
    return seriesOf({}, [=](DcmDataset& d, int k) { d.putAndInsertString(tag, k < 2 ? first : others); });
  };
  EXPECT_EQ(severityOf(with(DCM_PatientName, "Doe^Jane", "Roe^Ann"), "patient-names-differ"),
            planning::Severity::Error);
  EXPECT_FALSE(severityOf(with(DCM_PatientName, "Doe^Jane", "Doe^Jane^^"), "patient-names-differ"));
  EXPECT_EQ(severityOf(with(DCM_StudyDate, "20260101", "20200101"), "study-dates-differ"), planning::Severity::Error);
  EXPECT_FALSE(severityOf(with(DCM_StudyDate, "20260101", "20260101"), "study-dates-differ"));
}

TEST(SeriesFindings, unevennessBelowTheLimitIsSaid) {
  Ct ct;
  ct.row = planning::makeVector(1, 0, 0), ct.column = planning::makeVector(0, 1, 0);
  ct.step = planning::makeVector(0, 0, 2);
  const auto series = seriesOf(ct, [](DcmDataset& d, int k) {
    const double z = -300.75 + 2 * k + (k == 3 ? 0.06 : 0);
    d.putAndInsertString(DCM_ImagePositionPatient, ("-11.5\\22.25\\" + std::to_string(z)).c_str());
  });
  EXPECT_EQ(refusal(series), "");
  EXPECT_TRUE(has(series.findings, "slices-slightly-uneven"));
}

TEST(SeriesFindings, whatIsNoVolumeIsRefusedAsSuch) {
  EXPECT_EQ(refusal(seriesOf({}, [](DcmDataset& d, int) { delete d.remove(DCM_PixelData); })), "no-pixel-data");
  EXPECT_EQ(refusal(seriesOf({},
                             [](DcmDataset& d, int) {
                               d.putAndInsertString(DCM_SOPClassUID, UID_UltrasoundImageStorage);
                               d.putAndInsertString(DCM_Modality, "US");
                             })),
            "not-a-volume");
}

TEST(SeriesFindings, aFileThatIsNoObjectOfASeriesIsRejected) {
  const TemporaryFolder folder;
  const auto bytes = made_bytes::meta(made_bytes::kExplicitLittle, "1.2.3") +
                     made_bytes::element(8, 0x70, "LO", "somebody") + made_bytes::element(0x10, 0x20, "LO", "1");
  made_ct::putBytes(folder.path() / "a.dcm", {bytes.begin(), bytes.end()});
  planning::Progress progress;
  EXPECT_EQ(io::dicom::scan(folder.path() / "a.dcm", progress).error().code, "no-series");
}

/// Two slices that claim more voxels than a volume may have; sparse files.
TEST(SeriesFindings, aVolumeBeyondAllMeasureIsRefusedBeforeItsPixelsAreRead) {
  using namespace made_bytes;
  const TemporaryFolder folder;
  const std::uint32_t frameBytes = 8192u * 8192u * 2;
  for (int k = 0; k < 33; ++k) {
    auto header = ct(8192, 8192);
    const auto at = header.find("0\\0\\0 ");
    header.replace(at, 6, "0\\0\\" + std::string(k < 10 ? "0" : "") + std::to_string(k));
    const auto uid = header.find("1.2.3.4");
    header.replace(uid, 7, "1.2.3." + std::to_string(k % 10));
    const auto bytes = meta(kExplicitLittle) + header + element(0x7fe0, 0x10, "OW", "", frameBytes);
    const auto file = folder.path() / std::to_string(k);
    made_ct::putBytes(file, {bytes.begin(), bytes.end()});
    std::filesystem::resize_file(file, bytes.size() + frameBytes);
  }
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path(), progress);
  ASSERT_TRUE(found) << found.error().code;
  EXPECT_EQ(refusal(found->series.at(0)), "volume-too-large");
}

TEST(SeriesFindings, aFileThatIsNoDicomdirIsNotReadAsOne) {
  const TemporaryFolder folder;
  made_ct::write({}, folder.path());
  const auto ids = io::dicom::readDicomdir(folder.path() / "0.dcm");
  ASSERT_FALSE(ids);
  EXPECT_EQ(ids.error().code, "not-dicomdir");
}

}  // namespace
