#include "planning/fluoroscopy/view.h"

#include <gtest/gtest.h>

namespace planning::fluoroscopy {
namespace {

using Codes = std::vector<std::string>;

View whole() {
  View view;
  view.columns = 101;
  view.rows = 81;
  view.angles = {{30.0, -10.0}};
  view.sourceToDetectorMm = 1000;
  view.sourceToIsocentreMm = 700;
  view.imagerSpacing = PixelSpacing{0.4, 0.3};
  return view;
}

void expectSameImage(const CArmGeometry& a, const CArmGeometry& b) {
  const auto place = makePoint(13, -7, 21);
  const auto first = Projection(a).project(place), second = Projection(b).project(place);
  EXPECT_NEAR(first->column, second->column, 1e-9);
  EXPECT_NEAR(first->row, second->row, 1e-9);
}

}  // namespace

TEST(View, saysWhatIsMissing) {
  EXPECT_EQ(whole().missing(0), Codes{});
  auto view = whole();
  view.angles = {{30.0, std::nullopt}};
  view.imagerSpacing.reset();
  EXPECT_EQ(view.missing(0), (Codes{"positioner-secondary-angle", "imager-pixel-spacing"}));
  EXPECT_FALSE(view.geometry(0));
  view = whole();
  view.sourceToIsocentreMm = 1000;
  EXPECT_EQ(view.missing(0), Codes{"impossible-distances"});
  view = whole();
  view.rotationDeg = 45;
  EXPECT_EQ(view.missing(0), Codes{"field-of-view-rotation"});
}

TEST(View, anglesOfAMovingPositionerBelongToTheirFrame) {
  auto view = whole();
  view.frames = 2;
  view.angles = {{30.0, -10.0}, {35.0, -8.0}};
  EXPECT_DOUBLE_EQ(view.geometry(1)->primary.degrees(), 35);
  EXPECT_FALSE(view.geometry(2));
}

TEST(View, patientOrientationTurnsTheImage) {
  for (const bool flipped : {false, true})
    for (int turns = 0; turns < 4; ++turns) {
      auto view = whole();
      auto expected = *view.geometry(0);
      expected.flippedHorizontally = flipped;
      expected.quarterTurns = turns;
      view.patientOrientation = patientOrientation(Projection(expected));
      ASSERT_TRUE(view.geometry(0)) << view.patientOrientation;
      expectSameImage(*view.geometry(0), expected);
    }
}

TEST(View, aRunThatTurnsPastTheSideIsNotMirroredByItsFirstFramesOrientation) {
  auto view = whole();
  view.frames = 2;
  view.angles = {{0.0, 0.0}, {120.0, 0.0}};
  view.patientOrientation = "L\\F";  // of the first frame: at 120 degrees the same display runs to the patient's right
  const auto first = *view.geometry(0), last = *view.geometry(1);
  EXPECT_FALSE(last.flippedHorizontally);
  EXPECT_EQ(last.quarterTurns, first.quarterTurns);
  EXPECT_LT(Projection(last).columnDirection()[0], 0);
}

TEST(View, theFileTurnsFirstAndFlipsThen) {
  auto view = whole();
  view.columns = view.rows = 101;
  view.imagerSpacing = PixelSpacing{0.3, 0.3};
  const auto place = makePoint(13, -7, 21);
  const auto usual = *Projection(*view.geometry(0)).project(place);
  view.rotationDeg = 90;
  view.flipped = true;
  const auto turned = *Projection(*view.geometry(0)).project(place);
  // Clockwise: (column, row) goes to (100 - row, column); then flipped: (row, column).
  EXPECT_NEAR(turned.column, usual.row, 1e-9);
  EXPECT_NEAR(turned.row, usual.column, 1e-9);
}

TEST(View, orientationsThatContradictAreRefused) {
  auto view = whole();
  view.patientOrientation = "R\\F";
  view.flipped = false;
  EXPECT_EQ(view.missing(0), Codes{"patient-orientation"});
  view.flipped = true;
  EXPECT_EQ(view.missing(0), Codes{});
  view.patientOrientation = "nonsense";
  EXPECT_EQ(view.missing(0), Codes{"patient-orientation"});
}

TEST(View, tellsATableThatMoved) {
  auto a = whole(), b = whole();
  EXPECT_FALSE(tableMovedBetween(a, b));
  a.table.heightMm = 900;
  EXPECT_FALSE(tableMovedBetween(a, b));
  b.table.heightMm = 900.5;
  EXPECT_FALSE(tableMovedBetween(a, b));
  b.table.heightMm = 905;
  EXPECT_TRUE(tableMovedBetween(a, b));
  b = whole();
  b.tableMoves = true;
  EXPECT_TRUE(tableMovedBetween(a, b));
}

}  // namespace planning::fluoroscopy
