#include <gtest/gtest.h>

#include <cmath>

#include "io/reading/report_reader.h"
#include "io/report/control_report.h"
#include "planning/fluoroscopy/projection.h"
#include "tests/io/report/sample_plan.h"
#include "tests/paths.h"
#include "tests/support/temporary_folder.h"

// A control and two plans on fluoroscopy views as version 0.1.0 saved them on 2026-11-30, before reports carried
// digests: the samples of its own tests, kept as they are. A plan of then is read in older_layouts_test.cpp.

namespace {

using planning::makePoint;
using planning::fluoroscopy::ImagePoint;

const std::filesystem::path kOlder = std::filesystem::path(NEEDLEPLAN_SOURCE_DIR) / "tests/io/report/older";
constexpr double kSame = 1e-3;  // mm, degrees, pixels: as kept

planning::review::Control oldControl() {
  const auto read = io::report::readControl(kOlder / "control_0_1_0.dcm");
  EXPECT_TRUE(read) << read.error().code << " " << read.error().detail;
  return read.value_or(planning::review::Control());
}

planning::Plan oldPlan(const std::string& name) {
  const auto read = io::report::readPlan(kOlder / name);
  EXPECT_TRUE(read) << read.error().code << " " << read.error().detail;
  return read.value_or(planning::Plan());
}

/// What the control was made of: the plan's placed needles, without what was not known then.
std::vector<std::string> linesOfThen() {
  auto plan = sample::richPlan();
  plan.choices.needles.erase(plan.choices.needles.begin() + 1);
  plan.assessment.needles.erase(plan.assessment.needles.begin() + 1);
  plan.choices.needles[0].trackingUid = "2.25.9001";
  plan.choices.needles[1].trackingUid = "2.25.9002";
  plan.assessment.needles[1].clearances[0].structureTrackingUid = "2.25.9001";
  plan.choices.scanDigest.clear();
  return sample::lines(plan);
}

void expectPlace(const std::optional<planning::Point>& said, const planning::Point& known) {
  ASSERT_TRUE(said);
  EXPECT_LE((*said - known).GetNorm(), 2 * kSame) << *said;
}

/// The C-arm's view A of 2 degrees LAO and B of 41, both 4.25 caudal, and in each where two places are seen.
void expectView(const planning::fluoroscopy::MarkedView& view, double primaryDeg, const std::string& instance) {
  EXPECT_EQ(view.view.identity.instances.front().sopInstanceUid, instance);
  EXPECT_EQ(view.view.identity.description, "Lombaire; face = 1 | 100 %");
  EXPECT_EQ(view.frame, 36);
  EXPECT_EQ(view.view.frames, 75);
  EXPECT_EQ(view.view.anglesOf(36), (planning::fluoroscopy::PositionerAngles{primaryDeg, -4.25}));
  EXPECT_EQ(view.view.sourceToDetectorMm, 1000);
  EXPECT_EQ(view.given.sourceToIsocentreMm, 712.5);
  const planning::fluoroscopy::Projection projection(*completed(view).geometry(view.frame));
  const auto expectMark = [&](const std::optional<ImagePoint>& mark, const planning::Point& place) {
    ASSERT_TRUE(mark);
    const auto seen = projection.project(place);
    EXPECT_NEAR(mark->column, seen->column, kSame);
    EXPECT_NEAR(mark->row, seen->row, kSame);
  };
  expectMark(view.target, makePoint(4, -6, 12));
  expectMark(view.entry, makePoint(22, 68, 20));
}

}  // namespace

TEST(OlderReports, aControlSaysWhatItSaid) {
  const auto read = oldControl();
  EXPECT_EQ(sample::lines(read.actual), linesOfThen());
  EXPECT_EQ(read.plan.sopInstanceUid, "2.25.8001");
  EXPECT_EQ(read.planSeriesUid, "2.25.8002");
  EXPECT_EQ(read.planFrameOfReferenceUid, "2.25.8003");
  EXPECT_EQ(read.timePoint, "Contrôle 1");
  EXPECT_EQ(read.contrastTest, "epidural");
  EXPECT_EQ(read.registration.kind, planning::review::RegistrationKind::Bone);
  EXPECT_EQ(read.registration.residualMm, 0.375);
  EXPECT_TRUE(read.registration.accepted);
  ASSERT_EQ(read.registration.landmarks.size(), 2U);
  EXPECT_EQ(read.actual.report.seal, planning::Seal::Absent);
}

