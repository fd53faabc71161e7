#include "app/practice/score_words.h"

#include <gtest/gtest.h>

#include <set>

#include "app/text/words.h"

namespace app::practice {
namespace {

using planning::practice::Part;
using planning::practice::ScorePart;
using planning::practice::Unit;

ScorePart partOf(Part part, const char* reason, double value) {
  ScorePart made;
  made.part = part;
  made.reason = reason;
  made.value = value;
  made.errorBoundMm = 0.6;
  made.compared = 2;
  made.scale = {5, 15};
  made.structure = "Thecal sac";
  return made;
}

/// Every reason that a score gives.
std::vector<ScorePart> allReasons() {
  return {partOf(Part::Target, "tip-in-zone", 3),
          partOf(Part::Target, "tip-near-zone", 9),
          partOf(Part::Target, "tip-missed", 20),
          partOf(Part::Margins, "margins-kept", 6),
          partOf(Part::Margins, "margins-near", 3),
          partOf(Part::Margins, "margins-breached", 1),
          partOf(Part::Margins, "margins-breached", -1),
          partOf(Part::Margins, "margins-unknown", 1),
          partOf(Part::Length, "length-short", 70),
          partOf(Part::Length, "length-long", 90),
          partOf(Part::Angle, "angle-good", 4),
          partOf(Part::Corrections, "corrections-none", 0),
          partOf(Part::Corrections, "corrections-some", 2),
          partOf(Part::Corrections, "not-put-in", 0),
          partOf(Part::ControlSlices, "slices-none", 0),
          partOf(Part::ControlSlices, "slices-few", 2),
          partOf(Part::Time, "time-short", 100),
          partOf(Part::Time, "no-points-missed", 100)};
}

}  // namespace

TEST(ScoreWords, explainEveryReasonInBothLanguages) {
  std::set<QString> english, french;
  for (const auto& part : allReasons()) english.insert(reasonSentence(part));
  speak("fr");
  for (const auto& part : allReasons()) french.insert(reasonSentence(part));
  speak("en");
  EXPECT_EQ(english.size(), allReasons().size());
  EXPECT_EQ(french.size(), allReasons().size());
  for (const QString& sentence : english) {
    EXPECT_FALSE(french.contains(sentence)) << "no French for: " << sentence.toStdString();
    EXPECT_FALSE(sentence.contains('%')) << sentence.toStdString();
  }
}

TEST(ScoreWords, stateTheNumberWithUnitAndBound) {
  EXPECT_EQ(
      reasonSentence(partOf(Part::Margins, "margins-breached", 1.26)),
      QString::fromUtf8(
          "The needle came too near to: Thecal sac. Distance 1.3 ± 0.6 mm: at worst less than the margin of 2.0 mm."));
  EXPECT_EQ(duration(59.9), "59 s");
  EXPECT_EQ(duration(100), "1 min 40 s");
  EXPECT_EQ(duration(120), "2 min");
}

}  // namespace app::practice
