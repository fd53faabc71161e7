#include "app/worksheet/console_words.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/text/words.h"
#include "planning/needle/trajectory.h"

namespace app::worksheet {
namespace {

using planning::makePoint;
using planning::makeVector;

struct Needle {
  planning::PlannedNeedle planned;
  planning::ConsoleNumbers numbers;
};

Needle needle(const planning::Point& entry, const planning::Point& target, const std::string& position) {
  Needle made;
  const planning::needle::Trajectory line{entry, target};
  made.planned.entry = entry;
  made.planned.target = target;
  made.planned.angles = planning::needle::anglesOf(line);
  made.numbers.patientPosition = position;
  made.numbers.fromVertical = planning::needle::angleFromVertical(line, position);
  made.numbers.tilted = planning::tiltedSlice(line, position);
  return made;
}

/// The first row that is called so; of one that is not there, nothing.
std::optional<ConsoleRow> rowOf(const Needle& needle, const char* what) {
  const auto rows = consoleRows(needle.planned, needle.numbers);
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const ConsoleRow& row) { return row.what == QString::fromUtf8(what); });
  return found == rows.end() ? std::nullopt : std::optional(*found);
}

class ConsoleWords : public testing::Test {
 protected:
  void SetUp() override { speak("en"); }
  void TearDown() override { speak("en"); }
};

}  // namespace

// On the right side: 40 mm down, 30 mm headward, 50 mm to the front.
TEST_F(ConsoleWords, onTheSideCountFromFrontToBack) {
  Needle made = needle(makePoint(60, 45, -30), makePoint(20, -5, 0), "HFDR");
  made.numbers.across = planning::AcrossPatient{makeVector(0, 1, 0), 45};
  EXPECT_EQ(rowOf(made, "Skin point from the scan's zero line").value().value, "45.0 mm to the patient's BACK");
  EXPECT_EQ(rowOf(made, "Only if the gantry is tilted").value().value,
            QStringLiteral("tilt 36.9°, tip toward the HEAD; in that slice 45.0°"));
  made.numbers.across->mm = -45;
  EXPECT_EQ(rowOf(made, "Skin point from the scan's zero line").value().value, "45.0 mm to the patient's FRONT");
}

TEST_F(ConsoleWords, leaveOutWhatHangsOnAPositionThatIsNotKnown) {
  const Needle made = needle(makePoint(60, 45, -30), makePoint(20, -5, 0), "");
  EXPECT_FALSE(rowOf(made, "Skin point from the scan's zero line"));
  EXPECT_FALSE(rowOf(made, "Only if the gantry is tilted"));
  EXPECT_EQ(rowOf(made, "In-plane angle (goniometer)").value().note, "the patient's position is not known");
}

TEST_F(ConsoleWords, doNotCallAPositionUnknownForANeedleAlongTheBody) {
  const auto row = rowOf(needle(makePoint(20, 40, -30), makePoint(20, 40, 0), "HFP"), "In-plane angle (goniometer)");
  EXPECT_EQ(row.value().value, "not defined");
  EXPECT_EQ(row.value().note, "");
}

TEST_F(ConsoleWords, writeEveryNumberWithTheDecimalSignOfTheLanguage) {
  speak("fr");
  Needle made = needle(makePoint(70, 80, -30), makePoint(20, 40, 0), "HFP");
  made.numbers.across = planning::AcrossPatient{makeVector(1, 0, 0), 70};
  made.numbers.entrySliceLocationMm = 470.5;
  made.numbers.fromMidlineMm = -58.25;
  made.numbers.atTarget = planning::NeedleStop{71.4, 18.6};
  made.planned.needle = planning::needle::Needle{22, 90, 0.718};
  for (const auto& row : consoleRows(made.planned, made.numbers))
    EXPECT_FALSE((row.value + row.note).contains('.')) << (row.what + ": " + row.value + ", " + row.note).toStdString();
  EXPECT_EQ(rowOf(made, "Point cutané, zéro du scanner").value().value, "70,0 mm vers la GAUCHE du patient");
}

}  // namespace app::worksheet
