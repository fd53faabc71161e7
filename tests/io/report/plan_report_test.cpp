#include "io/report/plan_report.h"

#include <gtest/gtest.h>

#include <regex>

#include "io/dicom/encode.h"
#include "io/reading/report_reader.h"
#include "io/report/plan_document.h"
#include "planning/plan/site_check.h"
#include "tests/io/report/report_items.h"
#include "tests/io/report/sample_plan.h"
#include "tests/support/golden.h"
#include "tests/support/temporary_folder.h"

namespace {

using planning::Plan;
using support::TemporaryFolder;

/// Saved and read again.
Plan saved(const Plan& plan) {
  TemporaryFolder folder;
  const auto written = io::report::writePlan(plan, folder / "plan.dcm");
  EXPECT_TRUE(written) << written.error().code << " " << written.error().detail;
  const auto read = io::report::readPlan(folder / "plan.dcm");
  EXPECT_TRUE(read) << read.error().code << " " << read.error().detail;
  if (!written || !read) return {};
  EXPECT_EQ(sample::lines(*written), sample::lines(*read));
  EXPECT_EQ(written->report.sopInstanceUid, read->report.sopInstanceUid);
  return *read;
}

std::string refusal(const Plan& plan) {
  TemporaryFolder folder;
  const auto written = io::report::writePlan(plan, folder / "plan.dcm");
  EXPECT_EQ(folder.names().size(), written ? 1u : 0u);
  return written ? "" : written.error().code;
}

}  // namespace

TEST(PlanReport, givesBackEverythingOfARichPlan) {
  const Plan plan = sample::richPlan();
  const Plan read = saved(plan);
  EXPECT_EQ(sample::lines(read), sample::lines(plan));
  EXPECT_EQ(read.report.softwareVersion, NEEDLEPLAN_VERSION);
  EXPECT_EQ(read.report.savedDate.size(), 8u);
  EXPECT_FALSE(read.report.savedTime.empty());
  EXPECT_TRUE(read.report.predecessorUid.empty());
}

TEST(PlanReport, givesBackWhoVouchesForWhatAndWhereEachNeedleIs) {
  const Plan plan = sample::attestedPlan();
  ASSERT_NE(sample::lines(plan), sample::lines(sample::richPlan()));
  const Plan read = saved(plan);
  EXPECT_EQ(sample::lines(read), sample::lines(plan));
  EXPECT_EQ(read.choices.acceptedUnknowns, plan.choices.acceptedUnknowns);
  EXPECT_EQ(sample::lines(saved(read)), sample::lines(plan));
}

TEST(PlanReport, keepsASiteCheckThatIsStaleByNothingButRounding) {
  Plan plan = sample::attestedPlan();
  plan.choices.needles[0].target = planning::makePoint(-10.0014, 20.0021, -301.5004);
  plan.choices.siteCheck = planning::siteCheckOf(plan.choices, "Martin^Luc", "2024-02-29");
  const Plan read = saved(plan);
  EXPECT_TRUE(planning::siteCheckFindings(read.choices).empty());
}

TEST(PlanReport, changesNothingWhenWrittenAgain) {
  const Plan once = saved(sample::richPlan());
  EXPECT_EQ(sample::lines(saved(once)), sample::lines(once));
}

TEST(PlanReport, keepsDrafts) {
  for (Plan plan : {sample::emptyDraft(), sample::targetOnly()}) {
    plan.choices.needles[0].trackingUid = "2.25.1";
    EXPECT_EQ(sample::lines(saved(plan)), sample::lines(plan));
  }
}

TEST(PlanReport, keepsADraftWhoseEntryIsItsTarget) {
  Plan plan = sample::targetOnly();
  plan.choices.needles[0].trackingUid = "2.25.1";
  plan.choices.needles[0].entry = plan.choices.needles[0].target;
  EXPECT_EQ(sample::lines(saved(plan)), sample::lines(plan));
}

TEST(PlanReport, roundsToThousandths) {
  Plan plan = sample::targetOnly();
  plan.choices.needles[0].target = planning::makePoint(-1234.56789, 0.00049, 999.9996);
  const Plan read = saved(plan);
  EXPECT_EQ(*read.choices.needles[0].target, planning::makePoint(-1234.568, 0.0, 1000.0));
}

TEST(PlanReport, namesANeedleThatHasNoLabel) {
  Plan plan = sample::targetOnly();
  plan.choices.needles[0].label.clear();
  const Plan read = saved(plan);
  EXPECT_EQ(read.choices.needles[0].label, "Needle 1");
  EXPECT_TRUE(read.choices.needles[0].trackingUid.starts_with("2.25."));
}

// A bound of 0 would say that the distance is known exactly (OHIF 2325).
TEST(PlanReport, hasNoNumberForWhatWasNeverMeasured) {
  const auto document = sample::richDocument();
  auto& absent = sample::group(*document->getDataset(), sample::kClearance + 1);
  for (const char* measured : {"121206", "NP-121", "NP-122", "NP-124", "NP-125"})
    EXPECT_EQ(sample::find(absent, measured), nullptr) << measured;
  EXPECT_NE(sample::find(absent, "NP-123"), nullptr);  // its margin is known
  const auto read =
      saved(sample::richPlan()).assessment.needles[0].clearances.at(1);  // a copy: what saved() gives ends here
  EXPECT_FALSE(read.distanceMm);
  EXPECT_EQ(read.errorBoundMm, 0);
}

