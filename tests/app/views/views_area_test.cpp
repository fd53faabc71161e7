#include "app/views/views_area.h"

#include <gtest/gtest.h>

#include <QSlider>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "app/views/path_plot.h"
#include "app/views/slice_view.h"
#include "app/views/view_3d.h"
#include "app/views/view_tile.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::Case;
using app::views::Arrangement;
using app::views::PathPlot;
using app::views::SliceKind;
using app::views::SliceView;
using app::views::Tool;
using app::views::ViewsArea;
using app::views::ViewTile;
using planning::makePoint;

/// The whole area on a made-up scan with two balls beside a needle.
struct Shown {
  Shown()
      : volume(tests::makeVolume(tests::straight())),
        area(openCase.shownScan(), openCase.skinRisk(), tests::editedOf(openCase)) {
    openCase.work().adoptScan(volume, nullptr,
                              {tests::ballStructure("Near", makePoint(6, 0, -70), 3),
                               tests::ballStructure("Far", makePoint(-16, -8, -64), 4)});
    tests::showAt(area, 1100, 800);
  }

  void placeNeedle() {
    openCase.document().setTarget(makePoint(0, -10, -70));
    openCase.document().setEntry(makePoint(0, 20, -70));
    openCase.document().setNeedle({22, 90, 0.718});
  }
  SliceView& slice(SliceKind kind) {
    for (auto* view : area.findChildren<SliceView*>())
      if (view->kind() == kind && view->isVisible()) return *view;
    throw std::runtime_error("no such slice");
  }

  Case openCase;
  std::shared_ptr<const planning::Volume> volume;
  ViewsArea area;
};

TEST(ViewsArea, showsOnePlaceInAllViews) {
  Shown scene;
  auto& axial = scene.slice(SliceKind::Axial);
  const QPointF at(axial.width() * 0.4, axial.height() * 0.6);
  const auto wanted = axial.plane()->toPatient(at);
  tests::click(axial, at);
  for (const auto kind : {SliceKind::Axial, SliceKind::Sagittal, SliceKind::Coronal})
    EXPECT_NEAR(scene.slice(kind).plane()->heightMm(wanted), 0, 1e-9) << "every plane goes through the crosshair";
}

TEST(ViewsArea, drawsAgainInEveryViewAfterAnEdit) {
  Shown scene;
  auto views = scene.area.findChildren<app::views::VtkWidget*>();
  ASSERT_EQ(views.size(), 4);
  ASSERT_TRUE(tests::eventually([&] {
    return std::all_of(views.begin(), views.end(), [](const auto* view) { return view->framesPainted() > 0; });
  }));
  std::vector<int> before;
  for (const auto* view : views) before.push_back(view->framesPainted());
  scene.placeNeedle();
  EXPECT_TRUE(tests::eventually([&] {
    for (qsizetype i = 0; i < views.size(); ++i)
      if (views[i]->framesPainted() <= before[static_cast<std::size_t>(i)]) return false;
    return true;
  }));
}

TEST(ViewsArea, fillsTheAreaWithOneViewAndBringsTheOthersBack) {
  Shown scene;
  auto& sagittal = scene.slice(SliceKind::Sagittal);
  const int before = sagittal.width();
  Q_EMIT sagittal.maximiseAsked();
  EXPECT_TRUE(tests::eventually([&] { return sagittal.width() > 1000; }));
  Q_EMIT sagittal.maximiseAsked();
  EXPECT_TRUE(tests::eventually([&] { return sagittal.width() == before; }));
  EXPECT_TRUE(scene.slice(SliceKind::Axial).isVisible());
}

