#include <gtest/gtest.h>

#include "io/reading/report_reader.h"
#include "io/report/coded_values.h"
#include "io/report/codes.h"
#include "io/report/plan_document.h"
#include "io/report/plan_report.h"
#include "io/report/view_texts.h"
#include "planning/plan/preparation.h"
#include "tests/io/report/sample_plan.h"
#include "tests/support/assessed.h"
#include "tests/support/golden.h"
#include "tests/support/reader.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace {

using planning::Plan;
using planning::fluoroscopy::Calibration;
using planning::fluoroscopy::FluoroscopyPlan;
using planning::fluoroscopy::ImagePoint;
using planning::fluoroscopy::MarkedView;
using planning::fluoroscopy::Projection;

constexpr const char* kXa = "1.2.840.10008.5.1.4.1.1.12.1";

MarkedView viewAt(double primary, const std::string& instance) {
  MarkedView marked;
  auto& v = marked.view;
  v.identity = sample::targetOnly().choices.scan;
  v.identity.frameOfReferenceUid.clear();
  v.identity.modality = "XA";
  v.identity.description = "Lombaire; face = 1 | 100 %";
  v.identity.seriesUid = "2.25.501";
  v.identity.instances = {{kXa, instance}};
  v.columns = v.rows = 512;
  v.frames = 75;
  v.frameTimeMs = 66.666667;
  v.angles = {{primary, -4.25}};
  v.sourceToDetectorMm = 1000;
  v.imagerSpacing = planning::fluoroscopy::PixelSpacing{0.3081234, 0.3081234};
  v.patientOrientation = "L\\F";
  marked.frame = 36;
  marked.given.sourceToIsocentreMm = 712.5;  // the file does not say it
  return marked;
}

/// Two views with everything, as a case would make it.
Plan placedPlan() {
  Plan plan = sample::targetOnly();
  FluoroscopyPlan views;
  views.views = {viewAt(2, "2.25.601"), viewAt(41, "2.25.602")};
  views.nothingMoved = true;
  for (auto& view : views.views) {
    view.view.patientOrientation.clear();
    const Projection projection(*completed(view).geometry(view.frame));
    view.target = *projection.project(planning::makePoint(4, -6, 12));
    view.entry = *projection.project(planning::makePoint(22, 68, 20));
  }
  plan.choices.scan = views.views[0].view.identity;
  plan.choices.scan.instances.push_back(views.views[1].view.identity.instances.front());
  plan.choices.scan.frameOfReferenceUid = "2.25.900";
  plan.choices.fluoroscopy = views;
  plan.choices.needles[0].needle = planning::needle::parseNeedle("22Gx90").value();
  plan.choices.needles[0].trackingUid = "2.25.700";
  return support::assessed(placedFromViews(plan.choices), {});
}

/// One view, in the picture only, with a ball of 10 mm.
Plan picturePlan() {
  Plan plan = placedPlan();
  plan.choices.fluoroscopy->views.pop_back();
  plan.choices.fluoroscopy->views[0].calibration =
      Calibration{Calibration::Object::Sphere, 10, {100.25, 50}, {132.5, 50}};
  plan.choices.scan.instances.pop_back();
  return support::assessed(placedFromViews(plan.choices), {});
}

Plan saved(const Plan& plan, const std::filesystem::path& file) {
  const auto written = io::report::writePlan(plan, file);
  EXPECT_TRUE(written) << written.error().code << " " << written.error().detail;
  const auto read = io::report::readPlan(file);
  EXPECT_TRUE(read) << read.error().code << " " << read.error().detail;
  return read.value_or(Plan());
}

double distance(const ImagePoint& a, const ImagePoint& b) {
  return std::hypot(a.column - b.column, a.row - b.row);
}

void expectSameViews(const Plan& read, const Plan& plan) {
  ASSERT_TRUE(read.choices.fluoroscopy);
  ASSERT_EQ(read.choices.fluoroscopy->views.size(), plan.choices.fluoroscopy->views.size());
  for (std::size_t i = 0; i < read.choices.fluoroscopy->views.size(); ++i) {
    auto got = read.choices.fluoroscopy->views[i], want = plan.choices.fluoroscopy->views[i];
    EXPECT_LT(distance(*got.target, *want.target), 1e-3);
    EXPECT_LT(distance(*got.entry, *want.entry), 1e-3);
    got.target = want.target, got.entry = want.entry;
    EXPECT_EQ(got, want);
  }
  EXPECT_EQ(read.choices.fluoroscopy->nothingMoved, plan.choices.fluoroscopy->nothingMoved);
}

}  // namespace

