// Each step of a plan has its control, and the panels know it themselves.
#include "app/panels/step_place.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/panels/checks_panel.h"
#include "app/panels/clearances_panel.h"
#include "app/panels/findings_panel.h"
#include "app/panels/levels_panel.h"
#include "app/panels/needle_panel.h"
#include "app/panels/path_panel.h"
#include "app/panels/point_panel.h"
#include "app/panels/route_panel.h"
#include "app/panels/structures_panel.h"
#include "app/panels/verdict_panel.h"
#include "planning/procedure/routes.h"
#include "tests/app/case/case_fixture.h"

namespace app::panels {
namespace {

using planning::NextStep;
using planning::Step;

QString nameOf(const QWidget* control) {
  return control ? control->objectName() : QString();
}

/// All panels that answer for steps but the findings, which answer for every one.
class Places {
 public:
  explicit Places(Case& one)
      : route(one.shownScan(), one.document()),
        needle(one.document()),
        target(one.shownScan(), one.document(), PointPanel::Which::Target),
        entry(one.shownScan(), one.document(), PointPanel::Which::Entry),
        angles(one.shownScan(), one.document()),
        levels(one.shownScan(), one.levels()),
        structures(one.shownScan(), one.structures()),
        checks("Checks", one.document()),
        who(one.document()),
        verdict(one.shownScan(), one.document()) {}

  QStringList controlsFor(const NextStep& step) const {
    QStringList controls;
    for (const StepPlace* place : std::initializer_list<const StepPlace*>{
             &route, &needle, &target, &entry, &angles, &levels, &structures, &checks, &who, &verdict})
      if (const QWidget* control = place->controlFor(step)) controls += control->objectName();
    return controls;
  }

  RoutePanel route;
  NeedlePanel needle;
  PointPanel target, entry;
  AnglesPanel angles;
  LevelsPanel levels;
  StructuresPanel structures;
  ChecksPanel checks;
  OperatorPanel who;
  VerdictPanel verdict;
};

}  // namespace

TEST(StepPlaces, haveOneControlForEachStep) {
  tests::OpenCase opened;
  const Places places(*opened);
  for (const auto& [step, control] : {std::pair(Step::ChooseRoute, "route"),
                                      {Step::StateLevel, "level"},
                                      {Step::StateSide, "side"},
                                      {Step::SetTarget, "targetX"},
                                      {Step::ChooseNeedle, "length"},
                                      {Step::SetEntry, "entryX"},
                                      {Step::MoveNeedle, "entryX"},
                                      {Step::CountLevels, "levelToClick"},
                                      {Step::MarkMidline, "midline"},
                                      {Step::GiveStructure, "addStructure"},
                                      {Step::AcceptNear, "acceptNear"},
                                      {Step::AcceptReserve, "acceptReserve"},
                                      {Step::AcceptRule, "acceptRules"},
                                      {Step::SeeImported, "importedSeen"},
                                      {Step::ChooseGuidance, "guidance"},
                                      {Step::NameOperator, "operatorName"},
                                      {Step::Approve, "approve"}})
    EXPECT_EQ(places.controlsFor({step}), QStringList{control});
  for (const Step step : {Step::ConfirmStructure, Step::Mend, Step::Done})
    EXPECT_TRUE(places.controlsFor({step}).isEmpty()) << "no panel's: asked, or read among the findings";
}

TEST(StepPlaces, leadToTheFindingsWhereNothingElseMends) {
  tests::OpenCase opened;
  const FindingsPanel findings(opened->shownScan());
  EXPECT_EQ(nameOf(findings.controlFor({Step::Mend})), "findings");
}

TEST(StepPlaces, nameTheInstitutionOnceTheOperatorIsNamed) {
  tests::OpenCase opened;
  opened->document().setOperator("Roe^Ann", "");
  const OperatorPanel who(opened->document());
  EXPECT_EQ(nameOf(who.controlFor({Step::NameOperator})), "operatorOrganization");
}

TEST(StepPlaces, areTheFirstCheckWithoutAnAnswerOrTheNamedOne) {
  tests::OpenCase opened;
  opened->document().setRoute("lumbar-foraminal");
  const ChecksPanel checks("Checks", opened->document());
  std::vector<std::string> asked;
  const auto* route = planning::procedure::routesInUse().find("lumbar-foraminal");
  for (const auto& question : planning::procedure::checkQuestions())
    if (question.id != "pregnancy" && planning::procedure::isAsked(route, question.id)) asked.push_back(question.id);
  ASSERT_GT(asked.size(), 1U);
  for (const auto& id : asked) {
    EXPECT_EQ(nameOf(checks.controlFor({Step::AnswerCheck, {}, id})), QString::fromStdString("check-" + id));
    EXPECT_EQ(nameOf(checks.controlFor({Step::AnswerCheck})), QString::fromStdString("check-" + id));
    opened->document().setCheck({id, "no", {}, {}, {}});
  }
  EXPECT_EQ(checks.controlFor({Step::AnswerCheck}), nullptr) << "none is open";
  EXPECT_EQ(checks.controlFor({Step::AnswerCheck, {}, "no-such-check"}), nullptr);
}

// "Not visible" can be said of what the route requires and images may not show; of anything else a structure is given.
TEST(StepPlaces, areTheRowOfAStructureThatMayNotBeVisible) {
  tests::OpenCase opened;
  auto& document = opened->document();
  document.setRoute("lumbar-foraminal");
  document.setTarget(tests::kTarget);
  document.setEntry(tests::kEntry);
  const ClearancesPanel passes(opened->shownScan(), document);
  const NextStep artery{Step::GiveStructure, 0, "radicular-artery"};
  EXPECT_EQ(nameOf(passes.controlFor(artery)), "unseen-radicular-artery");
  EXPECT_EQ(passes.controlFor({Step::GiveStructure, 0, "dura"}), nullptr);
  EXPECT_EQ(passes.controlFor({Step::SetTarget}), nullptr);
}

TEST(Reveal, unfoldsScrollsAndGivesTheFocus) {
  QScrollArea area;
  auto* whole = new QWidget;
  auto* section = new Section("Checks", true);
  auto* edit = new QLineEdit;
  section->body()->addWidget(edit);
  auto* layout = new QVBoxLayout(whole);
  layout->addSpacing(3000);
  layout->addWidget(section);
  area.setWidget(whole);
  area.resize(200, 200);
  area.show();
  section->setFolded(true);
  ASSERT_FALSE(edit->isVisible());
  area.activateWindow();
  reveal(*edit);
  EXPECT_TRUE(edit->isVisible());
  EXPECT_EQ(area.focusWidget(), edit);
  const QRect seen(edit->mapTo(area.viewport(), QPoint()), edit->size());
  EXPECT_TRUE(area.viewport()->rect().intersects(seen));
}

}  // namespace app::panels
