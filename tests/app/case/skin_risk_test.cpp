#include "app/case/skin_risk.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QToolButton>

#include "app/panels/proposals_panel.h"
#include "app/text/risk_words.h"
#include "app/text/words.h"
#include "planning/procedure/routes.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::SkinRisk;
using tests::kEntry;
using tests::kTarget;
using tests::OpenCase;

void planOn(OpenCase& opened) {
  opened->document().setRoute("general");
  opened->document().setNeedle({22, 90, 0.718});
  opened->document().setTarget(kTarget);
}

bool isWhole(const SkinRisk& risk) {
  return risk.map() && !risk.map()->coarse && !risk.isWorking();
}

/// The map as it must be: every vertex by its own query.
void expectExact(const app::Case& openCase, const app::SkinRiskMap& map) {
  const auto& search = map.search;
  const auto& skin = *openCase.shownScan().skin();
  const auto places = planning::placesOn(skin);
  int allowed = 0;
  for (std::size_t i = 0; i < places.places.size(); i += 5) {
    const auto reason = planning::reasonFor(search, places.places[i]);
    const float state = map.values[2UL * places.vertices[i] + 1];
    EXPECT_EQ(state == 0.0F, reason.decision.allowed()) << i;
    if (!reason.room) continue;
    EXPECT_NEAR(static_cast<double>(map.values[2UL * places.vertices[i]]), reason.room->excessMm, 1e-4);
    ++allowed;
  }
  EXPECT_GT(allowed, 20);
}

TEST(SkinRisk, saysNothingBeforeThereIsATargetAndNeedle) {
  OpenCase opened;
  opened->skinRisk().want();
  EXPECT_FALSE(opened->skinRisk().map());
  EXPECT_FALSE(opened->skinRisk().isWorking());
}

TEST(SkinRisk, isCoarseFirstAndThenExact) {
  OpenCase opened;
  auto& risk = opened->skinRisk();
  bool sawCoarse = false;
  QObject::connect(&risk, &SkinRisk::mapChanged, &risk,
                   [&] { sawCoarse = sawCoarse || (risk.map() && risk.map()->coarse); });
  risk.want();
  planOn(opened);
  ASSERT_TRUE(tests::eventually([&] { return isWhole(risk); }));
  EXPECT_TRUE(sawCoarse);
  expectExact(*opened, *risk.map());
}

TEST(SkinRisk, followsADraggedTargetAndEndsWithTheLast) {
  OpenCase opened;
  auto& risk = opened->skinRisk();
  risk.want();
  planOn(opened);
  for (int i = 1; i <= 12; ++i) {
    opened->document().setTarget(kTarget + planning::makeVector(i, 0, 0), true);
    QCoreApplication::processEvents();
  }
  const auto last = kTarget + planning::makeVector(12, 0, 0);
  ASSERT_TRUE(tests::eventually([&] { return isWhole(risk) && risk.map()->search.problem.target == last; }));
  expectExact(*opened, *risk.map());
}

TEST(SkinRisk, followsAMargin) {
  OpenCase opened;
  auto& risk = opened->skinRisk();
  risk.want();
  planOn(opened);
  ASSERT_TRUE(tests::eventually([&] { return isWhole(risk); }));
  const auto before = risk.map();
  opened->structures().setMargin(0, 9.0);
  ASSERT_TRUE(tests::eventually([&] { return isWhole(risk) && risk.map() != before; }));
  int fewer = 0, more = 0;
  for (std::size_t v = 1; v < before->values.size(); v += 2) {
    fewer += before->values[v] == 0.0F && risk.map()->values[v] == 1.0F;
    more += before->values[v] == 1.0F && risk.map()->values[v] == 0.0F;
  }
  EXPECT_GT(fewer, 0);
  EXPECT_EQ(more, 0);
}