// What earlier versions wrote beside no distance.
TEST(PlanReport, readsTheBoundOfAnOldReportOnlyBesideADistance) {
  const auto document = sample::richDocument();
  auto& absent = sample::group(*document->getDataset(), sample::kClearance + 1);
  auto* bound = new DcmItem(*sample::find(sample::group(*document->getDataset(), sample::kClearance), "NP-122"));
  sample::childrenOf(absent)->append(bound);
  const auto read = io::report::planOf(*io::dicom::encode(*document), "plan.dcm");
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->assessment.needles[0].clearances.at(1).errorBoundMm, 0);
}

TEST(PlanReport, hasTheTiltOfTheGantryOnlyOfAPatientOnBackOrBelly) {
  for (const char* position : {"HFS", "HFP", "FFS", "FFP", "HFDR", "HFDL", "FFDR", "FFDL", ""}) {
    Plan plan = sample::richPlan();
    plan.choices.scan.patientPosition = position;
    for (std::size_t i = 0; i < plan.choices.needles.size(); ++i)
      if (const auto& needle = plan.choices.needles[i]; needle.entry)
        plan.assessment.needles[i].angles = planning::needle::anglesOf({*needle.entry, *needle.target}, position);
    const auto read = saved(plan).assessment.needles.front().angles;
    const auto& expected = plan.assessment.needles.front().angles->tilted;
    ASSERT_TRUE(read) << position;
    ASSERT_EQ(read->tilted.has_value(), expected.has_value()) << position;
    EXPECT_EQ(read->tilted.has_value(), std::string(position).size() == 3) << position;
    if (!expected) continue;
    EXPECT_NEAR(read->tilted->tilt.degrees(), expected->tilt.degrees(), 0.001) << position;
    EXPECT_NEAR(read->tilted->inSlice.degrees(), expected->inSlice.degrees(), 0.001) << position;
  }
}

// What earlier versions wrote of a patient on the side, as of one on the belly.
TEST(PlanReport, doesNotReadTheTiltOfAnOldReportOfAPatientOnTheSide) {
  Plan plan = sample::richPlan();
  plan.choices.scan.patientPosition = "HFDL";
  plan.assessment.needles.front().angles->tilted =
      planning::needle::TiltedGantry{planning::Angle::degrees(-20), planning::Angle::degrees(10)};
  TemporaryFolder folder;
  ASSERT_TRUE(io::report::writePlan(plan, folder / "plan.dcm"));
  const auto read = io::report::readPlan(folder / "plan.dcm");
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_FALSE(read->assessment.needles.front().angles->tilted);
  EXPECT_TRUE(read->assessment.needles.front().angles->inPlane);
}

TEST(PlanReport, chainsRevisions) {
  const Plan first = saved(sample::richPlan());
  Plan changed = first;
  changed.choices.label = "other";
  const Plan second = saved(changed);
  EXPECT_NE(second.report.sopInstanceUid, first.report.sopInstanceUid);
  EXPECT_EQ(second.report.predecessorUid, first.report.sopInstanceUid);
  EXPECT_EQ(second.report.seriesUid, first.report.seriesUid);
  for (std::size_t i = 0; i < first.choices.needles.size(); ++i)
    EXPECT_EQ(second.choices.needles[i].trackingUid, first.choices.needles[i].trackingUid);
}

TEST(PlanReport, countsItsVersionsInOneSeries) {
  Plan plan = sample::richPlan();
  for (int version = 1; version <= 3; ++version) {
    plan = saved(plan);
    EXPECT_EQ(plan.report.version, version);
    EXPECT_EQ(plan.report.seriesDate.size(), 8u);
    EXPECT_EQ(plan.report.seriesTime.size(), 6u);
    EXPECT_TRUE(version == 1 || plan.report.seriesTime == "000001") << version;
    plan.report.seriesTime = "000001";  // the first was saved long ago
  }
}

TEST(PlanReport, saysItsTimeZone) {
  const auto document = sample::richDocument();
  OFString zone;
  ASSERT_TRUE((*document).getDataset()->findAndGetOFString(DCM_TimezoneOffsetFromUTC, zone).good());
  EXPECT_EQ(zone.size(), 5u);
  EXPECT_TRUE(zone[0] == '+' || zone[0] == '-') << zone;
}

// Patient ID is type 2: it may be empty.
TEST(PlanReport, keepsAPlanOfAPatientWithoutId) {
  Plan plan = sample::targetOnly();
  plan.choices.scan.patient.id.clear();
  plan.choices.scan.patient.issuer.clear();
  const Plan read = saved(plan);
  EXPECT_EQ(read.choices.scan.patient, plan.choices.scan.patient);
  EXPECT_TRUE(planning::ofSamePatient(read.choices.scan, plan.choices.scan));
  plan.choices.scan.study.uid = "2.25.77";
  EXPECT_FALSE(planning::ofSamePatient(read.choices.scan, plan.choices.scan));
}

