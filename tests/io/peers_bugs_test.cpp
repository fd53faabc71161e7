#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "io/reading/ct_reader.h"
#include "io/reading/report_reader.h"
#include "io/report/plan_report.h"
#include "tests/io/dicom/made_bytes.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/io/report/sample_plan.h"
#include "tests/support/temporary_folder.h"

// Faults that other programs had with CT series and reports, rebuilt without their data.
// Those with segmentations are in structures/peers_bugs_test, label_map_reader_test and rtstruct_reader_test; every
// tilt, order and position at once in orientation_matrix_test.

namespace {

using planning::Expected;
using planning::Volume;
using support::TemporaryFolder;

Expected<Volume> readOnly(const std::filesystem::path& folder) {
  planning::Progress progress;
  auto found = io::dicom::scan(folder, progress);
  if (!found) return tl::unexpected(found.error());
  EXPECT_EQ(found->series.size(), 1u);
  return io::readCt(found->series.at(0), progress);
}

/// Every voxel of the made series lies where it was made, whatever the order of the slices in the volume.
void expectInPlace(const Volume& volume, const made_ct::Ct& ct) {
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  ASSERT_EQ(size[2], static_cast<std::size_t>(ct.slices));
  for (int k = 0; k < ct.slices; ++k)
    for (const auto& [i, j] : {std::pair{0, 0}, {ct.columns - 1, 0}, {0, ct.rows - 1}}) {
      const auto place = ct.position(k) + ct.row * (ct.columnSpacing * i) + ct.column * (ct.rowSpacing * j);
      itk::Index<3> index;
      ASSERT_TRUE(volume.hu->TransformPhysicalPointToIndex(place, index));
      EXPECT_EQ(volume.hu->GetPixel(index), ct.stored(i, j, k)) << k << " " << i << " " << j;
      planning::Point centre;
      volume.hu->TransformIndexToPhysicalPoint(index, centre);
      EXPECT_LT((centre - place).GetNorm(), 0.01);
    }
}

bool has(const Volume& volume, const std::string& code) {
  return std::any_of(volume.findings.begin(), volume.findings.end(), [&](const auto& f) { return f.code == code; });
}

// Slicer 4409, 3254, 570; dcm2niix 253, 259, 697; ITK 6468, 6656; vtk-dicom 202; Weasis 715: slices of a tilted gantry
// made orthogonal, or sheared the wrong way because the angle's sign in the header was believed.
TEST(PeersBugs, aTiltIsTakenFromPlacesAndNotFromTheHeadersAngle) {
  for (const char* angle : {"", "18.5", "-18.5", "0"}) {
    const TemporaryFolder folder;
    const made_ct::Ct ct;  // its step is not orthogonal to its slices
    made_ct::write(ct, folder.path(), [&](DcmDataset& dataset, int) {
      if (*angle) dataset.putAndInsertString(DCM_GantryDetectorTilt, angle);
      dataset.putAndInsertString(DCM_SpacingBetweenSlices, "2.5");  // some write the step, some its height
    });
    const auto volume = readOnly(folder.path());
    ASSERT_TRUE(volume) << volume.error().code << angle;
    expectInPlace(*volume, ct);
    EXPECT_EQ(has(*volume, "gantry-tilt"), volume->gantryTilt.degrees() > 0.1);
  }
}

// SimpleITK 2176, ITK 6463, Slicer 7730 and 4005: slices sorted by file name, instance number or slice location.
TEST(PeersBugs, placesOrderTheSlicesAndNothingElseDoes) {
  const std::array<made_ct::Spoil, 4> kSpoils{
      [](DcmDataset& d, int k) { d.putAndInsertString(DCM_InstanceNumber, std::to_string(6 - k).c_str()); },
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_InstanceNumber, "1"); },
      [](DcmDataset& d, int) { delete d.remove(DCM_InstanceNumber), delete d.remove(DCM_SliceLocation); },
      [](DcmDataset& d, int k) {
        d.putAndInsertString(DCM_SliceLocation, std::to_string(k * 7 % 6).c_str());
        d.putAndInsertString(DCM_InstanceNumber, std::to_string(k * 5 % 6).c_str());
      }};
  for (const auto& spoil : kSpoils) {
    const TemporaryFolder folder;
    const made_ct::Ct ct;
    made_ct::write(ct, folder.path(), spoil);
    for (int k = 0; k < ct.slices; ++k)
      std::filesystem::rename(folder / (std::to_string(k) + ".dcm"), folder / ("im" + std::to_string(k * 5 % 6 + 10)));
    const auto volume = readOnly(folder.path());
    ASSERT_TRUE(volume) << volume.error().code;
    expectInPlace(*volume, ct);
  }
}

