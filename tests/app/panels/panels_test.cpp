// What panels say of a given plan, without the window around them.
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

#include "app/panels/clearances_panel.h"
#include "app/panels/findings_panel.h"
#include "app/panels/verdict_panel.h"
#include "app/text/words.h"
#include "planning/check.h"
#include "tests/app/case/case_fixture.h"

namespace app::panels {
namespace {

using planning::Severity;
using planning::needle::Clearance;
using planning::needle::Verdict;

class Panels : public testing::Test {
 protected:
  void TearDown() override { speak("en"); }

  static QString textOf(const QWidget& panel, const char* label) {
    const auto* found = panel.findChild<QLabel*>(label);
    planning::check(found != nullptr, label);
    return found->text();
  }
};

Clearance near() {
  Clearance row;
  row.structure = "Aorta";
  row.kind = planning::anatomy::Kind::Artery;
  row.source = planning::anatomy::Origin{planning::anatomy::Origin::Kind::Traced};
  row.confirmed = true;
  row.distanceMm = 3.24;
  row.errorBoundMm = 0.55;
  row.marginMm = 2;
  row.depthMm = 40.06;
  row.verdict = Verdict::Near;
  return row;
}

QString shown(const ClearancesModel& model, int role) {
  return model.index(0).data(role).toString();
}

}  // namespace

TEST_F(Panels, showAClearanceWithItsBoundMarginAndDepth) {
  ClearancesModel model;
  model.show({near()});
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_EQ(shown(model, ClearancesModel::SignRole), "!");
  EXPECT_EQ(shown(model, ClearancesModel::NameRole), "Aorta");
  EXPECT_EQ(shown(model, ClearancesModel::DistanceRole), "3.2 ± 0.6 mm");
  EXPECT_TRUE(shown(model, ClearancesModel::DetailRole).endsWith("margin 2.0 mm · at depth 40.1 mm"))
      << shown(model, ClearancesModel::DetailRole).toStdString();
  EXPECT_TRUE(shown(model, ClearancesModel::OriginRole).endsWith("· confirmed"));
  speak("fr");
  EXPECT_EQ(shown(model, ClearancesModel::DistanceRole), "3.2 ± 0.6 mm");
  EXPECT_TRUE(shown(model, ClearancesModel::DetailRole).endsWith("marge 2.0 mm · à 40.1 mm de l'entrée"))
      << shown(model, ClearancesModel::DetailRole).toStdString();
}

TEST_F(Panels, tellTheDistanceThatIsNotThere) {
  Clearance row = near();
  row.distanceMm.reset();
  row.structureTrackingUid = "2.25.1";
  ClearancesModel model;
  model.show({row}, {"2.25.1"});
  EXPECT_EQ(shown(model, ClearancesModel::DistanceRole), "being measured");
  model.show({row});
  EXPECT_EQ(shown(model, ClearancesModel::DistanceRole), "not measurable");
  row.source = planning::needle::Required{"radicular-artery"};
  model.show({row});
  EXPECT_EQ(shown(model, ClearancesModel::DistanceRole), "absent");
  EXPECT_EQ(shown(model, ClearancesModel::NameRole), "Radicular artery");
}

TEST_F(Panels, showTheGravestFindingFirstAndTextAsText) {
  EXPECT_EQ(findingsTable({}), "");
  const QString table = findingsTable({{"level-seen", Severity::Info, {"L4", "Roe", "images", "2026-11-30"}, {}},
                                       {"entry-off-skin", Severity::Warning, {"<b>1</b>", "0.6 mm"}, {}},
                                       {"target-absent", Severity::Error, {"Needle 1"}, {}}});
  const auto error = table.indexOf("✕"), warning = table.indexOf("!"), info = table.indexOf("·");
  EXPECT_GE(error, 0);
  EXPECT_LT(error, warning);
  EXPECT_LT(warning, info);
  EXPECT_TRUE(table.contains("&lt;b&gt;1&lt;/b&gt;: the entry lies 0.6 mm off the skin.")) << table.toStdString();
}

TEST_F(Panels, sayTheVerdictAndHowMuchBlocks) {
  for (const QString language : {"en", "fr"}) {
    speak(language);
    tests::OpenCase opened;
    VerdictPanel panel(opened->shownScan(), opened->document());
    EXPECT_EQ(textOf(panel, "verdictWord"), language == "fr" ? "PAS D'AIGUILLE" : "NO NEEDLE YET");
    EXPECT_FALSE(panel.findChild<QPushButton*>("approve")->isEnabled());
    opened->document().setRoute("lumbar-foraminal");
    opened->document().setTarget(planning::makePoint(15, 15, -70));  // in the root
    opened->document().setEntry(tests::kEntry);
    const auto& plan = opened->document().plan();
    const auto errors = std::ranges::count(plan.assessment.findings, Severity::Error, &planning::Finding::severity);
    const auto rows = std::ranges::count_if(plan.assessment.needles[0].clearances, [](const auto& row) {
      return row.verdict != planning::needle::Verdict::Clear;
    });
    ASSERT_GT(errors, 1);
    ASSERT_GT(rows, 1) << "the root that is touched, and what is absent";
    EXPECT_EQ(textOf(panel, "verdictWord"), language == "fr" ? "PAS LIBRE" : "NOT CLEAR");
    EXPECT_EQ(textOf(panel, "verdictWhy"),
              QString(language == "fr" ? "%1 choses bloquent" : "%1 things block").arg(errors + rows));
    EXPECT_TRUE(textOf(panel, "nextStep").contains(language == "fr" ? "indiquer l'étage" : "state the level"))
        << textOf(panel, "nextStep").toStdString();
    EXPECT_EQ(textOf(panel, "verdictSign"), "✕");
    opened->document().undoStack().setClean();
  }
}

TEST_F(Panels, nameEveryRuleThatTheWordIsGivenFor) {
  tests::OpenCase opened;
  auto& document = opened->document();
  VerdictPanel panel(opened->shownScan(), document);
  auto& word = *panel.findChild<QCheckBox*>("acceptRules");
  const auto place = [&](const char* route, const char* level, double aside) {
    document.setRoute(route);
    document.setLevel(level);
    document.setTarget(tests::kTarget + planning::makeVector(aside, 0, 0));
    document.setEntry(tests::kEntry + planning::makeVector(aside, 0, 0));
  };
  place("cervical-interlaminar", "C4-C5", 0);
  EXPECT_EQ(word.text(), "I know the rule and depart from it");
  document.addNeedle();
  document.setCurrentNeedle(1);
  place("lumbar-foraminal", "L4", 10);
  EXPECT_EQ(word.text(), "I know the broken rule and depart from it,\nand I have looked: the other rule is kept");
  document.setCurrentNeedle(0);
  place("cervical-interlaminar", "C7-T1", 0);
  EXPECT_EQ(word.text(), "I have looked: the rule is kept");
  speak("fr");
  place("cervical-interlaminar", "C4-C5", 0);
  EXPECT_EQ(word.text(), "Je connais la règle enfreinte et j'y déroge,\net j'ai regardé : l'autre règle est suivie");
  document.undoStack().setClean();
}

}  // namespace app::panels
