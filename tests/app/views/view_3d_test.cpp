#include "app/views/view_3d.h"

#include <gtest/gtest.h>

#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::Case;
using app::views::Pointing;
using app::views::Tool;
using app::views::View3D;
using planning::makeVector;

/// A 3D view with a ball as skin and a small bright ball as structure, shown.
struct Shown {
  explicit Shown(const tests::SceneOptions& options = tests::straight()) : volume(tests::makeVolume(options)) {
    const auto middle = tests::placeOf(*volume, {20, 18, 12});
    structure = tests::placeOf(*volume, options.marker);
    auto made = std::make_shared<planning::anatomy::Skin>();
    made->surface = tests::ball(middle, 28, 40);
    made->field = planning::anatomy::makeDistanceField(made->surface);
    skinMiddle = middle;
    openCase.work().adoptScan(volume, made, {tests::ballStructure("Ball", structure, 3)});
    openCase.shownScan().setDisplay(0, {true, 1.0});
    pointing.serve(tests::editedOf(openCase));
    view = std::make_unique<View3D>(openCase.shownScan(), pointing);
    tests::showAt(*view, 480, 400);
    tests::nextFrame(*view);
  }

  Case openCase;
  Pointing pointing;
  std::shared_ptr<const planning::Volume> volume;
  planning::Point structure, skinMiddle;
  std::unique_ptr<View3D> view;
};

TEST(View3D, drawsASurfaceWhereItsPlacesAre) {
  for (const auto& options : {tests::straight(), tests::oblique(), tests::sheared(), tests::leftHanded()}) {
    Shown scene(options);
    scene.view->showSkin(false);
    tests::nextFrame(*scene.view);
    const QImage picture = scene.view->grabFramebuffer();
    const double ratio = picture.devicePixelRatio();
    const QPointF truth = scene.view->camera().toScreen(scene.structure);
    const QRect near(((truth - QPointF(40, 40)) * ratio).toPoint(), (QSizeF(80, 80) * ratio).toSize());
    QImage part = picture.copy(near);
    part.setDevicePixelRatio(ratio);
    const QPointF drawn = tests::brightMiddle(part, 40) + QPointF(near.topLeft()) / ratio;
    EXPECT_NEAR(drawn.x(), truth.x(), 1.5);
    EXPECT_NEAR(drawn.y(), truth.y(), 1.5);
  }
}

TEST(View3D, putsTheEntryOnTheSkinThatIsSeen) {
  Shown scene;
  scene.pointing.setTool(Tool::Entry);
  const QPointF at(260, 190);
  tests::click(*scene.view, at);
  const auto entry = scene.openCase.shownScan().plan().choices.needles.at(0).entry;
  ASSERT_TRUE(entry);
  EXPECT_NEAR((*entry - scene.skinMiddle).GetNorm(), 28, 0.05) << "on the skin";
  EXPECT_LT((*entry)[1], scene.skinMiddle[1]) << "on its near side: the front, for a supine or unknown position";
  EXPECT_NEAR(scene.view->camera().toScreen(*entry).x(), at.x(), 0.01);
  EXPECT_NEAR(scene.view->camera().toScreen(*entry).y(), at.y(), 0.01);
}

TEST(View3D, leavesTheEntryWhenTheSkinIsMissed) {
  Shown scene;
  scene.pointing.setTool(Tool::Entry);
  tests::click(*scene.view, {3, 3});
  EXPECT_FALSE(scene.openCase.shownScan().plan().choices.needles.at(0).entry);
}

TEST(View3D, putsTheTargetOnTheStructureThatIsSeen) {
  Shown scene;
  scene.pointing.setTool(Tool::Target);
  tests::click(*scene.view, scene.view->camera().toScreen(scene.structure));
  const auto target = scene.openCase.shownScan().plan().choices.needles.at(0).target;
  ASSERT_TRUE(target);
  EXPECT_NEAR((*target - scene.structure).GetNorm(), 3, 0.05);
}

