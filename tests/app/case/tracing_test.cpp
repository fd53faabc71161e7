#include "app/case/tracing.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cmath>
#include <stdexcept>

#include "app/views/slice_view.h"
#include "io/images/ct_writer.h"
#include "testdata/lumbar_phantom.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::Case;
using app::Tracing;
using app::views::Pointing;
using app::views::SliceKind;
using app::views::SliceView;
using app::views::Tool;
using planning::makePoint;
using planning::Point;
using planning::anatomy::Kind;
using planning::anatomy::Structure;
using planning::anatomy::Tube;

/// One slice of a made-up scan with the tool Trace in hand.
struct Hand {
  explicit Hand(SliceKind kind = SliceKind::Axial)
      : tracing(openCase.shownScan(), openCase.document(), openCase.structures()) {
    pointing.serve({&openCase.document(), &openCase.structures(), &openCase.levels(), &tracing});
    view = std::make_unique<SliceView>(openCase.shownScan(), pointing, kind);
    openCase.work().adoptScan(tests::makeVolume(tests::straight()), nullptr, {});
    tests::showAt(*view, 420, 380);
    tests::nextFrame(*view);
    pointing.setTool(Tool::Trace);
  }
  void key(int key) {
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(view.get(), &event);
  }
  Point at(const QPointF& screen) const { return view->plane()->toPatient(screen); }
  const Structure& structure() const { return openCase.shownScan().structures().at(0).structure; }
  const Tube& tube() const { return std::get<Tube>(structure().shape); }
  int steps() { return openCase.document().undoStack().index(); }

  Case openCase;
  Tracing tracing;
  Pointing pointing;
  std::unique_ptr<SliceView> view;
};

constexpr QPointF kFirst(120, 150), kSecond(190, 150), kThird(260, 220);

TEST(Trace, placesItsPointsWhereTheHandClicks) {
  for (const auto kind : {SliceKind::Axial, SliceKind::Sagittal, SliceKind::Coronal}) {
    Hand hand(kind);
    std::vector<Point> clicked;
    for (const QPointF& screen : {kFirst, kSecond, kThird}) {
      clicked.push_back(hand.at(screen));
      tests::click(*hand.view, screen);
    }
    EXPECT_EQ(hand.tube().centreline, clicked);
    EXPECT_EQ(hand.tube().radiiMm, std::vector<double>(3, hand.tracing.wish().radiusMm));
    EXPECT_EQ(hand.steps(), 3) << "each click is one undo step";
    EXPECT_EQ(hand.structure().source.text(), "traced");
    EXPECT_TRUE(hand.structure().confirmed);
    EXPECT_EQ(hand.openCase.shownScan().structures()[0].errorBoundMm, hand.tracing.wish().uncertaintyMm);
    hand.openCase.document().undoStack().undo();
    EXPECT_EQ(hand.tube().centreline.size(), 2u);
  }
}

TEST(Trace, isPlacedInAPlaneAlongTheNeedle) {
  Hand hand(SliceKind::AlongNeedle);
  hand.openCase.document().setTarget(makePoint(-5, -5, -70));
  hand.openCase.document().setEntry(makePoint(10, 20, -50));
  tests::nextFrame(*hand.view);
  const Point first = hand.at(kFirst), second = hand.at(kSecond);
  tests::click(*hand.view, kFirst);
  tests::click(*hand.view, kSecond);
  EXPECT_NEAR((hand.tube().centreline[0] - first).GetNorm(), 0, 1e-9);
  EXPECT_NEAR((hand.tube().centreline[1] - second).GetNorm(), 0, 1e-9);
}

TEST(Trace, statesAtFirstTheScansOwnResolution) {
  Hand hand;
  EXPECT_NEAR(hand.tracing.wish().uncertaintyMm, std::sqrt(1.5 * 1.5 * 2 + 9) / 2, 0.051);
}

