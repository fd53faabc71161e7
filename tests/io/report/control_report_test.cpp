#include "io/report/control_report.h"

#include <gtest/gtest.h>

#include "io/dicom/encode.h"
#include "io/reading/report_reader.h"
#include "io/report/plan_document.h"
#include "io/report/plan_report.h"
#include "io/report/report_checker.h"
#include "tests/io/report/report_items.h"
#include "tests/io/report/sample_plan.h"
#include "tests/support/golden.h"
#include "tests/support/reader.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace {

using planning::makePoint;
using planning::review::Control;
using planning::review::FoundNeedle;
using planning::review::ReviewedNeedle;

/// Bent in its middle, with fractions that no thousandth holds, and of numbers that no two are the same.
FoundNeedle bentNeedle(const planning::Point& entry, const planning::Point& tip) {
  FoundNeedle found;
  found.trajectory = {entry, tip};
  found.course = {entry, makePoint(2.34567891, 60.0004999, -300.12345678), makePoint(2.1, 40, -1234.5678), tip};
  found.entrySeen = false;
  found.bendMm = 1.23456789;
  found.tipBoundMm = 0.61234567;
  found.entryBoundMm = 1.3;
  found.angleBound = planning::Angle::degrees(0.7654321);
  return found;
}

/// A needle that came to lie 4 mm lateral and 3 mm too deep, and another that nobody planned; on whole thousandths.
Control sampleControl() {
  auto actual = sample::richPlan();
  actual.choices.needles.erase(actual.choices.needles.begin() + 1);  // the one without a place
  actual.assessment.needles.erase(actual.assessment.needles.begin() + 1);
  actual.choices.needles[0].trackingUid = "2.25.9001";
  actual.choices.needles[1].trackingUid = "2.25.9002";
  actual.assessment.needles[1].clearances[0].structureTrackingUid = "2.25.9001";
  const auto& second = actual.choices.needles[1];  // straight along -y, tip at (1.5, 20, -300)
  ReviewedNeedle reviewed;
  reviewed.plannedTrackingUid = "2.25.68";
  reviewed.plannedTip = makePoint(5.5, 23, -300);
  reviewed.deviation =
      planning::review::deviationOf({makePoint(5.5, 99, -300), *reviewed.plannedTip}, {*second.entry, *second.target});
  reviewed.clicked = true;
  reviewed.found = bentNeedle(*second.entry, *second.target);
  Control control;
  control.actual = actual;
  control.needles = {ReviewedNeedle{}, reviewed};
  control.plan = {"1.2.840.10008.5.1.4.1.1.88.34", "2.25.8001"};
  control.planStudyUid = actual.choices.scan.study.uid;
  control.planSeriesUid = "2.25.8002";
  control.planFrameOfReferenceUid = "2.25.8003";
  control.timePoint = "Contrôle 1";
  control.registration = {planning::review::RegistrationKind::Bone,
                          0.375,
                          true,
                          {0.6, -0.8, 0, 12.25, 0.8, 0.6, 0, -3.1234567, 0, 0, 1, 1e-7},
                          {{makePoint(1.125, -2.25, -300.5), makePoint(-1234.567, 20.063, 1300.001)},
                           {makePoint(40, 0.001, -310.25), makePoint(0, 1, 2)}}};
  control.contrastTest = "epidural";
  return control;
}

Control saved(const Control& control) {
  support::TemporaryFolder folder;
  const auto written = io::report::writeControl(control, folder / "control.dcm");
  EXPECT_TRUE(written) << written.error().code << " " << written.error().detail;
  const auto read = io::report::readControl(folder / "control.dcm");
  EXPECT_TRUE(read) << read.error().code << " " << read.error().detail;
  return read ? *read : Control{};
}

}  // namespace

TEST(ControlReport, givesBackTheNeedlesAndTheirDeviations) {
  const Control control = sampleControl();
  const Control read = saved(control);
  EXPECT_EQ(sample::lines(read.actual), sample::lines(control.actual));
  ASSERT_EQ(read.needles.size(), 2u);
  EXPECT_FALSE(read.needles[0].deviation);
  EXPECT_FALSE(read.needles[0].plannedTip);
  EXPECT_TRUE(read.needles[0].plannedTrackingUid.empty());
  const auto& reviewed = read.needles[1];
  EXPECT_EQ(reviewed.plannedTrackingUid, "2.25.68");
  EXPECT_EQ(reviewed.plannedTip, control.needles[1].plannedTip);
  EXPECT_TRUE(reviewed.clicked);
  ASSERT_TRUE(reviewed.deviation);
  EXPECT_LT((reviewed.deviation->tip - planning::makeVector(-4, -3, 0)).GetNorm(), 1e-9);
  EXPECT_EQ(reviewed.deviation->tipMm, 5);
  EXPECT_EQ(reviewed.deviation->lateralMm, 4);
  EXPECT_EQ(reviewed.deviation->depthMm, 3);  // too deep
  EXPECT_EQ(reviewed.deviation->entryMm, 4);
  EXPECT_EQ(reviewed.deviation->angle.degrees(), 0);
}

