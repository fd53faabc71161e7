#include "app/case/found_on_opening.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"
#include "tests/support/small_case.h"

namespace {

using planning::anatomy::Kind;
using planning::anatomy::Side;

/// The small demo case, opened as a window opens it.
void openDemo(app::Case& opened, bool wanted, const std::filesystem::path& structures = {}) {
  opened.foundOnOpening().setWanted(wanted);
  QSignalSpy scanned(&opened.work(), &app::ScanWork::scanned);
  opened.work().scanPath(QString::fromStdU16String(support::smallCase().ct.u16string()));
  ASSERT_TRUE(scanned.wait(60000));
  opened.work().openSeries(io::dicom::SeriesInfo(opened.work().lastScan().series.front()));
  if (!structures.empty()) opened.structureFiles().load(QString::fromStdU16String(structures.u16string()));
}

const planning::anatomy::MeasuredStructure* first(app::Case& opened, Kind kind) {
  const auto& all = opened.document().structures();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& m) { return m.structure.kind == kind; });
  return found == all.end() ? nullptr : &*found;
}

long count(app::Case& opened, Kind kind) {
  const auto& all = opened.document().structures();
  return std::count_if(all.begin(), all.end(), [&](const auto& m) { return m.structure.kind == kind; });
}

bool hasExpected(app::Case& opened, const char* name, Side side) {
  const auto& all = opened.document().structures();
  return std::any_of(all.begin(), all.end(), [&](const auto& m) {
    return isExpectedOnly(m.structure) && m.structure.name.starts_with(name) && m.structure.side == side;
  });
}

/// In the middle of the vertebra that is nearest to a place.
planning::Point vertebraNear(const planning::anatomy::Spine& spine, const planning::Point& place) {
  planning::Point best = spine.middleOf(0);
  for (std::size_t n = 1; n < spine.vertebrae(); ++n)
    if ((spine.middleOf(n) - place).GetNorm() < (best - place).GetNorm()) best = spine.middleOf(n);
  return best;
}

TEST(FoundOnOpening, proposesSpineAndBoneWithoutEditingThePlan) {
  app::Case opened;
  openDemo(opened, true);
  ASSERT_TRUE(tests::eventually([&] { return opened.document().draft().levels.spine && first(opened, Kind::Bone); }));
  EXPECT_TRUE(opened.document().draft().levels.levels.empty()) << "nobody named a vertebra";
  const auto& bone = *first(opened, Kind::Bone);
  EXPECT_TRUE(isProposal(bone.structure));
  EXPECT_TRUE(bone.field);
  EXPECT_EQ(opened.document().undoStack().count(), 0);
  EXPECT_FALSE(opened.document().hasUnsavedChanges());
}

TEST(FoundOnOpening, looksForNothingWhereNobodyWantsIt) {
  app::Case opened;
  openDemo(opened, false);
  ASSERT_TRUE(tests::eventually([&] { return opened.shownScan().skin() != nullptr; }));
  EXPECT_FALSE(opened.document().draft().levels.spine);
  EXPECT_TRUE(opened.document().structures().empty());
}

// A session of practice says so of its plan as soon as the scan is there.
TEST(FoundOnOpening, tellsNothingInAnExercise) {
  app::Case opened;
  auto& scan = opened.shownScan();
  QSignalSpy progress(&opened.reporter(), &app::Reporter::workProgress);
  const QObject session;
  QObject::connect(&opened.document(), &app::PlanDocument::planChanged, &session, [&] {
    if (scan.volume() && !scan.isLoading()) opened.document().keepElsewhere();
  });
  openDemo(opened, true);
  ASSERT_TRUE(tests::eventually([&] { return scan.skin() && progress.last()[1].toDouble() > 1; }));
  EXPECT_FALSE(opened.document().draft().levels.spine);
  EXPECT_TRUE(opened.document().structures().empty());
}

