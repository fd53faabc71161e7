// The document of a plan, without a window and without a case around it.
#include "app/case/plan_document.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "app/fluoroscopy/fluoroscopy_case.h"
#include "planning/plan/assess.h"
#include "planning/plan/session.h"
#include "planning/plan/site_check.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::PlanDocument;
using app::PlanDraft;
using planning::makePoint;
using planning::Point;

/// A ground that knows nothing but the choices.
PlanDocument::Assessed assessedAlone(const PlanDraft& draft) {
  return {draft.choices, planning::assess(draft.choices, {}, planning::procedure::routesInUse())};
}

/// A document on such a ground, with one needle, open.
struct Alone {
  Alone() { document.open(app::emptyDraft()); }
  planning::PlannedNeedle needle(std::size_t n = 0) const { return document.plan().needle(n); }
  int steps() { return document.undoStack().count(); }

  PlanDocument document{
      PlanDocument::Ground{assessedAlone, [](PlanDraft& next, const PlanDraft&) { app::deriveDefaults(next); }}};
};

TEST(PlanDocument, assessesAfterEachEditBeforeItTells) {
  Alone one;
  std::optional<double> heard;
  QObject::connect(&one.document, &PlanDocument::planChanged, [&] { heard = one.needle().pathLengthMm; });
  one.document.setTarget(makePoint(0, 0, 0));
  EXPECT_FALSE(heard);
  one.document.setEntry(makePoint(0, 30, 40));
  ASSERT_TRUE(heard);
  EXPECT_NEAR(*heard, 50, 1e-9);
}

TEST(PlanDocument, isNewToReadersBeforeAnySignalOfAChange) {
  Alone one;
  QStringList order;
  QObject::connect(&one.document, &PlanDocument::renewed, [&] { order += "renewed"; });
  QObject::connect(&one.document, &PlanDocument::structuresChanged, [&] { order += "structures"; });
  QObject::connect(&one.document, &PlanDocument::currentNeedleChanged, [&] { order += "needle"; });
  QObject::connect(&one.document, &PlanDocument::planChanged, [&] { order += "plan"; });
  one.document.edit("both", [](PlanDraft& draft) {
    draft.structures.push_back(tests::ballStructure("Ball", makePoint(0, 0, 0), 3));
    draft.choices.needles.push_back(app::newNeedle(draft));
    draft.currentNeedle = 1;
  });
  EXPECT_EQ(order, QStringList({"renewed", "structures", "needle", "plan"}));
}

// A label that a needle had before it was removed is not given to another one at once: what was written of it stays
// true.
TEST(PlanDocument, namesAnAddedNeedleAsTheCommandLineDoes) {
  Alone one;
  one.document.addNeedle();
  one.document.addNeedle();
  one.document.removeNeedle(0);
  const auto next = planning::freeLabel(one.document.plan().choices);
  one.document.addNeedle();
  EXPECT_EQ(one.needle(2).label, next);
  EXPECT_EQ(next, "Needle 4");
}

TEST(PlanDocument, isClosedWithoutANeedleAndTakesNoEdit) {
  Alone one;
  one.document.open({});
  EXPECT_FALSE(one.document.isOpen());
  one.document.setTarget(makePoint(1, 2, 3));
  one.document.setRoute("general");
  one.document.addNeedle();
  one.document.setOperator("Roe^Ann", "");
  one.document.setReserveAccepted(true);
  one.document.setLevelSeen({"L4-L5", "Roe^Ann", "images", ""});
  one.document.setSiteChecked("Roe^Ann", "2026-11-30");
  EXPECT_EQ(one.steps(), 0);
  EXPECT_TRUE(one.document.plan().choices.needles.empty());
  EXPECT_FALSE(one.document.hasUnsavedChanges());
}

TEST(PlanDocument, mergesADragUntilItsEnd) {
  Alone one;
  for (int x = 1; x <= 20; ++x) one.document.setTarget(makePoint(x, 0, 0), true);
  one.document.endDrag();
  EXPECT_EQ(one.steps(), 1);
  for (int x = 19; x >= 5; --x) one.document.setTarget(makePoint(x, 0, 0), true);
  EXPECT_EQ(one.steps(), 2) << "a second drag is a step of its own";
  one.document.undoStack().undo();
  EXPECT_EQ((*one.needle().target)[0], 20);
  one.document.undoStack().undo();
  EXPECT_FALSE(one.needle().target);
  one.document.undoStack().redo();
  EXPECT_EQ((*one.needle().target)[0], 20) << "redone to where the drag ended";
}

TEST(PlanDocument, endsADragWithoutAStepOfItsOwn) {
  Alone one;
  one.document.setEntry(makePoint(1, 0, 0), true);
  QSignalSpy changed(&one.document, &PlanDocument::planChanged);
  one.document.endDrag();
  EXPECT_EQ(one.steps(), 1);
  EXPECT_EQ(changed.count(), 0) << "nothing was set again";
}

