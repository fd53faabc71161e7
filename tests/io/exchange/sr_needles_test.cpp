#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include "io/exchange/needle_file.h"
#include "io/report/plan_report.h"
#include "tests/io/report/sample_plan.h"
#include "tests/paths.h"
#include "tests/support/temporary_folder.h"

namespace {

using io::exchange::ForeignNeedles;
using planning::Expected;
using planning::makePoint;

DcmItem& item(DcmItem& parent, const DcmTagKey& sequence, int number = 0) {
  DcmItem* found = nullptr;
  if (parent.findOrCreateSequenceItem(DcmTag(sequence), found, number).bad()) throw std::runtime_error("no item");
  return *found;
}

void put(DcmItem& to, const DcmTagKey& tag, const std::string& value) {
  if (to.putAndInsertString(DcmTag(tag), value.c_str()).bad()) throw std::runtime_error("not put");
}

void putCode(DcmItem& to, const DcmTagKey& sequence, const std::string& value, const std::string& scheme,
             const std::string& meaning) {
  DcmItem& code = item(to, sequence);
  put(code, DCM_CodeValue, value);
  put(code, DCM_CodingSchemeDesignator, scheme);
  put(code, DCM_CodeMeaning, meaning);
}

/// One SCOORD3D of a group.
struct Graphic {
  std::string type, meaning;
  std::vector<float> data;
  std::string frame = "1.2.3";
};

/// A content item of that type below `parent`; its number is that of the parent's items so far.
DcmItem& content(DcmItem& parent, const std::string& type, const std::string& value, const std::string& scheme,
                 const std::string& meaning) {
  DcmSequenceOfItems* children = nullptr;
  parent.findAndGetSequence(DCM_ContentSequence, children);
  DcmItem& made = item(parent, DCM_ContentSequence, children ? static_cast<int>(children->card()) : 0);
  put(made, DCM_RelationshipType, "CONTAINS");
  put(made, DCM_ValueType, type);
  putCode(made, DCM_ConceptNameCodeSequence, value, scheme, meaning);
  return made;
}

/// A TID 1500 report of another program: measurement groups, each with its graphics.
Expected<ForeignNeedles> report(const std::vector<std::vector<Graphic>>& groups, const std::string& patient = "P1") {
  const support::TemporaryFolder folder;
  DcmFileFormat file;
  DcmDataset& dataset = *file.getDataset();
  put(dataset, DCM_SOPClassUID, UID_Comprehensive3DSRStorage);
  put(dataset, DCM_SOPInstanceUID, "1.2.3.4");
  put(dataset, DCM_PatientID, patient);
  put(dataset, DCM_StudyInstanceUID, "1.2.5");
  put(dataset, DCM_Modality, "SR");
  put(dataset, DCM_Manufacturer, "Another");
  put(dataset, DCM_ValueType, "CONTAINER");
  putCode(dataset, DCM_ConceptNameCodeSequence, "126000", "DCM", "Imaging Measurement Report");
  DcmItem& measurements = content(dataset, "CONTAINER", "126010", "DCM", "Imaging Measurements");
  for (const auto& graphics : groups) {
    DcmItem& group = content(measurements, "CONTAINER", "125007", "DCM", "Measurement Group");
    put(content(group, "TEXT", "112039", "DCM", "Tracking Identifier"), DCM_TextValue, "Path 1");
    for (const auto& graphic : graphics) {
      DcmItem& drawn = content(group, "SCOORD3D", "121055", "DCM", graphic.meaning);
      put(drawn, DCM_GraphicType, graphic.type);
      put(drawn, DCM_ReferencedFrameOfReferenceUID, graphic.frame);
      drawn.putAndInsertFloat32Array(DCM_GraphicData, graphic.data.data(), graphic.data.size());
    }
  }
  if (file.saveFile(OFFilename((folder / "sr.dcm").c_str()), EXS_LittleEndianExplicit).bad())
    throw std::runtime_error("not saved");
  return io::exchange::parseNeedles(folder / "sr.dcm");
}

const Graphic kPath{"POLYLINE", "Path", {-31.5F, 95.125F, -290, -10.25F, 20, -301.5F}};
const Graphic kOutline{"POLYLINE", "Outline", {0, 0, 0, 1, 0, 0, 1, 1, 0}};

planning::SeriesIdentity scan(const std::string& patient, const std::string& frame) {
  planning::SeriesIdentity identity;
  identity.patient.id = patient;
  identity.frameOfReferenceUid = frame;
  return identity;
}

}  // namespace

