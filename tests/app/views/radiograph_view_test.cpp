#include "app/views/radiograph_view.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "app/panels/carm_panel.h"
#include "app/views/view_tile.h"
#include "app/views/views_area.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::Case;
using app::views::RadiographView;
using app::views::ViewsArea;
using app::views::ViewTile;
using planning::Angle;
using planning::makePoint;

/// The views on a made-up scan, one of them the radiograph.
struct Projected {
  explicit Projected(const tests::SceneOptions& options = tests::straight())
      : volume(tests::makeVolume(options)), area(openCase.shownScan(), openCase.skinRisk(), tests::editedOf(openCase)) {
    openCase.work().adoptScan(volume, nullptr, {tests::ballStructure("Near", makePoint(6, 0, -70), 6)});
    area.lookFrom({Angle::degrees(0), Angle::degrees(0)});
    tests::showAt(area, 1100, 800);
  }

  RadiographView& view() {
    for (auto* found : area.findChildren<RadiographView*>())
      if (found->isVisible()) return *found;
    throw std::runtime_error("no radiograph");
  }
  /// Waits for the fine radiograph at the present angles.
  bool settles() {
    return tests::eventually([this] {
      const auto shown = view().shown();
      return shown && shown->fine && shown->view.primary == area.pointing().carm().primary &&
             shown->view.secondary == area.pointing().carm().secondary;
    });
  }
  QSlider& slider(const char* name) {
    for (auto* found : area.findChildren<QSlider*>(name))
      if (found->isVisible()) return *found;
    throw std::runtime_error("no slider");
  }
  void placeNeedle() {
    openCase.document().setTarget(makePoint(0, -10, -70));
    openCase.document().setEntry(makePoint(4, 20, -66));
    openCase.document().setNeedle({22, 90, 0.718});
  }

  Case openCase;
  std::shared_ptr<const planning::Volume> volume;
  ViewsArea area;
};

/// Where the brightest pixel of the radiograph is painted.
QPointF brightest(const RadiographView& view) {
  const auto& image = view.shown()->image;
  const auto at = std::max_element(image.attenuation.begin(), image.attenuation.end()) - image.attenuation.begin();
  const double side = std::min(view.width(), view.height());
  return {(view.width() - side) / 2 + (static_cast<double>(at % image.columns) + 0.5) / image.columns * side,
          (view.height() - side) / 2 + (static_cast<double>(at / image.columns) + 0.5) / image.rows * side};
}

TEST(RadiographView, showsTheMarkerOnTheSideWhereItLies) {
  for (const auto& options : {tests::straight(), tests::oblique()}) {
    Projected scene(options);
    const auto marker = tests::placeOf(*scene.volume, {27, 11, 15});
    scene.openCase.shownScan().setCrosshair(marker -
                                            planning::makeVector(9, 0, 6));  // it lies to the left and the head of that
    for (const double primary : {0.0, 180.0}) {
      scene.area.lookFrom({Angle::degrees(primary), Angle::degrees(0)});
      ASSERT_TRUE(scene.settles());
      const auto expected = scene.view().onScreen(marker);
      ASSERT_TRUE(expected);
      const auto seen = brightest(scene.view());
      EXPECT_NEAR(seen.x(), expected->x(), 4) << primary;
      EXPECT_NEAR(seen.y(), expected->y(), 4) << primary;
      EXPECT_EQ(seen.x() > scene.view().width() / 2.0, primary == 0.0) << "left is on the right from the front only";
      EXPECT_LT(seen.y(), scene.view().height() / 2.0);
    }
  }
}

TEST(RadiographView, isTurnedByTheSliders) {
  Projected scene;
  scene.slider("carmPrimary").setValue(60);
  EXPECT_NEAR(scene.area.pointing().carm().primary.degrees(), 30, 1e-9);
  scene.slider("carmSecondary").setValue(-25);
  EXPECT_NEAR(scene.area.pointing().carm().secondary.degrees(), -12.5, 1e-9);
  EXPECT_NEAR(scene.area.pointing().carm().primary.degrees(), 30, 1e-9);
  EXPECT_TRUE(scene.settles());
}

TEST(RadiographView, aSliderLeavesTheOtherAngleBetweenItsSteps) {
  Projected scene;
  scene.area.lookFrom({Angle::degrees(23.47), Angle::degrees(4.12)});
  scene.slider("carmSecondary").setValue(10);
  EXPECT_NEAR(scene.area.pointing().carm().primary.degrees(), 23.47, 1e-9);
}