TEST(PlanDocument, endsADragAtAnyOtherEdit) {
  Alone one;
  one.document.setTarget(makePoint(1, 0, 0), true);
  one.document.setLevel("L4");
  one.document.setTarget(makePoint(2, 0, 0), true);
  EXPECT_EQ(one.steps(), 3);
  one.document.setEntry(makePoint(2, 9, 0), true);
  one.document.setTarget(makePoint(3, 0, 0), true);
  EXPECT_EQ(one.steps(), 5) << "a drag of the entry is not one of the target";
}

TEST(PlanDocument, doesNotMergeTheDragsOfTwoNeedles) {
  Alone one;
  one.document.setTarget(makePoint(1, 0, 0), true);
  one.document.edit("second", [](PlanDraft& draft) { draft.choices.needles.push_back(app::newNeedle(draft)); });
  one.document.setCurrentNeedle(1);
  one.document.setTarget(makePoint(2, 0, 0), true);
  one.document.setCurrentNeedle(0);
  one.document.setTarget(makePoint(3, 0, 0), true);
  EXPECT_EQ(one.steps(), 4);
}

TEST(PlanDocument, takesWhatChangesNothingForNoEdit) {
  Alone one;
  one.document.setTarget(makePoint(1, 2, 3));
  one.document.setCheck({"infection", "no", "", "", ""});
  one.document.setMidline({makePoint(0, 0, 0)});
  one.document.setNearBand(1.5);
  const int steps = one.steps();
  one.document.setTarget(makePoint(1, 2, 3));
  one.document.setCheck({"infection", "no", "", "", ""});
  one.document.setMidline({makePoint(0, 0, 0)});
  one.document.setNearBand(1.5);
  one.document.clearCheck("pregnancy");
  EXPECT_EQ(one.steps(), steps);
}

/// The word about "near" was about the needle as it was: what moves or changes it takes the word back, and undo gives
/// it again; a name does not.
TEST(PlanDocument, withdrawsTheWordAboutNearnessWithEachEditOfGeometry) {
  using Edit = std::function<void(PlanDocument&)>;
  const std::vector<std::pair<const char*, Edit>> geometry{{"target", [](auto& d) { d.setTarget(makePoint(1, 1, 1)); }},
                                                           {"entry", [](auto& d) { d.setEntry(makePoint(1, 9, 1)); }},
                                                           {"needle",
                                                            [](auto& d) {
                                                              d.setNeedle({25, 50, 0.514});
                                                            }},
                                                           {"another needle", [](auto& d) { d.addNeedle(); }},
                                                           {"route", [](auto& d) { d.setRoute("general"); }},
                                                           {"band", [](auto& d) { d.setNearBand(2.0); }}};
  const std::vector<std::pair<const char*, Edit>> words{
      {"level", [](auto& d) { d.setLevel("L4"); }},
      {"name", [](auto& d) { d.renameNeedle(0, "Left"); }},
      {"operator", [](auto& d) { d.setOperator("Roe^Ann", "Clinic"); }},
      {"midline", [](auto& d) { d.setMidline({makePoint(0, 0, 0)}); }}};
  const auto acceptedAfter = [](const Edit& edit) {
    Alone one;
    one.document.setNearAccepted(true);
    edit(one.document);
    const bool accepted = one.document.plan().choices.nearAccepted;
    one.document.undoStack().undo();
    EXPECT_TRUE(one.document.plan().choices.nearAccepted);
    return accepted;
  };
  for (const auto& [name, edit] : geometry) EXPECT_FALSE(acceptedAfter(edit)) << name;
  for (const auto& [name, edit] : words) EXPECT_TRUE(acceptedAfter(edit)) << name;
}

TEST(PlanDocument, withdrawsTheWordAboutRulesWithTheLevelThatItWasSaidOf) {
  Alone one;
  one.document.setRoute("cervical-interlaminar");
  one.document.setLevel("C5-C6");
  one.document.setRulesAccepted(true);
  one.document.setLevel("C2-C3");
  EXPECT_FALSE(one.document.plan().choices.rulesAccepted);
  one.document.undoStack().undo();
  EXPECT_TRUE(one.document.plan().choices.rulesAccepted);
}

