#include "app/case/case.h"

#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using planning::makePoint;
using planning::anatomy::Kind;
using planning::anatomy::Role;
using planning::anatomy::Side;
using tests::kEntry;
using tests::kTarget;
using tests::OpenCase;

planning::PlannedNeedle needleOf(OpenCase& opened) {
  const auto& shown = opened->shownScan();
  return shown.plan().needle(static_cast<std::size_t>(shown.currentNeedle()));
}

const planning::needle::Needle k22G90{22, 90, 0.718};

/// One edit, as a person would undo it: `state` is what the edit changes, as text.
struct Edit {
  const char* name;
  std::function<void(app::Case&)> make;
  std::function<std::string(const app::Case&)> state;
};

std::string pointText(const std::optional<planning::Point>& p) {
  return p ? std::to_string((*p)[0]) + " " + std::to_string((*p)[1]) + " " + std::to_string((*p)[2]) : "none";
}

const planning::anatomy::Structure& structureOf(const app::Case& c, int i) {
  return c.shownScan().structures()[static_cast<std::size_t>(i)].structure;
}

std::vector<Edit> everyEdit() {
  using C = app::Case;
  return {
      {"target", [](C& c) { c.document().setTarget(kTarget); },
       [](const C& c) { return pointText(c.shownScan().plan().choices.needles[0].target); }},
      {"entry", [](C& c) { c.document().setEntry(kEntry); },
       [](const C& c) { return pointText(c.shownScan().plan().choices.needles[0].entry); }},
      {"needle", [](C& c) { c.document().setNeedle(k22G90); },
       [](const C& c) {
         return c.shownScan().plan().choices.needles[0].needle ? format(*c.shownScan().plan().choices.needles[0].needle)
                                                               : "";
       }},
      {"add needle", [](C& c) { c.document().addNeedle(); },
       [](const C& c) { return std::to_string(c.shownScan().plan().choices.needles.size()); }},
      {"rename needle", [](C& c) { c.document().renameNeedle(0, "Left L5"); },
       [](const C& c) { return c.shownScan().plan().choices.needles[0].label; }},
      {"route", [](C& c) { c.document().setRoute("lumbar-foraminal"); },
       [](const C& c) { return c.shownScan().plan().choices.routeId; }},
      {"level", [](C& c) { c.document().setLevel("L5"); },
       [](const C& c) { return c.shownScan().plan().choices.level; }},
      {"side", [](C& c) { c.document().setSide(Side::Left); },
       [](const C& c) {
         return c.shownScan().plan().choices.side ? word(*c.shownScan().plan().choices.side) : "not stated";
       }},
      {"guidance", [](C& c) { c.document().setGuidance("CT"); },
       [](const C& c) { return c.shownScan().plan().choices.guidance; }},
      {"check",
       [](C& c) {
         c.document().setCheck({"infection", "no", "", "", ""});
       },
       [](const C& c) { return std::to_string(c.shownScan().plan().choices.checks.size()); }},
      {"near", [](C& c) { c.document().setNearAccepted(true); },
       [](const C& c) { return std::to_string(c.shownScan().plan().choices.nearAccepted); }},
      {"operator", [](C& c) { c.document().setOperator("Roe^Ann", "Clinic"); },
       [](const C& c) { return c.shownScan().plan().choices.operatorName; }},
      {"kind", [](C& c) { c.structures().setKind(0, Kind::Vein); },
       [](const C& c) { return std::string(word(structureOf(c, 0).kind)); }},
      {"role", [](C& c) { c.structures().setRole(0, Role::Crossable); },
       [](const C& c) { return std::string(word(structureOf(c, 0).role)); }},
      {"margin", [](C& c) { c.structures().setMargin(0, 4.0); },
       [](const C& c) { return std::to_string(structureOf(c, 0).marginMm.value_or(-1)); }},
      {"confirmed", [](C& c) { c.structures().setConfirmed(0, false); },
       [](const C& c) { return std::to_string(structureOf(c, 0).confirmed); }},
      {"side of a structure", [](C& c) { c.structures().setSide(0, Side::Right); },
       [](const C& c) { return std::string(word(structureOf(c, 0).side)); }},
      {"colour",
       [](C& c) {
         c.structures().setColour(0, {1, 2, 3});
       },
       [](const C& c) { return std::to_string(structureOf(c, 0).colour[0]); }},
      {"name", [](C& c) { c.structures().rename(0, "S1 root"); }, [](const C& c) { return structureOf(c, 0).name; }},
      {"remove", [](C& c) { c.structures().remove(0); },
       [](const C& c) { return std::to_string(c.shownScan().structures().size()); }},
  };
}

