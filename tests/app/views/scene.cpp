#include "tests/app/views/scene.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <numbers>

namespace tests {
namespace {

using planning::Vector;

Vector unit(const Vector& v) {
  return v / v.GetNorm();
}

}  // namespace

SceneOptions straight() {
  return {};
}

SceneOptions oblique() {
  SceneOptions options;
  options.columns = unit(planning::makeVector(0.9, 0.35, -0.2));
  const Vector wish = planning::makeVector(-0.2, 0.8, 0.3);
  options.rows = unit(wish - options.columns * planning::dot(wish, options.columns));
  options.slices = planning::cross(options.columns, options.rows);
  return options;
}

SceneOptions sheared() {
  SceneOptions options;
  options.rows = unit(planning::makeVector(0, std::cos(0.35), -std::sin(0.35)));
  options.slices = planning::makeVector(0, 0, 1);
  return options;
}

SceneOptions leftHanded() {
  SceneOptions options;
  options.slices = planning::makeVector(0, 0, -1);
  return options;
}

std::shared_ptr<planning::Volume> makeVolume(const SceneOptions& options) {
  using Image = planning::Volume::Image;
  auto volume = std::make_shared<planning::Volume>();
  volume->hu = Image::New();
  Image::SizeType size{{options.size[0], options.size[1], options.size[2]}};
  volume->hu->SetRegions(Image::RegionType(size));
  Image::DirectionType direction;
  for (unsigned row = 0; row < 3; ++row) {
    direction(row, 0) = options.columns[row];
    direction(row, 1) = options.rows[row];
    direction(row, 2) = options.slices[row];
  }
  volume->hu->SetDirection(direction);
  volume->hu->SetOrigin(options.origin);
  volume->hu->SetSpacing(options.spacing.data());
  volume->hu->Allocate();
  volume->hu->FillBuffer(-200);
  volume->hu->SetPixel({{options.marker[0], options.marker[1], options.marker[2]}}, 3000);
  volume->identity.patient = {"P1", "", "Doe^Jane", "19600101", "F"};
  volume->identity.seriesUid = "1.2.3";
  volume->identity.study.uid = "1.2";
  volume->identity.frameOfReferenceUid = "1.2.4";
  volume->identity.description = "CT made up";
  return volume;
}

planning::Point placeOf(const planning::Volume& volume, const std::array<long, 3>& voxel) {
  planning::Point place;
  volume.hu->TransformIndexToPhysicalPoint({{voxel[0], voxel[1], voxel[2]}}, place);
  return place;
}

std::shared_ptr<const planning::anatomy::Surface> ball(const planning::Point& middle, double radiusMm, int fineness) {
  auto surface = std::make_shared<planning::anatomy::Surface>();
  const auto add = [&](double polar, double turn) {
    const Vector out =
        planning::makeVector(std::sin(polar) * std::cos(turn), std::sin(polar) * std::sin(turn), std::cos(polar));
    const auto place = middle + out * radiusMm;
    surface->vertices.push_back(
        {static_cast<float>(place[0]), static_cast<float>(place[1]), static_cast<float>(place[2])});
  };
  const int around = 2 * fineness;
  add(0, 0);
  for (int i = 1; i < fineness; ++i)
    for (int j = 0; j < around; ++j) add(std::numbers::pi * i / fineness, 2 * std::numbers::pi * j / around);
  add(std::numbers::pi, 0);
  const auto at = [&](int i, int j) {
    if (i == 0) return 0U;
    if (i == fineness) return static_cast<std::uint32_t>(surface->vertices.size() - 1);
    return static_cast<std::uint32_t>(1 + (i - 1) * around + j % around);
  };
  for (int i = 0; i < fineness; ++i)
    for (int j = 0; j < around; ++j) {
      if (i > 0) surface->triangles.push_back({at(i, j), at(i + 1, j), at(i, j + 1)});
      if (i + 1 < fineness) surface->triangles.push_back({at(i, j + 1), at(i + 1, j), at(i + 1, j + 1)});
    }
  return surface;
}

planning::anatomy::MeasuredStructure ballStructure(const std::string& name, const planning::Point& middle,
                                                   double radiusMm) {
  planning::anatomy::MeasuredStructure measured;
  measured.structure.name = name;
  measured.structure.trackingUid = "2.25." + name;
  measured.structure.colour = {213, 94, 0};
  measured.structure.shape =
      planning::anatomy::Tube{{middle, middle + planning::makeVector(0, 0, 0.01)}, {radiusMm, radiusMm}};
  measured.surface = ball(middle, radiusMm);
  measured.field = planning::anatomy::makeDistanceField(measured.surface);
  return measured;
}

bool eventually(const std::function<bool()>& holds) {
  return QTest::qWaitFor(holds, 60000);
}

void nextFrame(app::views::VtkWidget& widget) {
  const int before = widget.framesPainted();
  widget.update();
  ASSERT_TRUE(eventually([&] { return widget.framesPainted() > before; })) << "no frame was drawn";
}

void showAt(QWidget& widget, int width, int height) {
  widget.resize(width, height);
  widget.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&widget));
}

void press(QWidget& widget, const QPointF& at, Qt::MouseButton button) {
  QMouseEvent event(QEvent::MouseButtonPress, at, widget.mapToGlobal(at), button, button, Qt::NoModifier);
  QApplication::sendEvent(&widget, &event);
}

void moveTo(QWidget& widget, const QPointF& at, Qt::MouseButtons buttons) {
  QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, buttons, Qt::NoModifier);
  QApplication::sendEvent(&widget, &event);
}

void release(QWidget& widget, const QPointF& at, Qt::MouseButton button) {
  QMouseEvent event(QEvent::MouseButtonRelease, at, widget.mapToGlobal(at), button, Qt::NoButton, Qt::NoModifier);
  QApplication::sendEvent(&widget, &event);
}

void click(QWidget& widget, const QPointF& at) {
  press(widget, at);
  release(widget, at);
}

void turnWheel(QWidget& widget, const QPointF& at, int notches, Qt::KeyboardModifiers modifiers) {
  QWheelEvent event(at, widget.mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, modifiers,
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(&widget, &event);
}

QPointF brightMiddle(const QImage& picture, int threshold) {
  QPointF sum;
  double weight = 0;
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      if (const double grey = qGray(picture.pixel(x, y)); grey > threshold) {
        sum += QPointF(x + 0.5, y + 0.5) * grey;
        weight += grey;
      }
  return weight > 0 ? sum / weight / picture.devicePixelRatio() : QPointF();
}

}  // namespace tests