TEST(RadiographView, endsWithTheNewestOfManyAngles) {
  Projected scene;
  for (int degrees = 0; degrees <= 90; ++degrees) scene.area.lookFrom({Angle::degrees(degrees), Angle::degrees(0)});
  EXPECT_TRUE(scene.settles());
  EXPECT_NEAR(scene.view().shown()->view.primary.degrees(), 90, 1e-9);
}

TEST(RadiographView, isCoarseFirst) {
  Projected scene;
  ASSERT_TRUE(scene.settles());
  std::vector<int> columns;
  app::views::RadiographMaker maker;
  QObject::connect(&maker, &app::views::RadiographMaker::answered,
                   [&](const auto& answer) { columns.push_back(answer->image.columns); });
  maker.ask({scene.volume, scene.view().shown()->view, {}});
  ASSERT_TRUE(tests::eventually([&] { return !columns.empty() && columns.back() == 512; }));
  EXPECT_EQ(columns, (std::vector<int>{128, 512}));
}

TEST(RadiographView, followsADragAndTheWheel) {
  Projected scene;
  scene.area.lookFrom({Angle::degrees(0), Angle::degrees(0)});
  auto& view = scene.view();
  tests::press(view, {100, 100});
  tests::moveTo(view, {150, 80}, Qt::LeftButton);
  tests::release(view, {150, 80});
  EXPECT_NEAR(scene.area.pointing().carm().primary.degrees(), 20, 1e-9);
  EXPECT_NEAR(scene.area.pointing().carm().secondary.degrees(), 8, 1e-9);
  tests::turnWheel(view, {100, 100}, 3);
  EXPECT_NEAR(scene.area.pointing().carm().primary.degrees(), 23, 1e-9);
}

TEST(RadiographView, hasItsMiddleInTheTargetAndDrawsTheStructuresShadow) {
  Projected scene;
  scene.placeNeedle();
  ASSERT_TRUE(scene.settles());
  auto& view = scene.view();
  const auto target = view.onScreen(makePoint(0, -10, -70));
  ASSERT_TRUE(target);
  EXPECT_NEAR(target->x(), view.width() / 2.0, 0.5);
  const auto shown = view.shown();
  ASSERT_EQ(shown->silhouettes.size(), 1U);
  const auto inBall = *planning::fluoroscopy::Projection(shown->view).project(makePoint(6, 0, -70));
  const auto at = [&](double column, double row) {
    return shown->silhouettes[0][static_cast<std::size_t>(std::lround(row) * 512 + std::lround(column))];
  };
  EXPECT_EQ(at(inBall.column, inBall.row), 1);
  EXPECT_EQ(at(inBall.column + 40, inBall.row), 0) << "27 mm beside";
  scene.openCase.shownScan().setDisplay(0, {false, 0.5});
  EXPECT_TRUE(tests::eventually([&] { return view.shown()->surfaces[0] == nullptr; })) << "hidden in every view";
}

TEST(CArmPanel, turnsTheRadiographDownTheNeedleByOneClick) {
  Projected scene;
  app::panels::CArmPanel panel(scene.openCase.shownScan());
  QObject::connect(&panel, &app::panels::CArmPanel::lookAsked, &scene.area, &ViewsArea::lookFrom);
  EXPECT_TRUE(panel.findChildren<QToolButton*>("lookFromHere").empty()) << "no needle yet";
  scene.placeNeedle();
  const auto looks = panel.findChildren<QToolButton*>("lookFromHere");
  ASSERT_EQ(looks.size(), 6);
  looks[0]->click();
  ASSERT_TRUE(scene.settles());
  const auto entry = scene.view().onScreen(makePoint(4, 20, -66)),
             target = scene.view().onScreen(makePoint(0, -10, -70));
  ASSERT_TRUE(entry && target);
  EXPECT_LT(std::hypot(entry->x() - target->x(), entry->y() - target->y()), 0.1) << "the needle is a point";
  looks[2]->click();
  ASSERT_TRUE(scene.settles());
  const auto aside = scene.view().onScreen(makePoint(4, 20, -66));
  EXPECT_GT(std::hypot(aside->x() - target->x(), aside->y() - target->y()), 20) << "from the side it has its length";
}

}  // namespace
