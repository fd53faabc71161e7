#include "app/views/slice_view.h"

#include "app/views/overlay_text.h"
#include "app/views/slice_overlay.h"

#include <gtest/gtest.h>

#include <QFontMetricsF>
#include <QPainter>

#include <QApplication>
#include <QKeyEvent>

#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::Case;
using app::views::Pointing;
using app::views::SliceKind;
using app::views::SliceView;
using app::views::Tool;
using tests::SceneOptions;

/// One slice view on a made-up scan, shown.
struct Shown {
  explicit Shown(const SceneOptions& options, SliceKind kind = SliceKind::Axial,
                 std::vector<planning::anatomy::MeasuredStructure> structures = {})
      : volume(tests::makeVolume(options)), view(openCase.shownScan(), served(), kind) {
    openCase.work().adoptScan(volume, nullptr, std::move(structures));
    openCase.shownScan().setWindow(1500, 3000);
    tests::showAt(view, 420, 380);
    tests::nextFrame(view);
  }

  Pointing& served() {
    pointing.serve(tests::editedOf(openCase));
    return pointing;
  }

  Case openCase;
  Pointing pointing;
  std::shared_ptr<const planning::Volume> volume;
  SliceView view;
};

/// Only the scan, without the marks painted over it: the marker voxel is the only thing brighter than `threshold`.
QPointF whereMarkerIs(Shown& scene, const planning::Point& marker) {
  scene.openCase.shownScan().setCrosshair(marker);
  tests::nextFrame(scene.view);
  QImage picture = scene.view.grabFramebuffer();
  const double ratio = picture.devicePixelRatio();
  // Nothing is painted over the scan within the crosshair's gap.
  const QPointF at = scene.view.plane()->toScreen(marker);
  const QRect near(((at - QPointF(12, 12)) * ratio).toPoint(), (QSizeF(24, 24) * ratio).toSize());
  QImage part = picture.copy(near);
  part.setDevicePixelRatio(ratio);
  const QPointF within = tests::brightMiddle(part, 110);
  return within.isNull() ? QPointF(-1000, -1000) : within + QPointF(near.topLeft()) / ratio;
}

class MarkerVoxel : public testing::TestWithParam<std::pair<const char*, SceneOptions>> {};

TEST_P(MarkerVoxel, isDrawnWhereTheVolumesGeometryPutsIt) {
  for (const auto kind : {SliceKind::Axial, SliceKind::Coronal, SliceKind::Sagittal}) {
    Shown scene(GetParam().second, kind);
    const auto marker = tests::placeOf(*scene.volume, GetParam().second.marker);
    const QPointF drawn = whereMarkerIs(scene, marker);
    const QPointF truth = scene.view.plane()->toScreen(marker);
    EXPECT_NEAR(drawn.x(), truth.x(), 1.0) << GetParam().first << " " << static_cast<int>(kind);
    EXPECT_NEAR(drawn.y(), truth.y(), 1.0) << GetParam().first << " " << static_cast<int>(kind);
  }
}

INSTANTIATE_TEST_SUITE_P(Geometries, MarkerVoxel,
                         testing::Values(std::pair("straight", tests::straight()),
                                         std::pair("oblique", tests::oblique()), std::pair("sheared", tests::sheared()),
                                         std::pair("left-handed", tests::leftHanded())),
                         [](const auto& made) {
                           std::string name = made.param.first;
                           std::erase(name, '-');
                           return name;
                         });

/// HU between the voxel centres, one by one, straight from the volume's own transform.
std::optional<double> linearHu(const planning::Volume& volume, const planning::Point& place) {
  itk::ContinuousIndex<double, 3> at;
  if (!volume.hu->TransformPhysicalPointToContinuousIndex(place, at)) return std::nullopt;
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  double sum = 0;
  for (unsigned corner = 0; corner < 8; ++corner) {
    itk::Index<3> voxel;
    double weight = 1;
    for (unsigned i = 0; i < 3; ++i) {
      if (at[i] < 0 || at[i] > static_cast<double>(size[i]) - 1) return std::nullopt;
      const double low = std::min(std::floor(at[i]), static_cast<double>(size[i]) - 2);
      const bool high = (corner >> i & 1U) != 0;
      voxel[i] = static_cast<long>(low) + (high ? 1 : 0);
      weight *= high ? at[i] - low : 1 - (at[i] - low);
    }
    sum += weight * volume.hu->GetPixel(voxel);
  }
  return sum;
}

