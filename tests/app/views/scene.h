#pragma once

#include <QImage>
#include <QPointF>

#include <functional>
#include <memory>

#include "app/case/case.h"
#include "app/views/vtk_widget.h"

namespace tests {

/// A small scan: soft tissue (40 HU) in a box, with one bright marker voxel (3000 HU) and, in the steps between voxels,
/// whatever direction a test wants.
struct SceneOptions {
  std::array<unsigned, 3> size{40, 36, 24};
  std::array<double, 3> spacing{1.5, 1.5, 3.0};
  planning::Vector columns = planning::makeVector(1, 0, 0);  ///< unit steps of the image's axes
  planning::Vector rows = planning::makeVector(0, 1, 0);
  planning::Vector slices = planning::makeVector(0, 0, 1);
  planning::Point origin = planning::makePoint(-30, -25, -100);
  std::array<long, 3> marker{27, 11, 15};
};

SceneOptions straight();
/// Turned about two axes, not orthonormal with any LPS axis.
SceneOptions oblique();
/// As a tilted gantry: the step from slice to slice is not at right angles to the slices.
SceneOptions sheared();
/// The slices run from head to feet in a left-handed frame.
SceneOptions leftHanded();

std::shared_ptr<planning::Volume> makeVolume(const SceneOptions& options);
planning::Point placeOf(const planning::Volume& volume, const std::array<long, 3>& voxel);

/// A closed ball of triangles; what a structure looks like to the views.
std::shared_ptr<const planning::anatomy::Surface> ball(const planning::Point& middle, double radiusMm,
                                                       int fineness = 24);
planning::anatomy::MeasuredStructure ballStructure(const std::string& name, const planning::Point& middle,
                                                   double radiusMm);

/// Runs the event loop until the condition holds; false after a minute.
bool eventually(const std::function<bool()>& holds);
/// Shows the widget at this size and waits for a frame that shows the present state.
void showAt(QWidget& widget, int width, int height);
void nextFrame(app::views::VtkWidget& widget);

/// As a hand would do it: through Qt's events, in logical pixels.
void press(QWidget& widget, const QPointF& at, Qt::MouseButton button = Qt::LeftButton);
void moveTo(QWidget& widget, const QPointF& at, Qt::MouseButtons buttons);
void release(QWidget& widget, const QPointF& at, Qt::MouseButton button = Qt::LeftButton);
void click(QWidget& widget, const QPointF& at);
void turnWheel(QWidget& widget, const QPointF& at, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// The middle of all pixels brighter than `threshold` in a grabbed picture, in logical pixels; null when there are
/// none.
QPointF brightMiddle(const QImage& picture, int threshold);

}  // namespace tests
