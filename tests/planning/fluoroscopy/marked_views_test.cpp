#include "planning/fluoroscopy/marked_views.h"

#include <gtest/gtest.h>

#include <random>

#include "planning/plan/plan.h"
#include "planning/plan/preparation.h"
#include "tests/support/assessed.h"

namespace planning::fluoroscopy {
namespace {

const Point kTarget = makePoint(12, -8, -5), kEntry = makePoint(30, 70, 4);

/// A view of one patient with its whole geometry.
MarkedView viewAt(double primary, double secondary, const char* instance) {
  MarkedView marked;
  View& v = marked.view;
  v.identity.patient.id = "P1";
  v.identity.study.uid = "2.25.1";
  v.identity.seriesUid = "2.25.2";
  v.identity.patientPosition = "HFP";
  v.identity.instances = {{"1.2.840.10008.5.1.4.1.1.12.1", instance}};
  v.columns = v.rows = 512;
  v.angles = {{primary, secondary}};
  v.sourceToDetectorMm = 1000;
  v.sourceToIsocentreMm = 700;
  v.imagerSpacing = PixelSpacing{0.6, 0.6};
  return marked;
}

ImagePoint seen(const MarkedView& view, const Point& place) {
  return *Projection(*completed(view).geometry(view.frame)).project(place);
}

FluoroscopyPlan twoViews(double secondPrimary = 35) {
  FluoroscopyPlan plan;
  plan.views = {viewAt(0, 0, "2.25.3"), viewAt(secondPrimary, 5, "2.25.4")};
  for (auto& view : plan.views) {
    view.target = seen(view, kTarget);
    view.entry = seen(view, kEntry);
  }
  plan.nothingMoved = true;
  return plan;
}

std::string refusalOf(FluoroscopyPlan plan) {
  locate(plan);
  EXPECT_FALSE(plan.target);
  return plan.refusal ? plan.refusal->code : "";
}

bool says(const std::vector<Finding>& findings, const std::string& code) {
  return std::any_of(findings.begin(), findings.end(), [&](const auto& finding) { return finding.code == code; });
}

}  // namespace

TEST(MarkedViews, placeTargetAndEntryInThePatient) {
  auto plan = twoViews();
  locate(plan);
  ASSERT_TRUE(plan.target && plan.entry);
  EXPECT_LT((plan.target->place - kTarget).GetNorm(), 1e-9);
  EXPECT_LT((plan.entry->place - kEntry).GetNorm(), 1e-9);
  EXPECT_FALSE(plan.refusal);
}

TEST(MarkedViews, placeWithinATenthOfAMillimetreAtHalfAPixelOfNoiseOnAverageOfAFinerDetector) {
  std::mt19937 random(1);
  std::normal_distribution<double> noise(0, kMarkErrorPx);
  auto exact = twoViews(90);
  for (auto& view : exact.views) {
    view.view.imagerSpacing = PixelSpacing{0.154, 0.154};
    view.view.columns = view.view.rows = 2048;
    view.target = seen(view, kTarget);
  }
  double sum = 0;
  constexpr int kRounds = 200;
  for (int round = 0; round < kRounds; ++round) {
    auto plan = exact;
    for (auto& view : plan.views)
      view.target = ImagePoint{view.target->column + noise(random), view.target->row + noise(random)};
    locate(plan);
    ASSERT_TRUE(plan.target);
    sum += (plan.target->place - kTarget).GetNorm();
  }
  EXPECT_LT(sum / kRounds, 0.1);
}

TEST(MarkedViews, areRefusedWithTheReason) {
  EXPECT_EQ(refusalOf(twoViews(8)), "views-too-alike");
  auto plan = twoViews();
  plan.nothingMoved = false;
  EXPECT_EQ(refusalOf(plan), "movement-not-told");
  plan = twoViews();
  plan.views[1].target->row += 60;
  EXPECT_EQ(refusalOf(plan), "views-disagree");
  plan = twoViews();
  plan.views[1].view.identity.patient.id = "P2";
  EXPECT_EQ(refusalOf(plan), "another-patient");
  plan = twoViews();
  plan.views[0].view.table.heightMm = 100;
  plan.views[1].view.table.heightMm = 104;
  EXPECT_EQ(refusalOf(plan), "table-moved");
  plan = twoViews();
  plan.views[1].view.angles.clear();
  EXPECT_EQ(refusalOf(plan), "geometry-missing");
  plan = twoViews();
  plan.views[1] = plan.views[0];
  EXPECT_EQ(refusalOf(plan), "same-frame");
}

TEST(MarkedViews, takeTheOperatorsValueOnlyWhereTheFileIsSilent) {
  auto view = viewAt(10, 0, "2.25.3");
  view.given.primaryDeg = 77;
  EXPECT_DOUBLE_EQ(*completed(view).anglesOf(0).primaryDeg, 10);
  EXPECT_FALSE(usesGiven(view));
  view.view.angles.clear();
  view.given.secondaryDeg = 3;
  EXPECT_DOUBLE_EQ(*completed(view).anglesOf(0).primaryDeg, 77);
  EXPECT_TRUE(usesGiven(view));
  auto plan = twoViews();
  plan.views[1].view.angles.clear();
  plan.views[1].given.primaryDeg = 35;
  plan.views[1].given.secondaryDeg = 5;
  locate(plan);
  ASSERT_TRUE(plan.target);
  EXPECT_LT((plan.target->place - kTarget).GetNorm(), 1e-9);
  EXPECT_TRUE(says(viewFindings(plan), "geometry-given-by-operator"));
}

TEST(MarkedViews, takeThePixelFromACalibrationAtTheIsocentre) {
  auto plan = twoViews();
  for (auto& view : plan.views) {
    const Projection truth(*completed(view).geometry(0));
    const auto from = *truth.project(makePoint(0, 0, 0)),
               to = *truth.project(makePoint(0, 0, 0) + truth.columnDirection() * 20);
    view.view.imagerSpacing.reset();
    view.calibration = Calibration{Calibration::Object::Length, 20, from, to};
    EXPECT_TRUE(spacingFromCalibration(view));
    EXPECT_NEAR(completed(view).imagerSpacing->columnMm, 0.6, 1e-9);
  }
  locate(plan);
  ASSERT_TRUE(plan.target);
  EXPECT_LT((plan.target->place - kTarget).GetNorm(), 1e-6);
  EXPECT_TRUE(says(viewFindings(plan), "spacing-from-calibration"));
}

TEST(MarkedViews, measurePixelsUntilThereIsAScale) {
  auto view = viewAt(0, 0, "2.25.3");
  view.view.imagerSpacing.reset();
  auto length = lengthBetween(view, {10, 10}, {13, 14});
  EXPECT_DOUBLE_EQ(length.pixels, 5);
  EXPECT_FALSE(length.mm);
  view.view.pixelSpacing = PixelSpacing{0.3, 0.3};  // of what depth, nobody says
  EXPECT_FALSE(lengthBetween(view, {10, 10}, {13, 14}).mm);
  view.view.calibrationType = "FIDUCIAL";
  EXPECT_DOUBLE_EQ(*lengthBetween(view, {10, 10}, {13, 14}).mm, 1.5);
  view.calibration = Calibration{Calibration::Object::Sphere, 10, {0, 0}, {20, 0}};
  length = lengthBetween(view, {10, 10}, {13, 14});
  EXPECT_DOUBLE_EQ(*length.mm, 2.5);
  // 0.5 px a mark: sqrt(0.5) px on the ball's 20 and on the 5 measured.
  EXPECT_NEAR(*length.errorMm, std::hypot(2.5 * std::sqrt(0.5) / 20, std::sqrt(0.5) * 0.5), 1e-12);
}

TEST(MarkedViews, callTheNominalScaleThatOfTheIsocentre) {
  const auto scale = scaleOf(viewAt(0, 0, "2.25.3"));
  ASSERT_TRUE(scale);
  EXPECT_EQ(scale->source, Scale::Source::Isocentre);
  EXPECT_NEAR(scale->mmPerColumn, 0.42, 1e-12);  // 0.6 * 700 / 1000
}

TEST(MarkedViews, keepTheRatioOfPixelsThatAreNotSquare) {
  auto view = viewAt(0, 0, "2.25.3");
  view.view.imagerSpacing = PixelSpacing{0.4, 0.2};
  view.calibration = Calibration{Calibration::Object::Length, 10, {0, 0}, {0, 20}};  // along a column
  const auto scale = scaleOf(view);
  ASSERT_TRUE(scale);
  EXPECT_NEAR(scale->mmPerRow, 0.5, 1e-12);
  EXPECT_NEAR(scale->mmPerColumn, 0.25, 1e-12);
}

TEST(MarkedViews, ofOneInstantNeedNoWord) {
  auto plan = twoViews();
  plan.nothingMoved = false;
  plan.views[0].view.plane = "A";
  plan.views[1].view.plane = "B";
  for (auto& view : plan.views) {
    view.view.acquiredAt = "20260102101112.25";
    view.view.frames = 10;
    view.view.frameTimeMs = 100;
    view.frame = 4;
  }
  locate(plan);
  EXPECT_TRUE(plan.target);
  EXPECT_FALSE(says(viewFindings(plan), "nothing-moved-by-word"));
  plan.views[1].frame = 5;  // a tenth of a second later
  EXPECT_EQ(refusalOf(plan), "movement-not-told");
}

TEST(MarkedViews, withTablesThatAreToldAreCombinedWhereverTheTableWent) {
  FluoroscopyPlan plan;
  plan.views = {viewAt(0, 0, "2.25.3"), viewAt(0, 0, "2.25.4")};
  for (std::size_t i = 0; i < 2; ++i) {
    IsocentreSystem system;
    system.primary = Angle::degrees(i == 0 ? 5.0 : 50.0);
    system.table = makeVector(20.0 * static_cast<double>(i), 0, -40.0 * static_cast<double>(i));
    plan.views[i].view.angles.clear();
    plan.views[i].view.isocentre = {system};
    plan.views[i].view.table.heightMm = 10.0 * static_cast<double>(i);
    plan.views[i].target = seen(plan.views[i], kTarget);
  }
  plan.nothingMoved = true;
  locate(plan);
  ASSERT_TRUE(plan.target) << plan.refusal->code;
  EXPECT_LT((plan.target->place - kTarget).GetNorm(), 1e-9);
  plan.views[1].view.isocentre.clear();
  plan.views[1].view.angles = {{50, 0}};
  plan.views[1].view.table = {};
  EXPECT_EQ(refusalOf(plan), "views-of-two-frames");
}

TEST(MarkedViews, giveTheFirstNeedleItsPlacesAndNoVerdict) {
  Plan plan;
  plan.choices.needles.emplace_back();
  plan.choices.needles[0].label = "Needle 1";
  plan.choices.needles[0].needle = needle::parseNeedle("22Gx90").value();
  plan.choices.scan = viewAt(0, 0, "2.25.3").view.identity;
  plan.choices.scan.frameOfReferenceUid = "2.25.9";
  plan.choices.fluoroscopy = twoViews();
  const Plan assessed = support::assessed(placedFromViews(plan.choices), {});
  ASSERT_TRUE(assessed.assessment.needles[0].pathLengthMm);
  EXPECT_NEAR(*assessed.assessment.needles[0].pathLengthMm, (kTarget - kEntry).GetNorm(), 1e-9);
  EXPECT_EQ(assessed.assessment.verdict, needle::Verdict::Unknown);
  EXPECT_FALSE(assessed.assessment.ready);
  EXPECT_FALSE(assessed.assessment.needles[0].depthMm);
  EXPECT_TRUE(says(assessed.assessment.findings, "nothing-moved-by-word"));
  plan.choices.fluoroscopy->views.pop_back();
  const Plan inPicture = support::assessed(placedFromViews(plan.choices), {});
  EXPECT_FALSE(inPicture.choices.needles[0].target);
  EXPECT_TRUE(says(inPicture.assessment.findings, "planned-in-the-picture"));
  EXPECT_FALSE(says(inPicture.assessment.findings, "target-absent"));
}

TEST(FluoroscopyView, findsTheBeamOnTheDetectorsField) {
  View view;
  view.columns = 100;
  view.rows = 80;
  view.imagerSpacing = PixelSpacing{0.4, 0.4};
  EXPECT_FALSE(view.principalPoint());
  EXPECT_TRUE(view.assumesCentredBeam());
  view.detector.elementSpacing = PixelSpacing{0.2, 0.2};
  view.detector.origin = ImagePoint{10, 20};  // column, row
  EXPECT_FALSE(view.principalPoint());
  view.detector.isocentre = ImagePoint{109.5, 99.5};  // 99.5 elements and 79.5 beyond the field's corner element
  auto place = view.principalPoint();
  ASSERT_TRUE(place);
  EXPECT_NEAR(place->column, 49.5, 1e-9);  // two elements a pixel: the middle of 100 columns
  EXPECT_NEAR(place->row, 39.5, 1e-9);
  view.detector.isocentre->column += 20;
  EXPECT_NEAR(view.principalPoint()->column, 59.5, 1e-9);
  view.flipped = true;
  EXPECT_NEAR(view.principalPoint()->column, 39.5, 1e-9);
  view.flipped = false;
  view.rotationDeg = 90;  // the field was 80 wide and 100 high; its top went to the right
  view.detector.isocentre = ImagePoint{10 + 2 * 3 + 0.5, 20 + 2 * 7 + 0.5};  // the centre of its pixel 3, 7
  place = view.principalPoint();
  EXPECT_NEAR(place->column, 99 - 7, 1e-9);
  EXPECT_NEAR(place->row, 3, 1e-9);
}

}  // namespace planning::fluoroscopy