// The same four: a slice that is not there moves all that come after it.
TEST(PeersBugs, aMissingSliceMovesNothing) {
  const TemporaryFolder folder;
  made_ct::write({}, folder.path());
  std::filesystem::remove(folder / "3.dcm");
  const auto volume = readOnly(folder.path());
  ASSERT_FALSE(volume);
  EXPECT_NE(volume.error().detail.find("missing-slices"), std::string::npos) << volume.error().detail;
}

// Slicer 3847, 3801, 3457; InVesalius 70; ITK-SNAP 87; QuantitativeReporting 273: left and right, or head and feet,
// changed places with the patient's position or the order of the slices.
TEST(PeersBugs, noPositionAndNoOrderFlipsThePatient) {
  using planning::makeVector;
  struct Position {
    const char* name;
    planning::Vector row, column;
  };
  for (const auto& [name, row, column] : {Position{"HFS", makeVector(1, 0, 0), makeVector(0, 1, 0)},
                                          Position{"HFP", makeVector(-1, 0, 0), makeVector(0, -1, 0)},
                                          Position{"FFS", makeVector(-1, 0, 0), makeVector(0, 1, 0)},
                                          Position{"FFP", makeVector(1, 0, 0), makeVector(0, -1, 0)},
                                          Position{"HFDL", makeVector(0, 1, 0), makeVector(-1, 0, 0)}})
    for (const double step : {2.0, -2.0}) {
      const TemporaryFolder folder;
      made_ct::Ct ct;
      ct.row = row, ct.column = column, ct.step = makeVector(0, 0, step);
      made_ct::write(ct, folder.path(), [name = name](DcmDataset& dataset, int) {
        dataset.putAndInsertString(DCM_PatientPosition, name);
      });
      const auto volume = readOnly(folder.path());
      ASSERT_TRUE(volume) << volume.error().code;
      expectInPlace(*volume, ct);
      EXPECT_EQ(volume->identity.patientPosition, name);
    }
}

// OHIF 5597, 3537, 3063: images of different frames of reference shown, or measured, as if they were one.
TEST(PeersBugs, whatHasItsOwnFrameOfReferenceIsItsOwnSeries) {
  const TemporaryFolder folder;
  made_ct::write({}, folder.path(), [](DcmDataset& dataset, int k) {
    dataset.putAndInsertString(DCM_FrameOfReferenceUID, k < 3 ? "1.2.3.40" : "1.2.3.41");
  });
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path(), progress);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->series.size(), 2u);
  for (const auto& series : found->series) EXPECT_EQ(series.dimensions.at(2), 3);
}

/// Every decimal string of a data set, at any depth.
void collectDecimals(DcmItem& item, std::vector<std::string>& decimals) {
  for (unsigned long i = 0; i < item.card(); ++i) {
    DcmElement* element = item.getElement(i);
    if (auto* sequence = dynamic_cast<DcmSequenceOfItems*>(element)) {
      for (unsigned long n = 0; n < sequence->card(); ++n) collectDecimals(*sequence->getItem(n), decimals);
    } else if (element->getVR() == EVR_DS) {
      OFString value;
      for (unsigned long n = 0; n < element->getVM() && element->getOFString(value, n).good(); ++n)
        decimals.emplace_back(value.c_str());
    }
  }
}

// dcmqi 316: numbers of more than the 16 characters that a decimal string may have.
TEST(PeersBugs, noNumberOfAReportIsLongerThanADecimalString) {
  const TemporaryFolder folder;
  auto plan = sample::richPlan();
  plan.assessment.needles[0].depthMm = 1e3 / 7;
  ASSERT_TRUE(io::report::writePlan(plan, folder / "plan.dcm"));
  DcmFileFormat file;
  ASSERT_TRUE(file.loadFile((folder / "plan.dcm").c_str()).good());
  std::vector<std::string> decimals;
  collectDecimals(*file.getDataset(), decimals);
  EXPECT_GT(decimals.size(), 10u);
  for (const auto& decimal : decimals) EXPECT_LE(decimal.size(), 16u) << decimal;
}