TEST(Trace, endsWithEnterOrADoubleClick) {
  Hand hand;
  QSignalSpy maximise(hand.view.get(), &SliceView::maximiseAsked);
  tests::click(*hand.view, kFirst);
  tests::click(*hand.view, kSecond);
  EXPECT_TRUE(hand.tracing.grows());
  QMouseEvent twice(QEvent::MouseButtonDblClick, kSecond, hand.view->mapToGlobal(kSecond), Qt::LeftButton,
                    Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(hand.view.get(), &twice);
  EXPECT_FALSE(hand.tracing.grows());
  EXPECT_EQ(maximise.count(), 0);
  EXPECT_EQ(hand.tube().centreline.size(), 2u);
  hand.tracing.letGo();
  tests::click(*hand.view, QPointF(100, 300));
  tests::click(*hand.view, QPointF(160, 300));
  hand.key(Qt::Key_Return);
  EXPECT_FALSE(hand.tracing.grows());
  EXPECT_EQ(hand.openCase.shownScan().structures().size(), 2u);
}

TEST(Trace, ofOnePointIsGivenUp) {
  Hand hand;
  tests::click(*hand.view, kFirst);
  hand.key(Qt::Key_Return);
  EXPECT_TRUE(hand.openCase.shownScan().structures().empty());
}

TEST(Trace, isTakenBackByEscape) {
  Hand hand;
  for (const QPointF& screen : {kFirst, kSecond, kThird}) tests::click(*hand.view, screen);
  hand.key(Qt::Key_Escape);
  EXPECT_TRUE(hand.openCase.shownScan().structures().empty());
  EXPECT_EQ(hand.steps(), 0);
  EXPECT_EQ(hand.pointing.tool(), Tool::Trace) << "a second Escape ends the tool";
  hand.key(Qt::Key_Escape);
  EXPECT_EQ(hand.pointing.tool(), Tool::Crosshair);
}

TEST(Trace, isTakenBackWithoutOtherEditsThatCameBetween) {
  Hand hand;
  tests::click(*hand.view, kFirst);
  tests::click(*hand.view, kSecond);
  hand.openCase.document().setTarget(makePoint(0, 0, -70));
  hand.key(Qt::Key_Escape);
  EXPECT_TRUE(hand.openCase.shownScan().structures().empty());
  EXPECT_TRUE(hand.openCase.shownScan().plan().choices.needles[0].target);
}

TEST(Trace, movesAPointThatIsDraggedInOneStep) {
  Hand hand;
  for (const QPointF& screen : {kFirst, kSecond, kThird}) tests::click(*hand.view, screen);
  hand.key(Qt::Key_Return);
  const Tube before = hand.tube();
  const QPointF wanted = kSecond + QPointF(30, -40);
  const Point there = hand.at(wanted);
  tests::press(*hand.view, kSecond);
  for (const double part : {0.3, 0.6, 1.0})
    tests::moveTo(*hand.view, kSecond + (wanted - kSecond) * part, Qt::LeftButton);
  tests::release(*hand.view, wanted);
  EXPECT_NEAR((hand.tube().centreline[1] - there).GetNorm(), 0, 1e-9);
  EXPECT_EQ(hand.tube().centreline[0], before.centreline[0]);
  EXPECT_EQ(hand.steps(), 4);
  const auto& drawn = *hand.openCase.shownScan().structures()[0].surface;
  const auto fresh = planning::anatomy::tubeSurface(hand.tube());
  EXPECT_EQ(drawn.vertices, fresh.vertices) << "what is drawn is what is measured once the hand rests";
  hand.openCase.document().undoStack().undo();
  EXPECT_EQ(hand.tube().centreline, before.centreline);
}

TEST(Trace, isNotMovedByAClickOnItsPoint) {
  Hand hand;
  tests::click(*hand.view, kFirst);
  tests::click(*hand.view, kSecond);
  hand.key(Qt::Key_Return);
  tests::click(*hand.view, kFirst + QPointF(2, 1));
  EXPECT_EQ(hand.steps(), 2);
  EXPECT_EQ(hand.tracing.vertex(), 0u);
}

TEST(Trace, getsItsRadiusFromTheWheelPointByPoint) {
  Hand hand;
  for (const QPointF& screen : {kFirst, kSecond, kThird}) tests::click(*hand.view, screen);
  hand.key(Qt::Key_Return);
  tests::click(*hand.view, kSecond);
  const Point crosshair = hand.openCase.shownScan().crosshair();
  tests::turnWheel(*hand.view, kSecond, 1, Qt::ShiftModifier);
  tests::turnWheel(*hand.view, kSecond, 2, Qt::ShiftModifier);
  EXPECT_NEAR(hand.tube().radiiMm[1], 2.6, 1e-9);
  EXPECT_EQ(hand.tube().radiiMm[0], 2);
  EXPECT_EQ(hand.steps(), 4) << "turns of the wheel are one step";
  EXPECT_EQ(hand.openCase.shownScan().crosshair(), crosshair) << "the slice stays";
  hand.tracing.setRadius(-3);
  EXPECT_GT(hand.tube().radiiMm[1], 0);
}

TEST(Trace, takesPointsInBetweenAndLetsThemGo) {
  Hand hand;
  tests::click(*hand.view, kFirst);
  tests::click(*hand.view, kSecond);
  hand.key(Qt::Key_Return);
  tests::click(*hand.view, (kFirst + kSecond) / 2 + QPointF(0, 2));
  ASSERT_EQ(hand.tube().centreline.size(), 3u);
  EXPECT_NEAR((hand.tube().centreline[1] - hand.at((kFirst + kSecond) / 2)).GetNorm(), 0, 1e-9);
  hand.key(Qt::Key_Delete);
  EXPECT_EQ(hand.tube().centreline.size(), 2u);
  hand.key(Qt::Key_Delete);
  EXPECT_TRUE(hand.openCase.shownScan().structures().empty());
}

TEST(Trace, choosesTheTubeThatIsClicked) {
  Hand hand;
  tests::click(*hand.view, kFirst);
  tests::click(*hand.view, kSecond);
  hand.key(Qt::Key_Return);
  hand.tracing.letGo();
  tests::click(*hand.view, (kFirst + kSecond) / 2);
  EXPECT_EQ(hand.tracing.structure(), 0);
  EXPECT_EQ(hand.steps(), 2);
}

TEST(Trace, isWhatTheOperatorSaysItIs) {
  Hand hand;
  hand.openCase.document().setLevel("L4-L5");
  EXPECT_EQ(hand.tracing.nameOfNext(), "Nerve root L4");
  auto wish = hand.tracing.wish();
  wish.kind = Kind::Artery;
  wish.side = planning::anatomy::Side::Left;
  wish.radiusMm = 0.8;
  hand.tracing.wishFor(wish);
  EXPECT_EQ(hand.tracing.nameOfNext(), "Radicular artery L4");
  tests::click(*hand.view, kFirst);
  tests::click(*hand.view, kSecond);
  EXPECT_EQ(hand.structure().kind, Kind::Artery);
  EXPECT_EQ(hand.structure().side, planning::anatomy::Side::Left);
  EXPECT_EQ(hand.tube().radiiMm[1], 0.8);
}

/// The small series with a needle and two tubes: one traced, one only expected.
void traceOn(Case& openCase, Tracing& tracing) {
  openCase.document().setRoute("lumbar-foraminal");
  openCase.document().setLevel("L4");
  openCase.document().setSide(planning::anatomy::Side::Left);
  openCase.document().setTarget(tests::kTarget);
  openCase.document().setEntry(openCase.shownScan().snapToSkin(tests::kEntry));
  tracing.add(makePoint(15, 20, -80));
  tracing.add(makePoint(14.1234, 21, -60));
  tracing.setRadius(1.5);
  tracing.end();
  Structure expected;
  expected.name = "Thecal sac";
  expected.kind = Kind::Dura;
  expected.kindGuessed = false;
  expected.source = {planning::anatomy::Origin::Kind::Expected};
  expected.shape = Tube{{makePoint(-20, 10, -90), makePoint(-20, 10, -60)}, {6, 6}, 3};
  openCase.structures().addTube(expected, "test");
}

// As a plan goes through a file: what was traced comes back as tubes, to be changed further.
TEST(Trace, comesBackFromTheSavedPlan) {
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  Case first;
  tests::openSmallSeries(first, tests::smallSeries());
  Tracing tracing(first.shownScan(), first.document(), first.structures());
  traceOn(first, tracing);
  ASSERT_TRUE(first.files().savePlan(file, false));

  Case second;
  tests::openSmallSeries(second, tests::smallSeries());
  Tracing again(second.shownScan(), second.document(), second.structures());
  QSignalSpy messages(&second.reporter(), &app::Reporter::message);
  second.files().openPlan(file, tests::planIn(file));
  ASSERT_TRUE(tests::eventually([&] { return second.shownScan().structures().size() == 2; }));
  const auto& root = second.shownScan().structures()[0].structure;
  const auto& tube = std::get<Tube>(root.shape);
  EXPECT_EQ(root.name, "Nerve root L4");
  EXPECT_TRUE(root.confirmed);
  EXPECT_EQ(tube.radiiMm, (std::vector<double>{2, 1.5}));
  EXPECT_NEAR(tube.centreline[1][0], 14.123, 1e-6) << "a report keeps 0.001 mm";
  const auto& sac = second.shownScan().structures()[1].structure;
  EXPECT_EQ(sac.source.text(), "expected");
  EXPECT_FALSE(sac.confirmed) << "reopening confirms nothing";
  const auto& before = first.shownScan().plan().assessment.needles[0].clearances;
  const auto& after = second.shownScan().plan().assessment.needles[0].clearances;
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].structure, after[i].structure);
    EXPECT_EQ(before[i].verdict, after[i].verdict);
    EXPECT_EQ(before[i].errorBoundMm, after[i].errorBoundMm);
    if (before[i].distanceMm) {
      EXPECT_NEAR(*before[i].distanceMm, *after[i].distanceMm, 2e-3);
    }
  }
  again.choose(0);
  again.chooseVertex(1);
  again.move(makePoint(30, 20, -60), false);
  EXPECT_EQ(std::get<Tube>(second.shownScan().structures()[0].structure.shape).centreline[1], makePoint(30, 20, -60));
}