TEST(OlderReports, aControlsNeedleCameToLieWhereItSaid) {
  const auto read = oldControl();
  ASSERT_EQ(read.needles.size(), 2U);
  EXPECT_FALSE(read.needles[0].deviation);
  const auto& needle = read.needles[1];
  EXPECT_EQ(needle.plannedTrackingUid, "2.25.68");
  expectPlace(needle.plannedTip, makePoint(5.5, 23, -300));
  ASSERT_TRUE(needle.deviation);
  EXPECT_EQ(needle.deviation->tipMm, 5);      // 4 mm beside and 3 mm too deep
  EXPECT_EQ(needle.deviation->lateralMm, 4);  // straight along -y, its tip at (1.5, 20, -300)
  EXPECT_EQ(needle.deviation->depthMm, 3);
  EXPECT_EQ(needle.deviation->entryMm, 4);
  ASSERT_TRUE(needle.found);
  EXPECT_NEAR(needle.found->bendMm, 1.235, kSame);
  EXPECT_NEAR(needle.found->tipBoundMm, 0.612, kSame);
  EXPECT_NEAR(needle.found->angleBound.degrees(), 0.765, kSame);
  ASSERT_EQ(needle.found->course.size(), 4U);
  expectPlace(needle.found->course[1], makePoint(2.346, 60, -300.123));
}

TEST(OlderReports, aControlIsSavedAgainAsItWas) {
  const support::TemporaryFolder folder;
  ASSERT_TRUE(io::report::writeControl(oldControl(), folder / "control.dcm"));
  const auto again = io::report::readControl(folder / "control.dcm");
  ASSERT_TRUE(again) << again.error().code << " " << again.error().detail;
  EXPECT_EQ(sample::lines(again->actual), linesOfThen());
}

TEST(OlderReports, twoViewsSayWhatTheySaid) {
  const auto plan = oldPlan("views_0_1_0.dcm");
  ASSERT_TRUE(plan.choices.fluoroscopy);
  ASSERT_EQ(plan.choices.fluoroscopy->views.size(), 2U);
  expectView(plan.choices.fluoroscopy->views[0], 2, "2.25.601");
  expectView(plan.choices.fluoroscopy->views[1], 41, "2.25.602");
  EXPECT_TRUE(plan.choices.fluoroscopy->nothingMoved);
  ASSERT_EQ(plan.choices.needles.size(), 1U);
  expectPlace(plan.choices.needles[0].target, makePoint(4, -6, 12));
  expectPlace(plan.choices.needles[0].entry, makePoint(22, 68, 20));
  EXPECT_NEAR(plan.assessment.needles[0].pathLengthMm.value_or(0), std::sqrt(18.0 * 18 + 74 * 74 + 8 * 8), 4 * kSame);
  EXPECT_EQ(plan.assessment.verdict, planning::needle::Verdict::Unknown);
  for (const auto& finding : plan.assessment.findings) EXPECT_NE(finding.code, "report-places-differ");
}

// A ball of 10 mm, 32.25 pixels wide, gives the scale; there is no place in the patient.
TEST(OlderReports, aPictureSaysWhatItSaid) {
  const auto plan = oldPlan("picture_0_1_0.dcm");
  ASSERT_TRUE(plan.choices.fluoroscopy);
  ASSERT_EQ(plan.choices.fluoroscopy->views.size(), 1U);
  const auto& view = plan.choices.fluoroscopy->views[0];
  expectView(view, 2, "2.25.601");
  ASSERT_TRUE(view.calibration);
  EXPECT_EQ(view.calibration->object, planning::fluoroscopy::Calibration::Object::Sphere);
  EXPECT_EQ(view.calibration->knownMm, 10);
  EXPECT_EQ(view.calibration->to.column - view.calibration->from.column, 32.25);
  EXPECT_FALSE(plan.choices.needles[0].target);
  EXPECT_EQ(plan.choices.needles[0].needle->gauge, 22);
}