class CaseEdit : public testing::TestWithParam<int> {};

TEST_P(CaseEdit, isOneStepThatCanBeUndoneAndRedone) {
  const Edit edit = everyEdit()[static_cast<std::size_t>(GetParam())];
  OpenCase opened;
  const std::string before = edit.state(*opened);
  QSignalSpy changed(&opened->shownScan(), &app::ShownScan::planChanged);
  edit.make(*opened);
  const std::string after = edit.state(*opened);
  EXPECT_NE(before, after) << edit.name;
  EXPECT_EQ(opened->document().undoStack().count(), 1) << edit.name;
  EXPECT_GE(changed.count(), 1) << edit.name;
  EXPECT_TRUE(opened->document().hasUnsavedChanges()) << edit.name;
  opened->document().undoStack().undo();
  EXPECT_EQ(edit.state(*opened), before) << edit.name;
  EXPECT_FALSE(opened->document().hasUnsavedChanges()) << edit.name;
  opened->document().undoStack().redo();
  EXPECT_EQ(edit.state(*opened), after) << edit.name;
}

TEST_P(CaseEdit, thatChangesNothingIsNoStep) {
  const Edit edit = everyEdit()[static_cast<std::size_t>(GetParam())];
  const std::string name = edit.name;
  if (name == "add needle" || name == "remove") return;  // always a change
  OpenCase opened;
  edit.make(*opened);
  edit.make(*opened);
  EXPECT_EQ(opened->document().undoStack().count(), 1) << name;
}

INSTANTIATE_TEST_SUITE_P(Every, CaseEdit, testing::Range(0, static_cast<int>(everyEdit().size())));

TEST(Case, hasOneNeedleFromTheStart) {
  OpenCase opened;
  ASSERT_EQ(opened->shownScan().plan().choices.needles.size(), 1u);
  EXPECT_EQ(opened->shownScan().plan().choices.needles[0].label, "Needle 1");
  EXPECT_FALSE(opened->shownScan().plan().choices.needles[0].target);
}

TEST(Case, assessesAfterEveryEdit) {
  OpenCase opened;
  opened->document().setNeedle(k22G90);
  opened->document().setTarget(kTarget);
  EXPECT_FALSE(needleOf(opened).pathLengthMm);
  opened->document().setEntry(kEntry);
  ASSERT_TRUE(needleOf(opened).pathLengthMm);
  EXPECT_NEAR(*needleOf(opened).pathLengthMm, 38, 1e-9);
  ASSERT_EQ(needleOf(opened).clearances.size(), 3u);
  opened->document().setTarget(makePoint(3, 0, -70));
  EXPECT_NEAR(*needleOf(opened).pathLengthMm, 40, 1e-9);
}

TEST(Case, mergesADragIntoOneStep) {
  OpenCase opened;
  opened->document().setTarget(makePoint(0, 0, -70));
  for (int i = 1; i <= 20; ++i) opened->document().setTarget(makePoint(i, 0, -70), true);
  opened->document().setTarget(makePoint(21, 0, -70), true);
  opened->document().endDrag();
  EXPECT_EQ(opened->document().undoStack().count(), 2);
  opened->document().undoStack().undo();
  EXPECT_NEAR((*needleOf(opened).target)[0], 0, 0);
  opened->document().undoStack().redo();
  EXPECT_NEAR((*needleOf(opened).target)[0], 21, 0);
}

TEST(Case, keepsTwoDragsApart) {
  OpenCase opened;
  for (int drag = 0; drag < 2; ++drag) {
    for (int i = 1; i <= 5; ++i) opened->document().setEntry(makePoint(10 * drag + i, 0, -70), true);
    opened->document().endDrag();
  }
  EXPECT_EQ(opened->document().undoStack().count(), 2);
}