TEST(Levels, whereNoSpineIsFoundAreNamedByClicksAlone) {
  tests::OpenCase opened;
  QSignalSpy changed(&opened->shownScan(), &app::ShownScan::levelsChanged);
  opened->levels().count(makePoint(0, 0, -80), "L5");
  ASSERT_TRUE(changed.wait(20000));
  opened->levels().count(makePoint(0, 0, -55), "L4");
  ASSERT_EQ(opened->shownScan().levels().levels.size(), 2u);
  EXPECT_EQ(opened->shownScan().levels().levels[0].name, "L5");
  EXPECT_EQ(opened->shownScan().levels().spine, nullptr);
  opened->document().undoStack().undo();
  EXPECT_EQ(opened->shownScan().levels().levels.size(), 1u);
  opened->document().undoStack().redo();
  opened->levels().forget();
  EXPECT_TRUE(opened->shownScan().levels().levels.empty());
}

// The count is part of the plan: saved, read in another session, shown again.
TEST(Levels, comeBackWithTheSavedPlan) {
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  Case opened;
  tests::openSmallSeries(opened, tests::smallSeries());
  QSignalSpy counted(&opened.shownScan(), &app::ShownScan::levelsChanged);
  opened.levels().count(makePoint(0, 1.2345, -80), "L5");
  ASSERT_TRUE(counted.wait(20000));
  opened.levels().count(makePoint(0, 0, -55), "L4");
  ASSERT_TRUE(opened.files().savePlan(file, false));
  Case again;
  tests::openSmallSeries(again, tests::smallSeries());
  QSignalSpy shown(&again.shownScan(), &app::ShownScan::levelsChanged);
  again.files().openPlan(file, tests::planIn(file));
  ASSERT_TRUE(tests::eventually([&] { return again.shownScan().levels().levels.size() == 2; }));
  EXPECT_GT(shown.count(), 0);
  const auto& levels = again.shownScan().levels().levels;
  EXPECT_EQ(levels[0].name, "L5");
  EXPECT_EQ(levels[1].name, "L4");
  EXPECT_TRUE(levels[0].byClick && levels[0].sure);
  EXPECT_NEAR(levels[0].middle[1], 1.2345, 1e-3);
  EXPECT_FALSE(again.document().hasUnsavedChanges());
  again.levels().forget();
  EXPECT_TRUE(again.shownScan().plan().choices.levels.empty());
  EXPECT_TRUE(again.document().hasUnsavedChanges());
}