TEST(SkinRisk, doesNotSearchAgainWhenOnlyTheEntryMoves) {
  OpenCase opened;
  auto& risk = opened->skinRisk();
  risk.want();
  planOn(opened);
  ASSERT_TRUE(tests::eventually([&] { return isWhole(risk); }));
  const auto map = risk.map();
  opened->document().setEntry(kEntry);
  EXPECT_FALSE(risk.isWorking());
  EXPECT_EQ(risk.map(), map);
}

TEST(SkinRisk, endsWithTheCase) {
  OpenCase opened;
  auto& risk = opened->skinRisk();
  risk.want();
  planOn(opened);
  opened->work().close();
  EXPECT_FALSE(risk.map());
  ASSERT_TRUE(tests::eventually([&] { return !risk.isWorking(); }));
  EXPECT_FALSE(risk.map()) << "of a scan that is no longer open";
}

TEST(ProposalsPanel, takesOneInOneStepThatCanBeUndone) {
  OpenCase opened;
  app::panels::ProposalsPanel panel(opened->shownScan(), opened->document(), opened->skinRisk());
  tests::showAt(panel, 360, 600);
  planOn(opened);
  auto& risk = opened->skinRisk();
  ASSERT_TRUE(tests::eventually([&] { return !risk.proposals().empty(); }));
  const auto wanted = *risk.proposals().front().needle.entry;
  ASSERT_TRUE(panel.findChild<QLabel*>("proposal1"));
  EXPECT_TRUE(
      panel.findChild<QLabel*>("proposal1")->text().contains(app::tradeOffs(risk.proposals().front()).toHtmlEscaped()));
  const int steps = opened->document().undoStack().index();
  panel.findChild<QToolButton*>("take1")->click();
  ASSERT_TRUE(opened->shownScan().plan().choices.needles[0].entry);
  EXPECT_EQ(*opened->shownScan().plan().choices.needles[0].entry, wanted);
  EXPECT_EQ(opened->document().undoStack().index(), steps + 1);
  opened->document().undoStack().undo();
  EXPECT_FALSE(opened->shownScan().plan().choices.needles[0].entry);
}

TEST(ProposalsPanel, isTheListOfTheCommand) {
  OpenCase opened;
  auto& risk = opened->skinRisk();
  risk.want();
  planOn(opened);
  ASSERT_TRUE(tests::eventually([&] { return !risk.proposals().empty(); }));
  planning::Progress progress;
  const auto direct = planning::proposeEntries(
      opened->shownScan().plan().choices, 0,
      {opened->shownScan().volume().get(), opened->shownScan().skin().get(), opened->shownScan().structures()},
      planning::procedure::routesInUse(), SkinRisk::kProposals, progress);
  ASSERT_TRUE(direct);
  ASSERT_EQ(direct->size(), risk.proposals().size());
  for (std::size_t i = 0; i < direct->size(); ++i)
    EXPECT_EQ(*(*direct)[i].needle.entry, *risk.proposals()[i].needle.entry);
}

TEST(RiskSentence, saysWhyInBothLanguages) {
  OpenCase opened;
  auto& risk = opened->skinRisk();
  risk.want();
  planOn(opened);
  ASSERT_TRUE(tests::eventually([&] { return isWhole(risk); }));
  const auto& search = risk.map()->search;
  const auto through = planning::makePoint(15, 15, -70);  // the root lies there
  const auto entry = kTarget + (through - kTarget) * 2.2;
  const auto say = [&](const planning::Point& place) {
    return app::riskSentence(search, planning::reasonFor(search, place));
  };
  EXPECT_EQ(say(entry), "Forbidden: the needle would run into Root L5.");
  EXPECT_TRUE(say(kEntry).startsWith("Allowed.")) << say(kEntry).toStdString();
  EXPECT_TRUE(say(planning::makePoint(3, 99, -70)).startsWith("Out of reach: the path is 97.0 mm long"));
  EXPECT_EQ(say(planning::makePoint(3, -39, -70)), "Out of reach: the patient lies on this side.");
  app::speak("fr");
  const QString french = say(entry);
  app::speak("en");
  EXPECT_EQ(french, "Interdit : l'aiguille entrerait dans Root L5.");
}

}  // namespace