TEST(ViewsArea, followsTheNeedleOnceItIsPlaced) {
  Shown scene;
  scene.area.arrange(Arrangement::Needle);
  EXPECT_FALSE(scene.slice(SliceKind::AlongNeedle).plane()) << "no needle, no plane along it";
  scene.placeNeedle();
  const auto& needle = scene.openCase.shownScan().plan().choices.needles.at(0);
  for (const auto kind : {SliceKind::AlongNeedle, SliceKind::AcrossAlongNeedle}) {
    const auto plane = scene.slice(kind).plane();
    ASSERT_TRUE(plane);
    EXPECT_NEAR(plane->heightMm(*needle.target), 0, 1e-9);
    EXPECT_NEAR(plane->heightMm(*needle.entry), 0, 1e-9);
  }
  scene.openCase.shownScan().setDepthAlongPathMm(12);
  const auto eye = scene.slice(SliceKind::NeedlesEye).plane();
  ASSERT_TRUE(eye);
  EXPECT_NEAR((eye->centre - makePoint(0, 8, -70)).GetNorm(), 0, 1e-9) << "12 mm from the entry toward the target";
}

TEST(ViewsArea, movesTheDepthWithTheSlider) {
  Shown scene;
  scene.area.arrange(Arrangement::Needle);
  scene.placeNeedle();
  QSlider* slider = nullptr;
  for (auto* found : scene.area.findChildren<QSlider*>())
    if (found->isVisible()) slider = found;
  ASSERT_NE(slider, nullptr);
  EXPECT_EQ(slider->maximum(), 300) << "30 mm in tenths";
  slider->setValue(125);
  EXPECT_NEAR(scene.openCase.shownScan().depthAlongPathMm(), 12.5, 1e-9);
  scene.openCase.shownScan().setDepthAlongPathMm(20);
  EXPECT_EQ(slider->value(), 200);
}

TEST(ViewsArea, tellsWhenAPointEndsItsTool) {
  Shown scene;
  Tool told = Tool::Entry;
  QObject::connect(&scene.area, &ViewsArea::toolChanged, [&](Tool tool) { told = tool; });
  scene.area.setTool(Tool::Target);
  EXPECT_EQ(told, Tool::Target);
  tests::click(scene.slice(SliceKind::Axial), {150, 150});
  EXPECT_EQ(told, Tool::Crosshair);
}

TEST(ViewsArea, remembersItsLayout) {
  const auto shownIn = [](ViewsArea& area) {
    std::multiset<int> contents;
    for (const auto* tile : area.findChildren<ViewTile*>()) contents.insert(tile->content());
    return contents;
  };
  QByteArray layout;
  std::multiset<int> arranged;
  {
    Shown scene;
    scene.area.arrange(Arrangement::Needle);
    arranged = shownIn(scene.area);
    layout = scene.area.saveLayout();
  }
  Shown scene;
  const auto usual = shownIn(scene.area);
  ASSERT_NE(usual, arranged);
  scene.area.restoreLayout("nonsense");
  EXPECT_EQ(shownIn(scene.area), usual);
  scene.area.restoreLayout(layout);
  EXPECT_EQ(shownIn(scene.area), arranged);
}

TEST(PathPlot, hasOneCurveANearStructureWithTheDistanceFromTheNeedlesSurface) {
  Shown scene;
  scene.placeNeedle();
  auto* plot = scene.area.findChild<PathPlot*>();
  ASSERT_EQ(plot->curves().size(), 2U);
  const auto& near = plot->curves()[0].distancesMm;
  const double radius = 0.718 / 2;
  EXPECT_NEAR(near.front(), std::hypot(6, 20) - 3 - radius, 0.03) << "at the entry";
  EXPECT_NEAR(near.back(), std::hypot(6, 10) - 3 - radius, 0.03) << "at the target";
  EXPECT_NEAR(*std::min_element(near.begin(), near.end()), 6 - 3 - radius, 0.03);
  scene.openCase.shownScan().setDisplay(0, {false, 0.5});
  EXPECT_EQ(plot->curves().size(), 1U) << "a hidden structure has none";
}

TEST(PathPlot, setsTheDepthByAClick) {
  Shown scene;
  scene.placeNeedle();
  auto* plot = scene.area.findChild<PathPlot*>();
  tests::click(*plot, {plot->xOf(7.5), 40});
  EXPECT_NEAR(scene.openCase.shownScan().depthAlongPathMm(), 7.5, 1e-9);
  tests::click(*plot, {1, 40});
  EXPECT_EQ(scene.openCase.shownScan().depthAlongPathMm(), 0) << "never before the entry";
}

}  // namespace