// A reopened plan has the names and places alone: the spine is found again from them, without another click.
TEST(Levels, ofAReopenedPlanSufficeToProposeRootAndSac) {
  testdata::PhantomOptions options;
  options.columns = options.rows = 160;
  options.slices = 100;
  tests::SmallSeries series;
  ASSERT_TRUE(io::writeCt(testdata::makeLumbarScan(options), series.folder.path().toStdString()));
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  const auto root = [](const Case& one) -> const Tube& {
    for (const auto& measured : one.shownScan().structures())
      if (measured.structure.kind == Kind::Nerve) return std::get<Tube>(measured.structure.shape);
    throw std::runtime_error("no root");
  };
  Case opened;
  tests::openSmallSeries(opened, series);
  opened.levels().count(makePoint(2, -3, 4), "L3");
  ASSERT_TRUE(tests::eventually([&] { return opened.shownScan().levels().spine != nullptr; }));
  opened.document().setLevel("L4");
  opened.document().setSide(planning::anatomy::Side::Right);
  ASSERT_TRUE(opened.files().savePlan(file, false));
  opened.levels().expectNerves();
  ASSERT_TRUE(tests::eventually([&] { return opened.shownScan().structures().size() == 2; }));

  Case again;
  tests::openSmallSeries(again, series);
  again.files().openPlan(file, tests::planIn(file));
  ASSERT_TRUE(tests::eventually([&] { return !again.shownScan().levels().levels.empty(); }));
  ASSERT_EQ(again.shownScan().levels().spine, nullptr);
  again.levels().expectNerves();
  ASSERT_TRUE(tests::eventually([&] { return again.shownScan().structures().size() == 2; }));
  EXPECT_NE(again.shownScan().levels().spine, nullptr);
  ASSERT_EQ(again.shownScan().levels().levels.size(), opened.shownScan().levels().levels.size());
  for (std::size_t i = 0; i < again.shownScan().levels().levels.size(); ++i)
    EXPECT_EQ(again.shownScan().levels().levels[i].name, opened.shownScan().levels().levels[i].name);
  const auto &expected = root(opened).centreline, &found = root(again).centreline;
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_LT((found[i] - expected[i]).GetNorm(), 1e-3) << i;
  again.document().undoStack().undo();
  EXPECT_EQ(again.shownScan().levels().spine, nullptr);
  EXPECT_FALSE(again.shownScan().levels().levels.empty());
}

TEST(Levels, mustBeCountedBeforeAnythingIsExpected) {
  tests::OpenCase opened;
  QSignalSpy refused(&opened->reporter(), &app::Reporter::refused);
  opened->levels().expectNerves();
  ASSERT_EQ(refused.count(), 1);
  EXPECT_EQ(refused[0][0].value<planning::Error>().code, "no-side");
  opened->document().setLevel("L4");
  opened->document().setSide(planning::anatomy::Side::Right);
  opened->levels().expectNerves();
  ASSERT_TRUE(tests::eventually([&] { return refused.count() == 2; }));
  EXPECT_EQ(refused[1][0].value<planning::Error>().code, "no-spine");
}

}  // namespace