TEST(PlanDocument, takesEachWordByNameAsOneStep) {
  using Edit = std::function<void(PlanDocument&)>;
  const planning::AcceptedUnknown artery{
      "radicular-artery", planning::anatomy::Side::Left, "L4-L5", "Roe^Ann", "not opacified", "CTA", "2026-11-30"};
  const std::vector<std::pair<const char*, Edit>> edits{
      {"level",
       [](auto& d) {
         d.setLevelSeen({"L4-L5", "Roe^Ann", "images", "2026-11-30"});
       }},
      {"side",
       [](auto& d) {
         d.setSideSeen({"left", "Roe^Ann", "fluoroscopy", "2026-11-30"});
       }},
      {"artery", [&](auto& d) { d.setAcceptedUnknown(artery); }},
      {"reserve", [](auto& d) { d.setReserveAccepted(true); }}};
  const auto given = [](const PlanDocument& document) {
    const auto& c = document.plan().choices;
    return c.levelsSeen.size() + c.sidesSeen.size() + c.acceptedUnknowns.size() + (c.reserveAccepted ? 1U : 0U);
  };
  for (const auto& [name, edit] : edits) {
    Alone one;
    edit(one.document);
    EXPECT_EQ(one.steps(), 1) << name;
    EXPECT_EQ(given(one.document), 1U) << name;
    edit(one.document);
    EXPECT_EQ(one.steps(), 1) << name << ": the same word again is no edit";
    one.document.undoStack().undo();
    EXPECT_EQ(given(one.document), 0U) << name;
  }
}

TEST(PlanDocument, keepsOneWordAboutEachThing) {
  Alone one;
  one.document.setLevelSeen({"L4-L5", "Roe^Ann", "images", "2026-11-30"});
  one.document.setLevelSeen({"L4-L5", "Doe^Jane", "fluoroscopy", "2026-11-30"});
  one.document.setLevelSeen({"L5-S1", "Doe^Jane", "images", "2026-11-30"});
  const auto& seen = one.document.plan().choices.levelsSeen;
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[0].by, "Doe^Jane");
  one.document.clearLevelSeen("L4-L5");
  one.document.clearLevelSeen("L4-L5");
  ASSERT_EQ(one.document.plan().choices.levelsSeen.size(), 1U);
  EXPECT_EQ(one.document.plan().choices.levelsSeen[0].what, "L5-S1");
  EXPECT_EQ(one.steps(), 4) << "nothing to take back is no edit";
}

TEST(PlanDocument, takesBackTheAcceptanceOfOneSideAlone) {
  using planning::anatomy::Side;
  Alone one;
  for (const Side side : {Side::Left, Side::Right})
    one.document.setAcceptedUnknown({"radicular-artery", side, "L4", "Roe^Ann", "not opacified", "CTA", "2026-11-30"});
  one.document.clearAcceptedUnknown({"radicular-artery", Side::Left, "L4", {}, {}, {}, {}});
  const auto& accepted = one.document.plan().choices.acceptedUnknowns;
  ASSERT_EQ(accepted.size(), 1U);
  EXPECT_EQ(accepted[0].side, Side::Right);
}

TEST(PlanDocument, keepsTheSiteCheckOfThePlanAsItWas) {
  Alone one;
  one.document.setTarget(makePoint(20, 0, 0));
  one.document.setSide(planning::anatomy::Side::Left);
  one.document.setSiteChecked("Roe^Ann", "2026-11-30");
  ASSERT_TRUE(one.document.plan().choices.siteCheck);
  EXPECT_EQ(one.document.plan().choices.siteCheck->needles.at(0).side, planning::anatomy::Side::Left);
  EXPECT_TRUE(planning::siteCheckFindings(one.document.plan().choices).empty());
  one.document.setTarget(makePoint(-20, 0, 0));
  EXPECT_FALSE(planning::siteCheckFindings(one.document.plan().choices).empty()) << "it was of another target";
  one.document.undoStack().undo();
  EXPECT_TRUE(planning::siteCheckFindings(one.document.plan().choices).empty());
  one.document.undoStack().undo();
  EXPECT_FALSE(one.document.plan().choices.siteCheck);
}

TEST(PlanDocument, isUnsavedFromTheFirstEditUntilItIsSaved) {
  Alone one;
  EXPECT_FALSE(one.document.hasUnsavedChanges());
  one.document.setLevel("L5");
  EXPECT_TRUE(one.document.hasUnsavedChanges());
  one.document.markSaved({"1.2.3", "1.2", "", "0.1", "20260102", "101112", "20260102", "101112", 1, true});
  EXPECT_FALSE(one.document.hasUnsavedChanges());
  EXPECT_EQ(one.document.plan().report.sopInstanceUid, "1.2.3");
  EXPECT_TRUE(one.document.plan().report.complete);
  one.document.setLevel("L4");
  EXPECT_FALSE(one.document.plan().report.complete) << "what was approved was another plan";
  EXPECT_EQ(one.document.plan().report.sopInstanceUid, "1.2.3") << "undo and edits leave the report's identity alone";
  one.document.undoStack().undo();
  EXPECT_TRUE(one.document.plan().report.complete);
  EXPECT_FALSE(one.document.hasUnsavedChanges());
}