TEST_P(MarkerVoxel, isOneOfManyThatAllAreWhereTheyShouldBe) {
  auto made = tests::makeVolume(GetParam().second);
  const auto size = made->hu->GetLargestPossibleRegion().GetSize();
  for (long k = 0; k < static_cast<long>(size[2]); ++k)
    for (long j = 0; j < static_cast<long>(size[1]); ++j)
      for (long i = 0; i < static_cast<long>(size[0]); ++i)
        made->hu->SetPixel({{i, j, k}}, static_cast<std::int16_t>(20 * i + 9 * j + 13 * k));
  for (const auto kind : {SliceKind::Axial, SliceKind::Coronal, SliceKind::Sagittal}) {
    Shown scene(GetParam().second, kind);
    scene.openCase.work().adoptScan(made, nullptr, {});
    scene.openCase.shownScan().setWindow(750, 1500);  // no HU is black or white
    scene.openCase.shownScan().setCrosshair(tests::placeOf(*made, {18, 16, 11}) + planning::makeVector(0.3, -0.2, 0.4));
    tests::nextFrame(scene.view);
    const QImage picture = scene.view.grabFramebuffer();
    const double ratio = picture.devicePixelRatio();
    int compared = 0;
    for (int y = 60; y < scene.view.height() - 60; y += 9)
      for (int x = 60; x < scene.view.width() - 60; x += 9) {
        const QPointF middle((std::floor(x * ratio) + 0.5) / ratio, (std::floor(y * ratio) + 0.5) / ratio);
        const QPointF cross = scene.view.plane()->toScreen(scene.openCase.shownScan().crosshair());
        if (std::abs(cross.x() - x) < 4 || std::abs(cross.y() - y) < 4) continue;  // a painted line
        const auto hu = linearHu(*made, scene.view.plane()->toPatient(middle));
        if (!hu) continue;
        const int grey = qGray(picture.pixel((middle * ratio - QPointF(0.5, 0.5)).toPoint()));
        EXPECT_NEAR(grey, *hu / 1500 * 255, 2.0) << GetParam().first << " at " << x << "," << y;
        ++compared;
      }
    EXPECT_GT(compared, 200);
  }
}

TEST(SliceView, showsWhatTheScannerNeverSawAsBlack) {
  auto made = tests::makeVolume(tests::straight());
  for (long j = 0; j < 36; ++j)
    for (long i = 0; i < 20; ++i) made->hu->SetPixel({{i, j, 12}}, planning::kOutsideScan);
  Shown scene(tests::straight());
  scene.openCase.work().adoptScan(made, nullptr, {});
  scene.openCase.shownScan().setWindow(-200, 100);
  scene.openCase.shownScan().setCrosshair(tests::placeOf(*made, {30, 18, 12}));
  tests::nextFrame(scene.view);
  const QImage picture = scene.view.grabFramebuffer();
  const auto greyAt = [&](std::array<long, 3> voxel) {
    const QPointF at = scene.view.plane()->toScreen(tests::placeOf(*made, voxel)) * picture.devicePixelRatio();
    return qGray(picture.pixel(at.toPoint()));
  };
  EXPECT_EQ(greyAt({10, 10, 12}), 0);
  EXPECT_NEAR(greyAt({26, 10, 12}), 127, 3);
}

TEST(SliceView, putsTheTargetWhereItIsClicked) {
  for (const auto& options : {tests::straight(), tests::oblique(), tests::sheared()}) {
    Shown scene(options);
    scene.pointing.setTool(Tool::Target);
    const QPointF at(251, 143);
    const auto wanted = scene.view.plane()->toPatient(at);
    tests::click(scene.view, at);
    const auto& needle = scene.openCase.shownScan().plan().choices.needles.at(0);
    ASSERT_TRUE(needle.target);
    EXPECT_LT((*needle.target - wanted).GetNorm(), 0.5 * scene.view.plane()->mmPerPixel);
    EXPECT_EQ(scene.pointing.tool(), Tool::Crosshair) << "one click places one point";
  }
}

