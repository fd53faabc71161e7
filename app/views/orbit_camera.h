#pragma once

#include <QPointF>
#include <QSizeF>

#include "app/views/view_plane.h"
#include "planning/geometry.h"

namespace app::views {

/// An eye that circles a place in the patient. Its own arithmetic, so that what a click means and what VTK draws are
/// one definition. Screen points are logical pixels from the top left corner.
struct OrbitCamera {
  static constexpr double kViewAngleDegrees = 28;  ///< from top to bottom

  ViewAxes axes;             ///< how it is turned
  planning::Point focus;     ///< in the middle of the view
  double distanceMm = 1000;  ///< from the eye to the focus
  QSizeF size;

  planning::Point eye() const { return focus - axes.into() * distanceMm; }
  /// Millimetres a pixel at the focus.
  double mmPerPixel() const;
  QPointF toScreen(const planning::Point& place) const;
  /// From the eye through a pixel and on, `lengthMm` long.
  planning::Segment rayThrough(const QPointF& screen, double lengthMm) const;
  /// The place under a pixel as deep in the view as another place.
  planning::Point atDepthOf(const planning::Point& place, const QPointF& screen) const;

  /// The patient turns with the mouse.
  void turnBy(const QPointF& pixels);
  void panBy(const QPointF& pixels);
};

/// A unit vector turned about a unit axis.
planning::Vector turned(const planning::Vector& v, const planning::Vector& axis, const planning::Angle& angle);

}  // namespace app::views