TEST(ControlReport, givesBackWhatItReviewsAndHow) {
  const Control control = sampleControl();
  const Control read = saved(control);
  EXPECT_EQ(read.plan, control.plan);
  EXPECT_EQ(read.planStudyUid, control.planStudyUid);
  EXPECT_EQ(read.planSeriesUid, control.planSeriesUid);
  EXPECT_EQ(read.timePoint, "Contrôle 1");
  EXPECT_EQ(read.contrastTest, "epidural");
  EXPECT_EQ(read.registration.kind, planning::review::RegistrationKind::Bone);
  EXPECT_EQ(read.registration.residualMm, 0.375);
  EXPECT_TRUE(read.registration.accepted);
  EXPECT_EQ(read.registration.controlToPlan, control.registration.controlToPlan);
}

TEST(ControlReport, givesBackHowANeedleWasSeenInThousandths) {
  constexpr double kSame = 1e-6;  // mm, degrees
  const Control control = sampleControl();
  const Control read = saved(control);
  ASSERT_EQ(read.needles.size(), 2u);
  EXPECT_FALSE(read.needles[0].found);
  ASSERT_TRUE(read.needles[1].found);
  const FoundNeedle &found = *read.needles[1].found, kept = io::report::asKept(*control.needles[1].found);
  EXPECT_EQ(kept.course[1], makePoint(2.346, 60, -300.123));
  ASSERT_EQ(found.course.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_LE((found.course[i] - kept.course[i]).GetNorm(), kSame) << i;
  EXPECT_LE((found.trajectory.entry - kept.trajectory.entry).GetNorm(), kSame);
  EXPECT_LE((found.trajectory.target - kept.trajectory.target).GetNorm(), kSame);
  EXPECT_FALSE(found.entrySeen);
  EXPECT_NEAR(found.bendMm, 1.235, kSame);
  EXPECT_NEAR(found.tipBoundMm, 0.612, kSame);
  EXPECT_NEAR(found.entryBoundMm, 1.3, kSame);
  EXPECT_NEAR(found.angleBound.degrees(), 0.765, kSame);
}

TEST(ControlReport, givesBackLandmarksInBothFrames) {
  const Control control = sampleControl();
  const Control read = saved(control);
  EXPECT_EQ(read.registration.landmarks, control.registration.landmarks);
  EXPECT_EQ(read.planFrameOfReferenceUid, "2.25.8003");
  const auto document = io::report::documentOf(io::report::prepared(control));
  ASSERT_TRUE(document);
  DcmItem& dataset = *(*document)->getDataset();
  OFString inControl, inPlan;
  sample::find(dataset, "NP-008")->findAndGetOFString(DCM_ReferencedFrameOfReferenceUID, inControl);
  sample::find(dataset, "NP-009")->findAndGetOFString(DCM_ReferencedFrameOfReferenceUID, inPlan);
  EXPECT_EQ(inControl.c_str(), control.actual.choices.scan.frameOfReferenceUid);
  EXPECT_STREQ(inPlan.c_str(), "2.25.8003");
}

/// As they were before they kept course, bounds, landmarks and the plan's frame.
TEST(ControlReport, ofOldIsStillRead) {
  Control control = sampleControl();
  control.needles[1].found.reset();
  control.registration.landmarks.clear();
  control.planFrameOfReferenceUid.clear();
  const auto document = io::report::documentOf(io::report::prepared(control));
  ASSERT_TRUE(document);
  for (const char* concept_ : {"NP-007", "NP-008", "NP-009", "NP-136", "NP-137", "NP-138", "NP-139", "NP-206"})
    EXPECT_EQ(sample::find(*(*document)->getDataset(), concept_), nullptr) << concept_;
  const Control read = saved(control);
  ASSERT_EQ(read.needles.size(), 2u);
  EXPECT_FALSE(read.needles[1].found);
  EXPECT_EQ(read.needles[1].deviation->tipMm, 5);
  EXPECT_TRUE(read.registration.landmarks.empty());
  EXPECT_EQ(read.planFrameOfReferenceUid, "");
}

TEST(ControlReport, refusesACourseWithoutBoundsAndALandmarkOfOneScan) {
  for (const char* concept_ : {"NP-136", "NP-137", "NP-138", "NP-139", "NP-206", "NP-009"}) {
    const auto document = io::report::documentOf(io::report::prepared(sampleControl()));
    ASSERT_TRUE(document);
    ASSERT_TRUE(sample::removeFrom(*(*document)->getDataset(), concept_)) << concept_;
    const auto read = io::report::controlOf(*io::dicom::encode(**document), "control.dcm");
    ASSERT_FALSE(read) << concept_;
    EXPECT_EQ(read.error().code, "broken-report") << concept_;
  }
}

TEST(ControlReport, refusesACourseThatEndsElsewhere) {
  const auto document = io::report::documentOf(io::report::prepared(sampleControl()));
  ASSERT_TRUE(document);
  sample::setFirstCoordinate(*sample::find(*(*document)->getDataset(), "NP-007"), 17);
  const auto read = io::report::controlOf(*io::dicom::encode(**document), "control.dcm");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "broken-report");
}