TEST(PlanDocument, opensARecoveredDraftAsWhatWasNeverSaved) {
  Alone one;
  one.document.open(app::emptyDraft(),
                    {"1.2.3", "1.2", "1.2.2", "0.1", "20260102", "101112", "20260102", "101112", 1, true}, true);
  EXPECT_TRUE(one.document.hasUnsavedChanges());
  EXPECT_EQ(one.document.plan().report.sopInstanceUid, "1.2.2") << "it replaces what the draft was made from";
  EXPECT_TRUE(one.document.plan().report.predecessorUid.empty());
  EXPECT_FALSE(one.document.plan().report.complete);
}

TEST(PlanDocument, countsNothingAsUnsavedThatIsKeptElsewhere) {
  Alone one;
  one.document.keepElsewhere();
  one.document.setLevel("L5");
  EXPECT_FALSE(one.document.hasUnsavedChanges());
  one.document.open({});
  one.document.open(app::emptyDraft());
  one.document.setLevel("L5");
  EXPECT_TRUE(one.document.hasUnsavedChanges()) << "until it is closed";
}

TEST(PlanDocument, opensAnotherPlanWithNothingToUndo) {
  Alone one;
  one.document.setTarget(makePoint(1, 2, 3), true);
  PlanDraft other = app::emptyDraft();
  other.choices.level = "C5";
  one.document.open(other);
  EXPECT_EQ(one.steps(), 0);
  EXPECT_EQ(one.document.plan().choices.level, "C5");
  one.document.setTarget(makePoint(4, 5, 6), true);
  EXPECT_EQ(one.steps(), 1) << "no drag goes on over plans";
}

TEST(PlanDocument, amendsWithoutAStepAndWithoutAWordOfChange) {
  Alone one;
  QSignalSpy changed(&one.document, &PlanDocument::planChanged), renewed(&one.document, &PlanDocument::renewed);
  one.document.amend([](PlanDraft& draft) { draft.choices.level = "L1"; });
  EXPECT_EQ(one.document.plan().choices.level, "L1");
  EXPECT_EQ(one.steps(), 0);
  EXPECT_EQ(changed.count(), 0);
  EXPECT_EQ(renewed.count(), 1);
}

/// Under fluoroscopy the same document takes the same edits, on a stack of its own.
struct UnderFluoroscopy {
  app::OpenCases cases;
  PlanDocument& document = cases.fluoroscopy.document();
};

TEST(PlanDocumentUnderFluoroscopy, isOpenFromTheStartOnNoView) {
  UnderFluoroscopy under;
  EXPECT_TRUE(under.document.isOpen());
  ASSERT_TRUE(under.document.plan().choices.fluoroscopy);
  EXPECT_TRUE(under.document.plan().choices.fluoroscopy->views.empty());
  EXPECT_EQ(under.document.plan().choices.guidance, "fluoroscopy");
  EXPECT_FALSE(under.document.plan().choices.scan.frameOfReferenceUid.empty()) << "one of the plan's own";
}

TEST(PlanDocumentUnderFluoroscopy, undoesEachEditApartFromThePlanOnTheScan) {
  UnderFluoroscopy under;
  under.document.setLevel("L5");
  under.document.setSide(planning::anatomy::Side::Left);
  under.document.setCheck({"infection", "no", "", "", ""});
  under.document.setOperator("Roe^Ann", "");
  EXPECT_EQ(under.document.undoStack().count(), 4);
  EXPECT_EQ(under.cases.scan.document().undoStack().count(), 0);
  for (int step = 0; step < 4; ++step) under.document.undoStack().undo();
  EXPECT_TRUE(under.document.plan().choices.level.empty());
  EXPECT_FALSE(under.document.plan().choices.side);
  EXPECT_TRUE(under.document.plan().choices.checks.empty());
  EXPECT_TRUE(under.document.plan().choices.operatorName.empty());
}

TEST(PlanDocumentUnderFluoroscopy, takesTheRoutesUsualNeedleOnlyWhileNoneIsChosen) {
  UnderFluoroscopy under;
  const auto usual = [](const char* route) { return planning::procedure::routesInUse().find(route)->usualNeedle; };
  ASSERT_NE(usual("lumbar-foraminal"), usual("intradiscal"));
  under.document.setRoute("lumbar-foraminal");
  EXPECT_EQ(under.document.plan().choices.needles.front().needle, usual("lumbar-foraminal"));
  under.document.setRoute("intradiscal");
  EXPECT_EQ(under.document.plan().choices.needles.front().needle, usual("lumbar-foraminal"));
  EXPECT_EQ(under.document.undoStack().count(), 2) << "the needle is part of the step";
}

}  // namespace