TEST(FoundOnOpening, leavesAloneWhatAFileGives) {
  app::Case opened;
  QSignalSpy progress(&opened.reporter(), &app::Reporter::workProgress);
  openDemo(opened, true, support::smallCase().seg);
  ASSERT_TRUE(tests::eventually([&] {
    return opened.document().draft().levels.spine && first(opened, Kind::Bone) && progress.last()[1].toDouble() > 1;
  })) << "all has been looked for";
  const auto& all = opened.document().structures();
  EXPECT_TRUE(std::none_of(all.begin(), all.end(), [](const auto& m) {
    return m.structure.source.kind == planning::anatomy::Origin::Kind::Found;
  }));
}

TEST(FoundOnOpening, givesWayToAFileThatIsOpenedLater) {
  app::Case opened;
  openDemo(opened, true);
  ASSERT_TRUE(tests::eventually([&] { return first(opened, Kind::Bone) != nullptr; }));
  opened.structureFiles().load(QString::fromStdU16String(support::smallCase().seg.u16string()));
  ASSERT_TRUE(tests::eventually([&] { return first(opened, Kind::Dura) != nullptr; }));
  EXPECT_EQ(count(opened, Kind::Bone) > 0 && isProposal(first(opened, Kind::Bone)->structure), false);
  opened.document().undoStack().undo();
  EXPECT_TRUE(first(opened, Kind::Bone) && isProposal(first(opened, Kind::Bone)->structure));
  opened.document().undoStack().setClean();
}

TEST(FoundOnOpening, namesAllByOneClickAndThenProposesTheNerves) {
  app::Case opened;
  auto& document = opened.document();
  openDemo(opened, true);
  ASSERT_TRUE(tests::eventually([&] { return document.draft().levels.spine && first(opened, Kind::Bone); }));
  const auto spine = document.draft().levels.spine;
  document.setRoute("lumbar-foraminal");
  document.setLevel("L4-L5");
  document.setSide(Side::Left);
  EXPECT_EQ(first(opened, Kind::Nerve), nullptr) << "nothing is named yet";
  const auto& vertebrae = support::smallPhantom().answers;
  const auto at = std::find_if(vertebrae.begin(), vertebrae.end(),
                               [](const auto& answer) { return answer.routeId == "lumbar-foraminal"; });
  ASSERT_NE(at, vertebrae.end());
  opened.levels().count(vertebraNear(*spine, at->target), "L4");
  EXPECT_GT(document.draft().levels.levels.size(), 3U) << "all are named at once, on the spine that was found";
  const int edits = document.undoStack().count();
  EXPECT_EQ(edits, 4);
  ASSERT_TRUE(tests::eventually([&] { return hasExpected(opened, "Nerve root L4 left", Side::Left); }));
  EXPECT_TRUE(hasExpected(opened, "Thecal sac", Side::None));
  EXPECT_EQ(document.undoStack().count(), edits) << "a proposal is no edit";
  document.setSide(Side::Right);
  ASSERT_TRUE(tests::eventually([&] { return hasExpected(opened, "Nerve root L4 right", Side::Right); }));
  EXPECT_FALSE(hasExpected(opened, "Nerve root L4 left", Side::Left)) << "that of the other side went";
  document.undoStack().undo();
  EXPECT_TRUE(hasExpected(opened, "Nerve root L4 left", Side::Left));
  document.setRoute("general");
  EXPECT_EQ(first(opened, Kind::Nerve), nullptr) << "a free needle requires none";
  document.undoStack().undo();
  ASSERT_TRUE(tests::eventually([&] { return hasExpected(opened, "Nerve root L4 left", Side::Left); }))
      << "offered again with the route that requires it";
  app::PlanDraft session = document.draft();
  session.choices.needles.push_back(session.choices.needles.front());
  session.choices.needles.back().trackingUid = "2.25.77";
  session.choices.needles.back().side = Side::Right;
  document.open(std::move(session), {});
  document.announce();
  ASSERT_TRUE(tests::eventually([&] { return hasExpected(opened, "Nerve root L4 right", Side::Right); }))
      << "a needle with a side of its own";
  EXPECT_TRUE(hasExpected(opened, "Nerve root L4 left", Side::Left));
  const std::string asNamed = first(opened, Kind::Nerve)->structure.trackingUid;
  opened.levels().count(vertebraNear(*spine, at->target), "L5");
  EXPECT_TRUE(tests::eventually([&] { return !app::indexOf(document.structures(), asNamed); }))
      << "under another count it lies at another level";
  document.undoStack().setClean();
}