TEST(ControlReport, isNoPlanAndAPlanIsNoControl) {
  support::TemporaryFolder folder;
  ASSERT_TRUE(io::report::writeControl(sampleControl(), folder / "control.dcm"));
  ASSERT_TRUE(io::report::writePlan(sample::richPlan(), folder / "plan.dcm"));
  EXPECT_EQ(io::report::readPlan(folder / "control.dcm").error().code, "not-a-plan");
  EXPECT_EQ(io::report::readControl(folder / "plan.dcm").error().code, "not-a-control");
}

TEST(ControlReport, needsAPlanThatWasSaved) {
  support::TemporaryFolder folder;
  Control control = sampleControl();
  control.plan.sopInstanceUid.clear();
  EXPECT_EQ(io::report::writeControl(control, folder / "control.dcm").error().code, "no-plan");
  EXPECT_TRUE(folder.names().empty());
}

TEST(ControlReport, passesTheValidators) {
  support::TemporaryFolder folder;
  const auto file = folder / "control.dcm";
  ASSERT_TRUE(io::report::writeControl(sampleControl(), file));
  for (const auto& [program, option] : {std::pair("dsrdump", "+Pt"), std::pair("dciodvfy", "-new")}) {
    if (!support::isThere(program == std::string("dsrdump") ? support::kDsrdump : support::kDciodvfy)) GTEST_SKIP();
    const auto said = support::runProgram(program, {option, file.string()});
    EXPECT_EQ(said.exitCode, 0) << said.err;
    for (const char* error : {"Error", "E: ", "F: "}) EXPECT_EQ(said.err.find(error), std::string::npos) << said.err;
  }
}

// In a list of series and of groups it must not look like the plan.
TEST(ControlReport, isTellableFromItsPlan) {
  const auto document = io::report::documentOf(io::report::prepared(sampleControl()));
  ASSERT_TRUE(document);
  DcmItem& dataset = *(*document)->getDataset();
  OFString description, number;
  dataset.findAndGetOFString(DCM_SeriesDescription, description);
  dataset.findAndGetOFString(DCM_SeriesNumber, number);
  EXPECT_EQ(description, "Needle control");
  EXPECT_EQ(number, "902");
  auto* groups = sample::childrenOf(*sample::find(dataset, "126010"));
  int marked = 0;
  for (unsigned long i = 0; i < groups->card(); ++i) {
    OFString label;
    sample::find(*groups->getItem(i), "112039")->findAndGetOFString(DCM_TextValue, label);
    if (sample::find(*groups->getItem(i), "NP-200", 1) == nullptr) continue;
    ++marked;
    EXPECT_TRUE(std::string(label.c_str()).ends_with(" (control)")) << label;
  }
  EXPECT_EQ(marked, 2);
  EXPECT_EQ(saved(sampleControl()).actual.choices.needles[0].label, sampleControl().actual.choices.needles[0].label);
}

TEST(ControlReport, isToTheByteWhatItWas) {
  const support::TemporaryFolder folder;
  ASSERT_TRUE(io::report::writeControl(sampleControl(), folder / "control.dcm"));
  support::expectGolden("control_report.txt", support::dicomText(folder / "control.dcm"));
}