// PS3.5 6.2: 64 characters a component group, however many bytes they are.
TEST(PlanReport, cutsANameThatNoFileCanHold) {
  Plan plan = sample::targetOnly();
  std::string name;
  for (int i = 0; i < 129; ++i) name += "é";
  plan.choices.scan.patient.name = name + "=" + std::string(64, 'x');
  const Plan read = saved(plan);
  EXPECT_EQ(read.choices.scan.patient.name, name.substr(0, 128) + "=" + std::string(64, 'x'));
}

TEST(PlanReport, saysNothingInPercentEscapes) {
  const support::TemporaryFolder folder;
  ASSERT_TRUE(io::report::writePlan(sample::attestedPlan(), folder / "plan.dcm"));
  const std::string text = support::dicomText(folder / "plan.dcm");
  EXPECT_FALSE(std::regex_search(text, std::regex("%[0-9A-F]{2}")));
}

// OHIF takes a group whose first place is a point for a probe.
TEST(PlanReport, drawsEveryClearanceAsALineFirst) {
  const auto document = sample::richDocument();
  int clearances = 0;
  for (unsigned long i = 0; i < sample::childrenOf(*sample::find(*document->getDataset(), "126010"))->card(); ++i) {
    auto& group = sample::group(*document->getDataset(), i);
    if (sample::find(group, "NP-231", 1) == nullptr || sample::find(group, "NP-220", 1) == nullptr) continue;
    ++clearances;
    auto* children = sample::childrenOf(group);
    OFString type, graphic;
    for (unsigned long j = 0; j < children->card() && type != "SCOORD3D"; ++j) {
      children->getItem(j)->findAndGetOFString(DCM_ValueType, type);
      if (type != "SCOORD3D") continue;
      EXPECT_EQ(sample::conceptOf(*children->getItem(j)), "121055") << i;
      children->getItem(j)->findAndGetOFString(DCM_GraphicType, graphic);
    }
    EXPECT_EQ(graphic, "POLYLINE") << i;
  }
  EXPECT_EQ(clearances, 7);
}

TEST(PlanReport, saysTheModalityOfEverySeries) {
  const auto document = sample::richDocument();
  auto* groups = sample::childrenOf(*sample::find(*document->getDataset(), "111028"));
  ASSERT_EQ(groups->card(), 3u);  // scan, SEG, RTSTRUCT
  for (unsigned long i = 0; i < groups->card(); ++i)
    EXPECT_NE(sample::find(*groups->getItem(i), "121139", 1), nullptr) << i;
}

TEST(PlanReport, refusesAScanThatIsNobodys) {
  Plan plan = sample::targetOnly();
  plan.choices.scan.study.uid.clear();
  EXPECT_EQ(refusal(plan), "no-study");
  plan = sample::targetOnly();
  plan.choices.scan.frameOfReferenceUid.clear();
  EXPECT_EQ(refusal(plan), "no-frame-of-reference");
}

TEST(PlanReport, writesNothingThatDoesNotHold) {
  Plan plan = sample::richPlan();
  *plan.assessment.needles[0].pathLengthMm += 0.1;
  EXPECT_EQ(refusal(plan), "report-check");
  plan = sample::richPlan();
  plan.assessment.needles[0].angles->cranioCaudal =
      planning::Angle::degrees(plan.assessment.needles[0].angles->cranioCaudal.degrees() + 0.3);
  EXPECT_EQ(refusal(plan), "report-check");
  plan = sample::richPlan();
  plan.assessment.needles[0].clearances[0].distanceMm = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(refusal(plan), "report-check");
  plan = sample::richPlan();
  plan.choices.needles[2].trackingUid = plan.choices.needles[0].trackingUid;
  EXPECT_EQ(refusal(plan), "report-check");
}

TEST(PlanReport, saysWhyItCannotBeWritten) {
  TemporaryFolder folder;
  const auto written = io::report::writePlan(sample::richPlan(), folder / "absent/plan.dcm");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, "cannot-write");
  EXPECT_EQ(written.error().subject, (folder / "absent/plan.dcm").string());
}

TEST(PlanReport, leavesTheOldFileWhenTheNewPlanDoesNotHold) {
  TemporaryFolder folder;
  ASSERT_TRUE(io::report::writePlan(sample::richPlan(), folder / "plan.dcm"));
  const auto before = support::fileBytes(folder / "plan.dcm");
  Plan plan = sample::richPlan();
  plan.choices.scan.study.uid.clear();
  ASSERT_FALSE(io::report::writePlan(plan, folder / "plan.dcm"));
  EXPECT_EQ(support::fileBytes(folder / "plan.dcm"), before);
}

TEST(PlanReport, isToTheByteWhatItWas) {
  const support::TemporaryFolder folder;
  ASSERT_TRUE(io::report::writePlan(sample::richPlan(), folder / "plan.dcm"));
  support::expectGolden("plan_report.txt", support::dicomText(folder / "plan.dcm"));
}