TEST(Case, doesNotMergeADragOfTheTargetWithOneOfTheEntry) {
  OpenCase opened;
  opened->document().setTarget(makePoint(1, 0, -70), true);
  opened->document().setEntry(makePoint(1, 30, -70), true);
  opened->document().setTarget(makePoint(2, 0, -70), true);
  EXPECT_EQ(opened->document().undoStack().count(), 3);
}

TEST(Case, doesNotMergeNudges) {
  OpenCase opened;
  opened->document().setTarget(makePoint(1, 0, -70));
  opened->document().setTarget(makePoint(2, 0, -70));
  EXPECT_EQ(opened->document().undoStack().count(), 2);
}

TEST(Case, choosingARouteBringsItsUsualNeedle) {
  OpenCase opened;
  opened->document().setRoute("lumbar-foraminal");
  ASSERT_TRUE(needleOf(opened).needle);
  EXPECT_EQ(*needleOf(opened).needle, *planning::procedure::routesInUse().find("lumbar-foraminal")->usualNeedle);
  opened->document().setRoute("intradiscal");
  EXPECT_EQ(*needleOf(opened).needle, *planning::procedure::routesInUse().find("intradiscal")->usualNeedle);
}

TEST(Case, choosingARouteKeepsTheNeedleThatTheOperatorChose) {
  OpenCase opened;
  opened->document().setNeedle({25, 50, 0.514});
  opened->document().setRoute("lumbar-foraminal");
  EXPECT_EQ(needleOf(opened).needle->gauge, 25);
}

TEST(Case, choosingARouteDerivesRolesButKeepsTheOperators) {
  OpenCase opened;
  opened->structures().setKind(0, Kind::Ligament);
  opened->structures().setKind(1, Kind::Ligament);
  opened->structures().setRole(1, Role::Avoid);
  opened->document().setRoute("blood-patch");  // may cross the yellow ligament
  EXPECT_EQ(opened->shownScan().structures()[0].structure.role, Role::Crossable);
  EXPECT_EQ(opened->shownScan().structures()[1].structure.role, Role::Avoid);
}

TEST(Case, withdrawsTheWordAboutNearnessWhenTheNeedleMoves) {
  OpenCase opened;
  opened->document().setTarget(kTarget);
  opened->document().setNearAccepted(true);
  opened->document().setLevel("L4");
  EXPECT_TRUE(opened->shownScan().plan().choices.nearAccepted);
  opened->document().setEntry(kEntry);
  EXPECT_FALSE(opened->shownScan().plan().choices.nearAccepted);
}

TEST(Case, removingTheLastNeedleLeavesAnEmptyOne) {
  OpenCase opened;
  opened->document().setTarget(kTarget);
  opened->document().removeNeedle(0);
  ASSERT_EQ(opened->shownScan().plan().choices.needles.size(), 1u);
  EXPECT_FALSE(needleOf(opened).target);
  opened->document().undoStack().undo();
  EXPECT_TRUE(needleOf(opened).target);
}

TEST(Case, removingANeedleKeepsTheOneThatIsShown) {
  OpenCase opened;
  opened->document().addNeedle();
  opened->document().addNeedle();
  opened->document().setCurrentNeedle(2);
  opened->document().removeNeedle(0);
  EXPECT_EQ(opened->shownScan().currentNeedle(), 1);
  EXPECT_EQ(needleOf(opened).label, "Needle 3");
}

TEST(Case, namesANewStructureApartFromOneOfTheSameName) {
  OpenCase opened;
  opened->structures().rename(1, "Root L5");
  EXPECT_EQ(opened->shownScan().structures()[1].structure.name, "Root L5 (2)");
}

TEST(Case, withoutAScanTakesNoEdit) {
  app::Case none;
  none.document().setTarget(kTarget);
  none.document().setRoute("general");
  none.document().addNeedle();
  EXPECT_EQ(none.document().undoStack().count(), 0);
  EXPECT_TRUE(none.shownScan().plan().choices.needles.empty());
}

TEST(Case, snapsToTheSkin) {
  OpenCase opened;
  const auto snapped = opened->shownScan().snapToSkin(makePoint(3, 60, -70));
  EXPECT_NEAR(snapped[0], 3, 0.5);
  EXPECT_NEAR(snapped[1], 40, 2.5);  // the body's back, to its voxel
}

}  // namespace
