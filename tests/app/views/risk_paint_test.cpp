#include "app/views/risk_paint.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/case/skin_risk.h"
#include "app/views/error_cone.h"
#include "app/views/risk_colours.h"
#include "app/views/view_3d.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

// The shader is drawn by software OpenGL and its numbers are compared with those of the processor.

namespace {

using app::SkinRisk;
using app::views::Pointing;
using app::views::View3D;
using tests::kTarget;
using tests::OpenCase;

/// The made-up body in 3D with its whole map.
struct Mapped {
  Mapped() {
    opened->skinRisk().want();
    opened->document().setRoute("general");
    opened->document().setNeedle({22, 90, 0.718});
    opened->document().setTarget(kTarget);
    for (int i = 0; i < 3; ++i) opened->shownScan().setDisplay(i, {false, 0});
    EXPECT_TRUE(tests::eventually([&] {
      const auto map = opened->skinRisk().map();
      return map && !map->coarse && !opened->skinRisk().isWorking();
    }));
    view = std::make_unique<View3D>(opened->shownScan(), pointing);
    tests::showAt(*view, 460, 420);
    tests::nextFrame(*view);
  }
  QImage picture() {
    tests::nextFrame(*view);
    return view->grabFramebuffer();
  }

  OpenCase opened;
  Pointing pointing;
  std::unique_ptr<View3D> view;
};

struct Values {
  double roomMm, state;
};

/// What the map says where a ray first meets the skin: by the triangle's corners, as the shader does.
std::optional<Values> onSkin(const app::SkinRiskMap& map, const planning::Segment& ray) {
  const auto& surface = *map.surface;
  std::optional<Values> nearest;
  double nearestAt = 1e18;
  const auto direction = ray.end - ray.start;
  for (const auto& t : surface.triangles) {
    planning::Point p[3];
    for (int i = 0; i < 3; ++i) {
      const auto& v = surface.vertices[t[static_cast<std::size_t>(i)]];
      p[i] = planning::makePoint(double(v[0]), double(v[1]), double(v[2]));
    }
    const auto e1 = p[1] - p[0], e2 = p[2] - p[0];
    const auto normal = planning::cross(e1, e2);
    const double slope = planning::dot(direction, normal);
    if (slope >= 0) continue;  // seen from behind
    const double at = planning::dot(p[0] - ray.start, normal) / slope;
    if (at < 0 || at >= nearestAt) continue;
    const auto inside = ray.start + direction * at - p[0];
    const double area = planning::dot(normal, normal);
    const double b = planning::dot(planning::cross(inside, e2), normal) / area;
    const double c = planning::dot(planning::cross(e1, inside), normal) / area;
    constexpr double kEdge = 0.15;  // near an edge a pixel may be its neighbour's
    if (b < -1e-9 || c < -1e-9 || b + c > 1 + 1e-9) continue;
    nearestAt = at;
    nearest.reset();
    if (b < kEdge || c < kEdge || b + c > 1 - kEdge) continue;
    const auto value = [&](std::size_t corner, std::size_t which) {
      return double(map.values[2UL * t[corner] + which]);
    };
    const double state = std::max({value(0, 1), value(1, 1), value(2, 1)});
    nearest = Values{(1 - b - c) * value(0, 0) + b * value(1, 0) + c * value(2, 0), state};
  }
  return nearest;
}

TEST(RiskPaint, drawsTheNumbersThatTheProcessorHas) {
  Mapped scene;
  scene.view->probeRisk(true);
  const QImage picture = scene.picture();
  const double ratio = picture.devicePixelRatio();
  int compared = 0, allowed = 0, forbidden = 0;
  for (int y = 20; y < 400; y += 11)
    for (int x = 20; x < 440; x += 11) {
      const QPointF at((x + 0.5) / 1.0, (y + 0.5) / 1.0);
      const auto truth = onSkin(*scene.opened->skinRisk().map(), scene.view->camera().rayThrough(at, 5000));
      if (!truth) continue;
      const QRgb pixel = picture.pixel((at * ratio).toPoint());
      const double roomMm = (qRed(pixel) + qGreen(pixel) / 255.0) / 255.0 * 16;
      const int state = static_cast<int>(std::lround(qBlue(pixel) / 255.0 * 2));
      const bool oneState = truth->state == 0 || truth->state == 1 || truth->state == 2;
      ASSERT_TRUE(oneState);
      if (truth->state == 2) continue;  // its corners may mix forbidden and out of reach
      ++compared;
      EXPECT_EQ(state, static_cast<int>(truth->state)) << x << ", " << y;
      allowed += truth->state == 0;
      forbidden += truth->state == 1;
      if (truth->state == 0) {
        EXPECT_NEAR(roomMm, truth->roomMm, 0.35) << x << ", " << y;
      }
    }
  EXPECT_GT(compared, 40);
  EXPECT_GT(allowed, 10);
  EXPECT_GT(forbidden, 3);
}

TEST(RiskPaint, coversTheSkinOnlyWhileItIsShown) {
  Mapped scene;
  const auto saturated = [](const QImage& picture) {
    int count = 0;
    for (int y = 0; y < picture.height(); y += 3)
      for (int x = 0; x < picture.width(); x += 3) count += picture.pixelColor(x, y).hsvSaturation() > 120;
    return count;
  };
  const int with = saturated(scene.picture());
  scene.opened->skinRisk().setShown(false);
  const int without = saturated(scene.picture());
  scene.opened->skinRisk().setShown(true);
  const int again = saturated(scene.picture());
  EXPECT_GT(with, 300);
  EXPECT_LT(without, with / 3);
  EXPECT_NEAR(again, with, with / 20.0);
}

TEST(RiskPaint, tellsTheReasonUnderTheMouse) {
  Mapped scene;
  QStringList told;
  QObject::connect(scene.view.get(), &View3D::explained, scene.view.get(),
                   [&](const QString& reason) { told += reason; });
  tests::moveTo(*scene.view, scene.view->camera().toScreen(kTarget + planning::makeVector(0, 38, 0)), Qt::NoButton);
  ASSERT_FALSE(told.isEmpty());
  EXPECT_TRUE(told.last().startsWith("Allowed.")) << told.last().toStdString();
  tests::moveTo(*scene.view, {3, 3}, Qt::NoButton);
  EXPECT_EQ(told.last(), "");
}

TEST(RiskColours, areThoseOfTheVerdictsBands) {
  const auto bands = app::views::risk::bandsMm(3);
  EXPECT_EQ(app::views::risk::colourOfRoom(2.9, bands), app::views::risk::kNear);
  EXPECT_EQ(app::views::risk::colourOfRoom(3.0, bands), app::views::risk::kNarrow);
  EXPECT_EQ(app::views::risk::colourOfRoom(6.0, bands), app::views::risk::kMiddle);
  EXPECT_EQ(app::views::risk::colourOfRoom(12.0, bands), app::views::risk::kWide);
}

TEST(ErrorCone, holdsItsShareOfNeedles) {
  const app::views::ErrorCone cone{{planning::makePoint(0, 80, 0), planning::makePoint(0, 0, 0)}, 2, 3};
  EXPECT_NEAR(cone.radiusMm(1, 0.5), 3 * std::sqrt(2 * std::log(2.0)), 1e-12);
  EXPECT_NEAR(cone.radiusMm(0, 0.95), 2 * std::sqrt(-2 * std::log(0.05)), 1e-12);
  EXPECT_NEAR(cone.radiusMm(0.5, 0.5), std::hypot(1.0, 1.5) * std::sqrt(2 * std::log(2.0)), 1e-12);
  planning::PlannedNeedle needle;
  EXPECT_FALSE(app::views::coneOf(needle));
}

}  // namespace