TEST(SliceView, makesOneUndoStepOfADrag) {
  Shown scene(tests::straight());
  scene.pointing.setTool(Tool::Target);
  tests::click(scene.view, {200, 150});
  const auto first = *scene.openCase.shownScan().plan().choices.needles.at(0).target;
  const int steps = scene.openCase.document().undoStack().count();
  tests::press(scene.view, {202, 151});
  for (int i = 1; i <= 5; ++i) tests::moveTo(scene.view, {202.0 + 8 * i, 151.0 + 5 * i}, Qt::LeftButton);
  tests::release(scene.view, {242, 176});
  EXPECT_EQ(scene.openCase.document().undoStack().count(), steps + 1);
  const auto moved = *scene.openCase.shownScan().plan().choices.needles.at(0).target;
  const double scale = scene.view.plane()->mmPerPixel;
  // A plan's places are those that its report says, to 0.001 mm.
  EXPECT_NEAR(moved[0] - first[0], 40 * scale, 1.1e-3) << "the mark keeps its offset from the mouse";
  EXPECT_NEAR(moved[1] - first[1], 25 * scale, 1.1e-3);
  scene.openCase.document().undoStack().undo();
  EXPECT_LT((*scene.openCase.shownScan().plan().choices.needles.at(0).target - first).GetNorm(), 1e-9);
}

TEST(SliceView, scrollsBySlicesAndStopsAtTheEnds) {
  Shown scene(tests::straight());
  scene.openCase.shownScan().setCrosshair(planning::makePoint(0, 0, -100 + 3 * 4 + 0.7));
  tests::turnWheel(scene.view, {200, 200}, 1);
  EXPECT_NEAR(scene.openCase.shownScan().crosshair()[2], -100 + 3 * 5, 1e-9)
      << "onto a slice's centre, toward the head";
  tests::turnWheel(scene.view, {200, 200}, -2);
  EXPECT_NEAR(scene.openCase.shownScan().crosshair()[2], -100 + 3 * 3, 1e-9);
  for (int i = 0; i < 40; ++i) tests::turnWheel(scene.view, {200, 200}, -1);
  EXPECT_NEAR(scene.openCase.shownScan().crosshair()[2], -100, 1e-9);
}

TEST(Labels, areWrittenWholeWhereThePictureIsNarrowOnBothSides) {
  const QString text = "4.6 mm L4 left nerve root";
  QImage picture(400, 100, QImage::Format_ARGB32_Premultiplied);
  picture.fill(Qt::black);
  QPainter painter(&picture);
  const double width = QFontMetricsF(painter.font(), &picture).horizontalAdvance(text);
  const QSizeF view(1.5 * width, 100);  // less than the text and its gap on either side of the middle
  ASSERT_LT(view.width(), 400);
  app::views::Labels(painter, view).place({view.width() / 2, 50}, 8, {{text, Qt::white}});
  painter.end();
  int last = 0;
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      if (qGray(picture.pixel(x, y)) > 128) last = std::max(last, x);
  EXPECT_GT(last, width - 10) << "written";
  EXPECT_LT(last, view.width());
}

TEST(SliceView, namesItsPositionByDirectionAndNeverByASign) {
  Shown scene(tests::straight());
  const auto textAt = [&](SliceKind kind, const planning::Point& place) {
    app::views::ViewPlane plane;
    plane.centre = place;
    return app::views::positionText({scene.openCase.shownScan(), scene.pointing, kind, plane, 1}).toStdString();
  };
  EXPECT_EQ(textAt(SliceKind::Sagittal, planning::makePoint(-17.5, 2, 3)), "R 17.5 mm");
  EXPECT_EQ(textAt(SliceKind::Sagittal, planning::makePoint(17.5, 2, 3)), "L 17.5 mm");
  EXPECT_EQ(textAt(SliceKind::Coronal, planning::makePoint(1, -4, 3)), "A 4.0 mm");
  EXPECT_EQ(textAt(SliceKind::Axial, planning::makePoint(1, 2, -210.5)), "I 210.5 mm");
}

TEST(SliceView, keepsThePlaceUnderTheMouseWhenZooming) {
  Shown scene(tests::straight());
  const QPointF at(120, 260);
  const auto before = scene.view.plane()->toPatient(at);
  tests::turnWheel(scene.view, at, 3, Qt::ControlModifier);
  EXPECT_LT((scene.view.plane()->toPatient(at) - before).GetNorm(), 1e-9);
}

