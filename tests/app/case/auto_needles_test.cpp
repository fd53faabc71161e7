#include "app/case/auto_needles.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QListWidget>

#include <algorithm>

#include "app/panels/auto_panel.h"
#include "planning/plan/imported.h"
#include "testdata/lumbar_phantom.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::AutoNeedles;
using planning::anatomy::Side;
using State = AutoNeedles::State;

/// The drawn lumbar body at full size, all of it given; made once a process. In coarser slices no level is sure.
struct Body {
  testdata::Phantom phantom = testdata::makeLumbarPhantom({});
  std::shared_ptr<const planning::Volume> volume = std::make_shared<const planning::Volume>(phantom.volume);
  std::shared_ptr<const planning::anatomy::Skin> skin;
  std::vector<planning::anatomy::MeasuredStructure> given;

  Body() {
    planning::Progress progress;
    skin = std::make_shared<const planning::anatomy::Skin>(*planning::anatomy::findSkin(*volume, progress));
    for (const auto& drawn : phantom.structures) {
      if (drawn.structure.kind == planning::anatomy::Kind::Skin) continue;
      given.push_back(planning::anatomy::measure(drawn.structure));
      given.back().structure.trackingUid = "2.25." + std::to_string(given.size());
    }
  }
};

const Body& body() {
  static const Body made;
  return made;
}

const testdata::PhantomAnswer& drawnDisc() {
  const auto& answers = body().phantom.answers;
  return *std::find_if(answers.begin(), answers.end(), [](const auto& a) { return a.routeId == "intradiscal"; });
}

/// That body, opened, with L4 named by a click, as a person does it.
class Opened {
 public:
  Opened() { one.work().adoptScan(body().volume, body().skin, body().given); }
  ~Opened() { one.document().undoStack().setClean(); }

  void nameAVertebra() {
    one.levels().count(drawnDisc().target + planning::makeVector(0, 0, 18), "L4");
    EXPECT_TRUE(tests::eventually([this] { return one.document().draft().levels.levels.size() > 3; }));
  }
  void chooseDisc() {
    one.document().setRoute("intradiscal");
    one.document().setLevel("L4-L5");
    one.document().setSide(Side::Left);
  }
  bool answered() {
    return tests::eventually([this] { return one.autoNeedles().state() == State::Answered; });
  }

  app::Case one;
};

}  // namespace

TEST(AutoNeedles, mayBeginOnceRouteLevelAndSideAreStated) {
  Opened opened;
  auto& needles = opened.one.autoNeedles();
  EXPECT_EQ(needles.state(), State::Unstated);
  opened.one.document().setRoute("cervical-facet");
  EXPECT_EQ(needles.state(), State::NoTarget);
  opened.one.document().setRoute("intradiscal");
  EXPECT_EQ(needles.state(), State::Unstated);
  needles.begin();
  EXPECT_EQ(needles.state(), State::Unstated) << "nothing is looked for";
  opened.one.document().setLevel("L4-L5");
  opened.one.document().setSide(Side::Left);
  EXPECT_EQ(needles.state(), State::MayBegin);
}

TEST(AutoNeedles, takesTargetAndEntryInOneStepAsAProposalThatSomebodyHasYetToSee) {
  Opened opened;
  opened.nameAVertebra();
  opened.chooseDisc();
  auto& document = opened.one.document();
  auto& needles = opened.one.autoNeedles();
  const int edits = document.undoStack().count();
  needles.begin();
  EXPECT_EQ(needles.state(), State::Looking);
  opened.one.work().cancel();
  EXPECT_EQ(needles.state(), State::MayBegin);
  needles.begin();
  ASSERT_TRUE(opened.answered());
  opened.one.work().cancel();
  EXPECT_EQ(needles.state(), State::Answered) << "other work was cancelled; the list stays";
  EXPECT_EQ(document.undoStack().count(), edits) << "looking is no edit";
  const auto& answer = *needles.answer();
  ASSERT_TRUE(answer) << answer.error().code;
  ASSERT_FALSE(answer->proposal.needles.empty());
  const auto proposed = answer->proposal.needles.front().proposal.needle;
  EXPECT_LT((*proposed.target - drawnDisc().target).GetNorm(), 5);

  needles.show(0, true);
  EXPECT_EQ(opened.one.shownScan().crosshair(), *proposed.target);
  ASSERT_TRUE(opened.one.shownScan().aids().way());
  EXPECT_EQ(opened.one.shownScan().aids().way()->entry, *proposed.entry);
  EXPECT_FALSE(document.plan().choices.needles.front().target) << "shown is not taken";

  needles.take(0);
  EXPECT_EQ(document.undoStack().count(), edits + 1);
  const auto& taken = document.plan().choices.needles.front();
  EXPECT_LT((*taken.target - *proposed.target).GetNorm(), 0.001);
  EXPECT_LT((*taken.entry - *proposed.entry).GetNorm(), 0.001);
  const auto& found = document.plan().assessment.findings;
  EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const auto& f) { return f.code == "proposed-not-seen"; }));
  EXPECT_FALSE(document.plan().assessment.ready);
  EXPECT_EQ(needles.state(), State::Answered) << "another of the list may still be tried";
  EXPECT_FALSE(opened.one.shownScan().aids().way()) << "the plan's own needle stands there";

  document.setImportedSeen("Roe^Ann", "2026-11-30");
  EXPECT_TRUE(planning::importedFindings(document.plan().choices).front().code == "proposed-seen");
  document.undoStack().undo();
  document.undoStack().undo();
  EXPECT_FALSE(document.plan().choices.needles.front().target);
}