TEST(ViewReport, givesBackViewsMarksAndPlaces) {
  const support::TemporaryFolder folder;
  const Plan plan = placedPlan();
  ASSERT_TRUE(plan.choices.needles[0].target) << plan.choices.fluoroscopy->refusal->code;
  const Plan read = saved(plan, folder / "plan.dcm");
  expectSameViews(read, plan);
  ASSERT_TRUE(read.choices.needles[0].target && read.choices.needles[0].entry);
  EXPECT_LT((*read.choices.needles[0].target - planning::makePoint(4, -6, 12)).GetNorm(), 2e-3);
  EXPECT_EQ(read.choices.scan.frameOfReferenceUid, "2.25.900");
  EXPECT_EQ(read.choices.scan, plan.choices.scan);
  EXPECT_EQ(read.choices.needles[0].trackingUid, "2.25.700");
  EXPECT_EQ(read.assessment.verdict, planning::needle::Verdict::Unknown);
  ASSERT_TRUE(read.choices.fluoroscopy->target);
  EXPECT_NEAR(read.choices.fluoroscopy->target->errorMm[0], plan.choices.fluoroscopy->target->errorMm[0], 1e-3);
  for (const auto& finding : read.assessment.findings) EXPECT_NE(finding.code, "report-places-differ");
}

TEST(ViewReport, saysOfEachViewTheNeedlesOwnSide) {
  constexpr io::report::Codes codes;
  Plan plan = placedPlan();
  plan.choices.side = planning::anatomy::Side::Right;
  plan.choices.needles[0].side = planning::anatomy::Side::Left;
  const auto root = io::report::contentOf(io::report::prepared(plan));
  ASSERT_TRUE(root) << root.error().detail;
  std::size_t views = 0;
  for (const auto& group : root->child(codes.imagingMeasurements)->children) {
    if (group.child(codes.markedView) == nullptr) continue;
    const auto* laterality = group.child(codes.findingSite)->child(codes.laterality);
    ASSERT_NE(laterality, nullptr);
    EXPECT_EQ(io::report::sideOf(laterality->code), planning::anatomy::Side::Left);
    ++views;
  }
  EXPECT_EQ(views, 2u);
}

TEST(ViewReport, givesBackAPlanInThePicture) {
  const support::TemporaryFolder folder;
  const Plan plan = picturePlan();
  const Plan read = saved(plan, folder / "plan.dcm");
  expectSameViews(read, plan);
  ASSERT_EQ(read.choices.needles.size(), 1u);
  EXPECT_FALSE(read.choices.needles[0].target);
  EXPECT_EQ(read.choices.needles[0].needle, plan.choices.needles[0].needle);
}

TEST(ViewReport, writesFramesFromOneAndCornersAtHalf) {
  const support::TemporaryFolder folder;
  if (!support::isThere(support::kDsrdump)) GTEST_SKIP();
  saved(placedPlan(), folder / "plan.dcm");
  const auto dump = support::runProgram("dsrdump", {"+Pc", "+Pn", (folder / "plan.dcm").string()});
  EXPECT_NE(dump.out.find("37"), std::string::npos);
  const Plan plan = placedPlan();
  char column[32];
  std::snprintf(column, sizeof column, "%.2f", plan.choices.fluoroscopy->views[0].target->column + 0.5);
  EXPECT_NE(dump.out.find(std::string(column).substr(0, 5)), std::string::npos) << dump.out;
}

TEST(ViewReport, keepsAViewOfAnotherSeriesAndStudy) {
  const support::TemporaryFolder folder;
  Plan plan = placedPlan();
  auto& other = plan.choices.fluoroscopy->views[1].view.identity;
  other.seriesUid = "2.25.777";
  other.study.uid = "2.25.778";
  plan.choices.scan.instances.resize(1);
  const Plan read = saved(plan, folder / "plan.dcm");
  expectSameViews(read, plan);
  EXPECT_EQ(read.choices.scan, plan.choices.scan);
}