// Where nobody wants proposals, and once a plan was saved, nothing would take the place of a root of another level.
class NothingProposed : public testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(InPlans, NothingProposed, testing::Bool(),
                         [](const auto& saved) { return saved.param ? "saved" : "neverSaved"; });

TEST_P(NothingProposed, leavesNoExpectedRootOfAnotherLevel) {
  tests::OpenCase opened;
  auto& document = opened->document();
  document.setLevel("L4-L5");
  document.setSide(Side::Left);
  auto root = tests::ballStructure("Nerve root L4", planning::makePoint(20, 0, -70), 3);
  root.structure.trackingUid = "2.25.99";
  root.structure.confirmed = false;
  root.structure.source = {planning::anatomy::Origin::Kind::Expected};
  document.know({{root}, nullptr, true});
  if (GetParam()) document.markSaved({"1.2.3", "1.2", "", "0.1", "20260102", "101112", "20260102", "101112", 1, false});
  const auto isThere = [&] { return app::indexOf(document.structures(), "2.25.99").has_value(); };
  document.setTarget(planning::makePoint(10, 0, -60));
  EXPECT_TRUE(isThere()) << "still of this level and side";
  document.setLevel("L3-L4");
  EXPECT_FALSE(isThere());
  document.undoStack().undo();
  EXPECT_TRUE(isThere());
  document.setSide(Side::Right);
  EXPECT_FALSE(isThere());
  document.undoStack().undo();
  const int index = *app::indexOf(document.structures(), "2.25.99");
  opened->structures().setConfirmed(index, true);
  document.setLevel("L3-L4");
  EXPECT_TRUE(isThere()) << "what a person confirmed stays, and is judged by where it lies";
  document.undoStack().setClean();
}

TEST(FoundOnOpening, isKnownInEveryUndoStep) {
  tests::OpenCase opened;
  auto& document = opened->document();
  const auto names = [&] {
    std::vector<std::string> all;
    for (const auto& measured : document.structures()) all.push_back(measured.structure.name);
    return all;
  };
  const auto before = names();
  document.setRoute("lumbar-foraminal");
  document.setNearAccepted(true);
  document.undoStack().undo();
  auto ball = tests::ballStructure("Aorta", planning::makePoint(20, 0, -70), 5);
  ball.structure.trackingUid = "2.25.99";
  ball.structure.source = {planning::anatomy::Origin::Kind::Found};
  document.know({{ball}, nullptr});
  auto known = before;
  known.push_back("Aorta (2)");
  EXPECT_EQ(names(), known) << "with a name of its own";
  EXPECT_EQ(document.undoStack().count(), 2);
  document.undoStack().undo();
  EXPECT_EQ(names(), known) << "also before the first edit";
  document.undoStack().redo();
  document.undoStack().redo();
  EXPECT_EQ(names(), known) << "also in the step that was undone when it came";
  EXPECT_FALSE(document.draft().choices.nearAccepted) << "that was said before anybody knew of it";
  opened->structures().remove(static_cast<int>(known.size()) - 1);
  EXPECT_EQ(names(), before) << "refusing it is an edit";
  document.know({{ball}, nullptr}, [](const auto&) { return false; });
  document.undoStack().undo();
  EXPECT_EQ(names(), known);
  document.markSaved({"1.2.3", "1.2", "", "0.1", "20260102", "101112", "20260102", "101112", 1, false});
  auto later = tests::ballStructure("Later", planning::makePoint(20, 0, -70), 5);
  later.structure.trackingUid = "2.25.98";
  document.know({{later}, nullptr});
  EXPECT_EQ(names(), known) << "a plan that was saved stays as its report has it";
}

}  // namespace