// OHIF 3471, 3673, 3751, 5081, 5762, 1215: reports that name a measurement report and lack what one has took the viewer
// down or showed nothing.
TEST(PeersBugs, aReportThatLacksItsPartsIsRefusedWithAReason) {
  const TemporaryFolder folder;
  ASSERT_TRUE(io::report::writePlan(sample::richPlan(), folder / "plan.dcm"));
  for (const DcmTagKey& tag :
       {DCM_ContentSequence, DCM_ConceptNameCodeSequence, DCM_SOPClassUID, DCM_StudyInstanceUID}) {
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile((folder / "plan.dcm").c_str()).good());
    file.loadAllDataIntoMemory();
    delete file.getDataset()->remove(tag);
    ASSERT_TRUE(file.saveFile((folder / "less.dcm").c_str(), EXS_LittleEndianExplicit).good());
    const auto plan = io::report::readPlan(folder / "less.dcm");
    ASSERT_FALSE(plan) << tag.toString();
    EXPECT_TRUE(plan.error().code == "broken-report" || plan.error().code == "not-a-plan" ||
                plan.error().code == "not-dicom")
        << plan.error().code;
  }
}

/// Why a file of these bytes is not opened as a series; empty when it is.
std::string refusalOf(const std::string& bytes) {
  const TemporaryFolder folder;
  made_ct::putBytes(folder / "a.dcm", {bytes.begin(), bytes.end()});
  planning::Progress progress;
  const auto found = io::dicom::scan(folder / "a.dcm", progress);
  if (!found) return found.error().code;
  const auto& series = found->series.at(0);
  if (series.refusal) return series.refusal->code;
  const auto volume = io::readCt(series, progress);
  return volume ? std::string() : volume.error().code;
}

// fo-dicom 2114: one more level of stack for each nested sequence, until there was none.
TEST(PeersBugs, sequencesNestedWithoutEndAreRefused) {
  using namespace made_bytes;
  std::string deep;
  for (int level = 0; level < 20000; ++level) deep += element(8, 0x1140, "SQ", "", 0xffffffff) + openItem();
  const auto bytes = meta(kExplicitLittle) + element(8, 0x16, "UI", "1.2.840.10008.5.1.4.1.1.2") + deep;
  EXPECT_EQ(refusalOf(bytes), "nested-too-deep");
}

// pydicom 2314 (CVE-2026-32711): a DICOMDIR that leads to files outside its folder.
TEST(PeersBugs, aDicomdirLeadsOutOfNoFolder) {
  using namespace made_bytes;
  const TemporaryFolder all;
  made_ct::write({}, all / "secret");
  std::filesystem::create_directory(all / "disc");
  made_ct::write({}, all / "disc");
  std::string records;
  for (const std::string id : {"..\\secret\\0.dcm", "0.dcm"})
    records +=
        item(element(4, 0x1400, "UL", little32(0)) + element(4, 0x1410, "US", little16(0xffff)) +
             element(4, 0x1420, "UL", little32(0)) + element(4, 0x1430, "CS", "IMAGE") + element(4, 0x1500, "CS", id));
  const auto bytes = meta(kExplicitLittle, "1.2.840.10008.1.3.10") + element(4, 0x1130, "CS", "SET") +
                     element(4, 0x1220, "SQ", records);
  made_ct::putBytes(all / "disc" / "DICOMDIR", {bytes.begin(), bytes.end()});
  planning::Progress progress;
  const auto found = io::dicom::scan(all / "disc" / "DICOMDIR", progress);
  ASSERT_TRUE(found) << found.error().code;
  ASSERT_EQ(found->rejectedFiles.size(), 1u);
  EXPECT_EQ(found->rejectedFiles[0].reason.code, "outside-folder");
  ASSERT_EQ(found->series.size(), 1u);
  EXPECT_EQ(found->series[0].files.size(), 1u);
}

// SimpleITK 2445: fragments of encapsulated pixels whose lengths are not those of what follows, read past their end.
TEST(PeersBugs, fragmentsOfWrongLengthsAreRefused) {
  using namespace made_bytes;
  const auto fragment = [](std::uint32_t length, const std::string& bytes) {
    return little16(0xfffe) + little16(0xe000) + little32(length) + bytes;
  };
  const std::string table = fragment(0, ""), end = sequenceEnd();
  for (const auto& fragments :
       {table + fragment(0xfffffffe, "\xff\xd8\xff\xd9") + end, table + fragment(0x7fffffff, "") + end,
        table + fragment(4, "\xff\xd8") + end, table + fragment(0, "") + end, table + fragment(1, "\xff") + end,
        table + fragment(0xffffffff, "\xff\xd8") + end, fragment(0xfffffff8, "") + end, table + end, end,
        table + fragment(4, "\xff\xd8\xff\xd9"), table + std::string("\xfe\xff\x00", 3), std::string()}) {
    const auto bytes =
        meta("1.2.840.10008.1.2.4.70") + ct(4, 4) + element(0x7fe0, 0x10, "OB", "", 0xffffffff) + fragments;
    EXPECT_NE(refusalOf(bytes), "") << fragments.size();
  }
}

}  // namespace