TEST(ViewReport, leavesOutAViewWithoutMarks) {
  const support::TemporaryFolder folder;
  Plan plan = placedPlan();
  plan.choices.fluoroscopy->views[1].target.reset();
  plan.choices.fluoroscopy->views[1].entry.reset();
  const Plan read = saved(support::assessed(placedFromViews(plan.choices), {}), folder / "plan.dcm");
  ASSERT_TRUE(read.choices.fluoroscopy);
  EXPECT_EQ(read.choices.fluoroscopy->views.size(), 1u);
}

TEST(ViewReport, textsOfEnhancedGeometryComeBack) {
  MarkedView marked = viewAt(0, "2.25.1");
  marked.target = marked.entry = std::nullopt;
  marked.view.identity = {};
  marked.view.angles.clear();
  planning::fluoroscopy::IsocentreSystem system;
  system.primary = planning::Angle::degrees(12.5);
  system.table = planning::makeVector(1.25, -20, 300.125);
  marked.view.isocentre = {system};
  marked.view.detector.origin = ImagePoint{3, 4};
  marked.view.detector.elementSpacing = planning::fluoroscopy::PixelSpacing{0.154, 0.154};
  marked.view.detector.isocentre = ImagePoint{940.5, 700.25};
  marked.view.plane = "A";
  marked.view.acquiredAt = "20260102101112.5";
  const auto read = io::report::markedViewOf(io::report::textOf(marked));
  ASSERT_TRUE(read);
  EXPECT_NEAR(read->view.isocentre.front().primary.degrees(), 12.5, 1e-12);
  auto got = *read;
  got.view.isocentre = marked.view.isocentre;
  EXPECT_EQ(got, marked);
}

TEST(ViewReport, textsThatAreNoneAreRefused) {
  for (const char* text :
       {"", "frame=1", "frame=0; frames=1; columns=4; rows=4", "frame=3; frames=2; columns=4; rows=4",
        "frame=1; frames=2; columns=4; rows=x", "frame=1; frames=2; columns=4; rows=4; sid_mm=nan",
        "frame=1; frames=2; columns=4; rows=4; imager_spacing_mm=-1 1",
        "frame=1; frames=2; columns=4; rows=4; calibration=cube 1 2 3 4 5"})
    EXPECT_FALSE(io::report::markedViewOf(text)) << text;
}

TEST(ViewReport, isCleanForTheValidators) {
  if (!support::isThere(support::kDsrdump) || !support::isThere(support::kDciodvfy)) GTEST_SKIP();
  const support::TemporaryFolder folder;
  saved(placedPlan(), folder / "placed.dcm");
  saved(picturePlan(), folder / "picture.dcm");
  for (const char* name : {"placed.dcm", "picture.dcm"})
    for (const auto& [program, first] : {std::pair("dsrdump", "+Pt"), std::pair("dciodvfy", "-new")}) {
      const auto said = support::runProgram(program, {first, (folder / name).string()});
      std::istringstream lines(said.out + said.err);
      for (std::string line; std::getline(lines, line);)
        EXPECT_FALSE(line.starts_with("E:") || line.starts_with("F:") || line.starts_with("Error")) << name << line;
    }
}

TEST(ViewReport, isCleanForPixelMedSlow) {
  const std::string jar = "/usr/share/java/pixelmed.jar";
  if (!support::isThere(support::kJava) || !support::isThere(support::kPixelMed)) GTEST_SKIP();
  const support::TemporaryFolder folder;
  for (const Plan& plan : {placedPlan(), picturePlan()}) {
    saved(plan, folder / "plan.dcm");
    const auto said = support::runProgram(
        "java", {"-Djdk.xml.xpathTotalOpLimit=0", "-Djdk.xml.xpathExprOpLimit=0", "-Djdk.xml.xpathExprGrpLimit=0",
                 "-cp", jar, "com.pixelmed.validate.DicomSRValidator", "-checkcontentitemorder", "-checktemplateid",
                 (folder / "plan.dcm").string()});
    const std::string all = said.out + said.err;
    EXPECT_NE(all.find("Root Template Validation Complete"), std::string::npos) << all;
    std::istringstream lines(all);
    for (std::string line; std::getline(lines, line);) EXPECT_FALSE(line.starts_with("Error")) << line;
  }
}

TEST(ViewReport, isToTheByteWhatItWas) {
  const support::TemporaryFolder folder;
  ASSERT_TRUE(io::report::writePlan(placedPlan(), folder / "views.dcm"));
  support::expectGolden("view_report.txt", support::dicomText(folder / "views.dcm"));
}