TEST(AutoNeedles, dropsWhatNoLongerFitsSlow) {
  Opened opened;
  opened.nameAVertebra();
  opened.chooseDisc();
  auto& needles = opened.one.autoNeedles();
  needles.begin();
  ASSERT_TRUE(opened.answered());
  needles.show(0, false);
  opened.one.document().setLevel("L3-L4");
  EXPECT_EQ(needles.state(), State::OutOfDate);
  EXPECT_EQ(needles.answer(), nullptr);
  EXPECT_FALSE(opened.one.shownScan().aids().way());
  needles.begin();
  opened.one.document().setLevel("L4-L5");
  EXPECT_EQ(needles.state(), State::Looking) << "while it is looked for, it begins anew";
  ASSERT_TRUE(opened.answered());
  ASSERT_TRUE(*needles.answer());
  EXPECT_LT(((*needles.answer())->region.middle() - drawnDisc().target).GetNorm(), 5) << "of the level as it is now";
  opened.one.work().close();
  EXPECT_EQ(needles.state(), State::NoScan);
}

TEST(AutoNeedles, keepsClearOfTheSessionsOtherNeedlesSlow) {
  Opened opened;
  opened.nameAVertebra();
  opened.chooseDisc();
  auto& document = opened.one.document();
  auto& needles = opened.one.autoNeedles();
  needles.begin();
  ASSERT_TRUE(opened.answered());
  ASSERT_TRUE(*needles.answer());
  needles.take(0);
  document.addNeedle();
  ASSERT_EQ(document.currentNeedle(), 1);
  needles.begin();
  ASSERT_TRUE(opened.answered());
  ASSERT_TRUE(*needles.answer());
  const auto& first = document.plan().choices.needles.front();
  const auto& proposed = (*needles.answer())->proposal.needles;
  ASSERT_FALSE(proposed.empty());
  for (const auto& one : proposed) {
    const auto& rows = one.proposal.needle.clearances;
    const auto other = std::find_if(rows.begin(), rows.end(), [](const auto& row) {
      return std::holds_alternative<planning::needle::OtherNeedle>(row.source);
    });
    ASSERT_NE(other, rows.end());
    EXPECT_EQ(other->structure, first.label);
    EXPECT_GT(*other->distanceMm, other->errorBoundMm) << "no way through the first needle";
    for (const auto& reason : one.reasons)
      EXPECT_FALSE(reason.code.starts_with("rule-") && reason.arguments.front() == first.label);
  }
  document.edit("Move the first", [](app::PlanDraft& draft) {
    auto& target = *draft.choices.needles.front().target;
    target = target + planning::makeVector(0, 0, 2);
  });
  EXPECT_EQ(needles.state(), State::OutOfDate) << "the other needle stands elsewhere";
}

TEST(AutoPanel, drawsNoProposalOverTheNeedleThatWasTakenSlow) {
  Opened opened;
  opened.nameAVertebra();
  opened.chooseDisc();
  app::panels::AutoPanel panel(opened.one.autoNeedles());
  panel.ask();
  ASSERT_TRUE(opened.answered());
  auto& list = *panel.findChild<QListWidget*>("togetherList");
  ASSERT_GT(list.count(), 0);
  ASSERT_TRUE(opened.one.shownScan().aids().way());
  Q_EMIT list.itemActivated(list.item(0));
  ASSERT_TRUE(opened.one.document().plan().choices.needles.front().target);
  Q_EMIT list.itemEntered(list.item(0));
  EXPECT_TRUE(opened.one.shownScan().aids().way()) << "the mouse shows it";
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(list.viewport(), &leave);
  EXPECT_FALSE(opened.one.shownScan().aids().way());
}

TEST(FoundGuides, areDrawnOfTheChosenRouteAndLevelAlone) {
  Opened opened;
  opened.chooseDisc();
  const auto& aids = opened.one.shownScan().aids();
  EXPECT_TRUE(aids.guides().empty()) << "no vertebra is named";
  opened.nameAVertebra();
  ASSERT_TRUE(tests::eventually([&] { return !aids.guides().empty(); }));
  ASSERT_EQ(aids.guides().size(), 1U);
  EXPECT_EQ(aids.guides().front().kind, planning::GuideKind::Disc);
  opened.one.document().setRoute("general");
  EXPECT_TRUE(aids.guides().empty());
}

TEST(FoundGuides, areLookedForAgainAtTheNextChangeAfterACancel) {
  Opened opened;
  opened.chooseDisc();
  opened.nameAVertebra();
  opened.one.work().cancel();
  const auto& aids = opened.one.shownScan().aids();
  ASSERT_TRUE(aids.guides().empty()) << "or this tells nothing";
  opened.one.document().setGuidance("ct");
  EXPECT_TRUE(tests::eventually([&] { return !aids.guides().empty(); }));
  opened.one.work().cancel();
  EXPECT_FALSE(aids.guides().empty()) << "what is there stays";
}