TEST(SrNeedles, takeAPathOfTwoPlacesAndPassOverOutlines) {
  const auto found = report({{kOutline}, {kPath}});
  ASSERT_TRUE(found) << found.error().code << found.error().detail;
  ASSERT_EQ(found->needles.size(), 1u);
  EXPECT_EQ(*found->needles[0].entry, makePoint(-31.5, 95.125, -290));
  EXPECT_EQ(found->needles[0].target, makePoint(-10.25, 20, -301.5));
  EXPECT_EQ(found->needles[0].name, "Path 1");
  EXPECT_EQ(found->kind, "SR 1.2.3.4");
  EXPECT_EQ(found->patient->id, "P1");
  EXPECT_EQ(found->frameOfReferenceUid, "1.2.3");
}

TEST(SrNeedles, takeTwoPointsByTheirNamesAndOneAsATarget) {
  const Graphic target{"POINT", "Target", {1, 2, 3}}, entry{"POINT", "Entry", {4, 5, 6}};
  const auto two = report({{target, entry}});
  ASSERT_TRUE(two);
  EXPECT_EQ(*two->needles[0].entry, makePoint(4, 5, 6));
  EXPECT_EQ(two->needles[0].target, makePoint(1, 2, 3));
  const auto one = report({{target}});
  ASSERT_TRUE(one);
  EXPECT_FALSE(one->needles[0].entry);
  EXPECT_EQ(report({{kOutline}}).error().code, "no-needle-in-file");
  EXPECT_EQ(report({}).error().code, "no-needle-in-file");
}

TEST(SrNeedles, ofAnotherPatientOrFrameAreRefusedWithBoth) {
  const auto found = report({{kPath}});
  ASSERT_TRUE(found);
  const auto taken = io::exchange::importedFor(*found, scan("P1", "1.2.3"), "sr.dcm");
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->source, "SR 1.2.3.4");
  const auto patient = io::exchange::importedFor(*found, scan("P2", "1.2.3"), "sr.dcm");
  EXPECT_EQ(patient.error().code, "another-patient");
  EXPECT_EQ(patient.error().detail, "P1 / P2");
  const auto frame = io::exchange::importedFor(*found, scan("P1", "1.2.9"), "sr.dcm");
  EXPECT_EQ(frame.error().code, "needle-of-another-frame");
  EXPECT_EQ(frame.error().detail, "1.2.3 / 1.2.9");
  const auto nobody = report({{kPath}}, "");
  ASSERT_TRUE(nobody);
  EXPECT_EQ(io::exchange::importedFor(*nobody, scan("", "1.2.3"), "sr.dcm").error().code, "another-patient");
}

TEST(SrNeedles, withoutOneFrameAreRefused) {
  Graphic elsewhere = kPath, nowhere = kPath;
  elsewhere.frame = "1.2.4", nowhere.frame = "";
  EXPECT_EQ(report({{kPath}, {elsewhere}}).error().code, "frame-unknown");
  EXPECT_EQ(report({{nowhere}}).error().code, "frame-unknown");
  Graphic far = kPath;
  far.data[0] = 2e5F;
  EXPECT_EQ(report({{far}}).error().code, "broken-report");
}

TEST(SrNeedles, ofAPlanOfOursAreItsNeedles) {
  const support::TemporaryFolder folder;
  const planning::Plan plan = sample::richPlan();
  ASSERT_TRUE(io::report::writePlan(plan, folder / "plan.dcm"));
  const auto found = io::exchange::parseNeedles(folder / "plan.dcm");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->needles.size(), 2u);  // one has no place
  EXPECT_EQ(found->needles[0].name, "Aiguille 1");
  EXPECT_LT((*found->needles[0].entry - *plan.choices.needles[0].entry).GetNorm(), 1e-4);
  EXPECT_EQ(found->frameOfReferenceUid, plan.choices.scan.frameOfReferenceUid);
}

/// Other people's reports: read or refused, never more.
TEST(SrNeedles, ofOthersReportsAreReadOrRefused) {
  const std::filesystem::path folder = std::filesystem::path(NEEDLEPLAN_SHARED_DATA) / "real/sr";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "SKIPPED: no shared data at " << folder;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".dcm") continue;
    const auto found = io::exchange::parseNeedles(entry.path());
    if (found) continue;
    const std::string& code = found.error().code;
    EXPECT_TRUE(code == "no-needle-in-file" || code == "frame-unknown" || code == "broken-report" ||
                code == "not-a-needle-file")
        << entry.path() << " " << code << " " << found.error().detail;
  }
}