TEST(SliceView, windowsWithTheRightButtonAndPansWithTheMiddleOne) {
  Shown scene(tests::straight());
  const double width = scene.openCase.shownScan().windowWidthHu();
  tests::press(scene.view, {100, 100}, Qt::RightButton);
  tests::moveTo(scene.view, {120, 100}, Qt::RightButton);
  tests::release(scene.view, {120, 100}, Qt::RightButton);
  EXPECT_GT(scene.openCase.shownScan().windowWidthHu(), width);
  const auto under = scene.view.plane()->toPatient({100, 100});
  tests::press(scene.view, {100, 100}, Qt::MiddleButton);
  tests::moveTo(scene.view, {130, 90}, Qt::MiddleButton);
  tests::release(scene.view, {130, 90}, Qt::MiddleButton);
  EXPECT_LT((scene.view.plane()->toPatient({130, 90}) - under).GetNorm(), 1e-9);
}

TEST(SliceView, nudgesTheChosenPointByAMillimetreAndAFifth) {
  Shown scene(tests::straight());
  scene.pointing.setTool(Tool::Target);
  tests::click(scene.view, {200, 150});
  const auto before = *scene.openCase.shownScan().plan().choices.needles.at(0).target;
  QKeyEvent right(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
  QApplication::sendEvent(&scene.view, &right);
  QKeyEvent up(QEvent::KeyPress, Qt::Key_Up, Qt::ShiftModifier);
  QApplication::sendEvent(&scene.view, &up);
  const auto after = *scene.openCase.shownScan().plan().choices.needles.at(0).target;
  EXPECT_NEAR(after[0] - before[0], 1.0, 1e-9);
  EXPECT_NEAR(after[1] - before[1], -0.2, 1e-9);
}

TEST(SliceView, keepsAnEntryInItsSliceOnTheSkin) {
  Shown scene(tests::straight());
  const auto middle = tests::placeOf(*scene.volume, {20, 18, 12});
  auto skin = std::make_shared<planning::anatomy::Skin>();
  skin->surface = tests::ball(middle, 24, 60);
  skin->field = planning::anatomy::makeDistanceField(skin->surface);
  scene.openCase.work().adoptScan(scene.volume, skin, {});
  // Far above the middle the ball falls away steeply: its nearest place in space lies in another slice.
  const double height = 15;
  scene.openCase.shownScan().setCrosshair(middle + planning::makeVector(0, 0, height));
  scene.pointing.setTool(Tool::Entry);
  const auto wished = middle + planning::makeVector(8, -5, height);
  const QPointF at = scene.view.plane()->toScreen(wished);
  tests::press(scene.view, at);
  tests::moveTo(scene.view, at + QPointF(6, 2), Qt::LeftButton);
  tests::release(scene.view, at + QPointF(6, 2));
  const auto entry = scene.openCase.shownScan().plan().choices.needles.at(0).entry;
  ASSERT_TRUE(entry);
  EXPECT_NEAR((*entry)[2], middle[2] + height, 1e-6);
  EXPECT_NEAR((*entry - middle).GetNorm(), 24, 0.05) << "on the skin";
  EXPECT_EQ(scene.openCase.document().undoStack().count(), 1);
  QKeyEvent right(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
  QApplication::sendEvent(&scene.view, &right);
  EXPECT_NEAR((*scene.openCase.shownScan().plan().choices.needles.at(0).entry)[2], middle[2] + height, 1e-6)
      << "a nudge stays, too";
}

TEST(SliceView, saysTheHuUnderTheMouse) {
  Shown scene(tests::sheared());
  const auto marker = tests::placeOf(*scene.volume, tests::sheared().marker);
  scene.openCase.shownScan().setCrosshair(marker);
  std::optional<int> hu;
  planning::Point place;
  QObject::connect(&scene.view, &SliceView::hovered, [&](const planning::Point& p, std::optional<int> value) {
    place = p;
    hu = value;
  });
  tests::moveTo(scene.view, scene.view.plane()->toScreen(marker), Qt::NoButton);
  EXPECT_EQ(hu, 3000);
  EXPECT_LT((place - marker).GetNorm(), 1e-6);
  tests::moveTo(scene.view, {2, 2}, Qt::NoButton);
  EXPECT_EQ(hu, std::nullopt) << "outside the scan nothing was measured";
}

TEST(SliceView, showsTheScanAfterItsContextWasLost) {
  auto scene = std::make_unique<Shown>(tests::straight());
  const auto marker = tests::placeOf(*scene->volume, tests::straight().marker);
  QWidget other;
  scene->view.setParent(&other);
  tests::showAt(other, 440, 400);
  scene->view.show();
  const QPointF drawn = whereMarkerIs(*scene, marker);
  EXPECT_NEAR(drawn.x(), scene->view.plane()->toScreen(marker).x(), 1.0);
  scene->view.setParent(nullptr);
}

}  // namespace