TEST(View3D, dragsAPointInOneUndoStep) {
  Shown scene;
  scene.openCase.document().setTarget(scene.structure);
  tests::nextFrame(*scene.view);
  const int steps = scene.openCase.document().undoStack().count();
  const QPointF from = scene.view->camera().toScreen(scene.structure);
  tests::press(*scene.view, from);
  for (int i = 1; i <= 4; ++i) tests::moveTo(*scene.view, from + QPointF(5 * i, 3 * i), Qt::LeftButton);
  tests::release(*scene.view, from + QPointF(20, 12));
  EXPECT_EQ(scene.openCase.document().undoStack().count(), steps + 1);
  const auto target = *scene.openCase.shownScan().plan().choices.needles.at(0).target;
  EXPECT_NEAR(scene.view->camera().toScreen(target).x(), from.x() + 20, 0.01);
  EXPECT_NEAR(planning::dot(target - scene.structure, scene.view->camera().axes.into()), 0, 1e-9)
      << "as deep as before";
}

TEST(View3D, turnsZoomsAndPansWithoutTouchingThePlan) {
  Shown scene;
  const int steps = scene.openCase.document().undoStack().count();
  const auto before = scene.view->camera();
  tests::press(*scene.view, {30, 30});
  tests::moveTo(*scene.view, {80, 50}, Qt::LeftButton);
  tests::release(*scene.view, {80, 50});
  tests::turnWheel(*scene.view, {200, 200}, 2);
  tests::press(*scene.view, {100, 100}, Qt::MiddleButton);
  tests::moveTo(*scene.view, {110, 120}, Qt::MiddleButton);
  tests::release(*scene.view, {110, 120}, Qt::MiddleButton);
  EXPECT_LT(scene.view->camera().distanceMm, before.distanceMm);
  EXPECT_GT((scene.view->camera().axes.right - before.axes.right).GetNorm(), 0.1);
  EXPECT_GT((scene.view->camera().focus - before.focus).GetNorm(), 0.1);
  EXPECT_EQ(scene.openCase.document().undoStack().count(), steps);
}

/// Pixels that differ between two pictures of the same size, near a place in logical pixels.
int changedNear(const QImage& before, const QImage& after, const QPointF& place) {
  const double ratio = before.devicePixelRatio();
  const QRect near = QRectF((place - QPointF(6, 6)) * ratio, QSizeF(12, 12) * ratio).toRect() & before.rect();
  int changed = 0;
  for (int y = near.top(); y <= near.bottom(); ++y)
    for (int x = near.left(); x <= near.right(); ++x)
      if (before.pixel(x, y) != after.pixel(x, y)) ++changed;
  return changed;
}

// The frame that Qt draws while it resizes is the only one until the camera moves.
TEST(View3D, hasItsMarksAtTheirPlacesInTheFrameOfAResize) {
  Shown scene;
  scene.openCase.document().setTarget(scene.structure);
  tests::nextFrame(*scene.view);
  std::vector<QSizeF> drawn;
  QObject::connect(scene.view.get(), &app::views::VtkWidget::framePainted,
                   [&] { drawn.push_back(scene.view->camera().size); });
  scene.view->resize(720, 500);
  ASSERT_FALSE(drawn.empty()) << "a resize draws";
  for (const QSizeF& size : drawn) EXPECT_EQ(size, QSizeF(720, 500));
}

TEST(View3D, drawsTheNeedlesThatAreNotChosen) {
  Shown scene;
  scene.view->showSkin(false);
  auto& document = scene.openCase.document();
  document.setTarget(scene.structure + makeVector(0, 0, 10));
  document.setEntry(scene.structure + makeVector(-30, 0, 20));
  document.addNeedle();
  ASSERT_NE(scene.openCase.shownScan().currentNeedle(), 0);
  tests::nextFrame(*scene.view);
  const QImage with = scene.view->grabFramebuffer();
  const auto way = planning::Segment{scene.structure + makeVector(-30, 0, 20), scene.structure + makeVector(0, 0, 10)};
  document.removeNeedle(0);
  tests::nextFrame(*scene.view);
  const QImage without = scene.view->grabFramebuffer();
  for (const double share : {0.3, 0.6, 0.9})
    EXPECT_GT(changedNear(without, with, scene.view->camera().toScreen(way.at(share * way.lengthMm()))), 5) << share;
}

TEST(View3D, startsOnTheSideThatLiesUpward) {
  auto prone = std::make_shared<planning::Volume>(*tests::makeVolume(tests::straight()));
  prone->identity.patientPosition = "HFP";
  Case openCase;
  Pointing pointing;
  openCase.work().adoptScan(prone, nullptr, {});
  View3D view(openCase.shownScan(), pointing);
  EXPECT_EQ(app::views::orientationLetters(view.camera().axes.into()), "A") << "seen from behind";
  EXPECT_EQ(app::views::orientationLetters(view.camera().axes.right), "R");
}

}  // namespace
