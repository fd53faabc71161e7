#pragma once

#include <QPointF>
#include <QSizeF>
#include <QString>

#include "planning/geometry.h"

namespace app::views {

/// How a plane stands on the screen: two unit vectors at right angles, LPS.
struct ViewAxes {
  planning::Vector right;
  planning::Vector down;

  /// Into the screen, away from the viewer.
  planning::Vector into() const { return planning::cross(right, down); }
};

/// Radiological: the patient's right on the screen's left, however the patient lay. Axial is seen from the feet with
/// the front up, coronal from the front and sagittal from the left, both with the head up.
ViewAxes axialAxes();
ViewAxes coronalAxes();
ViewAxes sagittalAxes();

/// Planes that contain the needle's unit direction: the first is the axial plane tilted until it holds the needle, the
/// second stands at right angles to it. Turned on the screen as near to axial, and to sagittal or coronal, as they go.
ViewAxes alongNeedleAxes(const planning::Vector& direction);
ViewAxes acrossAlongNeedleAxes(const planning::Vector& direction);
/// Any plane by its unit normal (either way): seen from the feet; one that holds the body's axis from the front, or as
/// sagittal slices are.
ViewAxes axesOfPlane(planning::Vector normal);
/// What an eye at the entry sees, looking along the needle: the head up (the front up for a needle along the body).
ViewAxes needlesEyeAxes(const planning::Vector& direction);

/// The part of a plane that a view shows, and the way between its screen and the patient. Screen points are logical
/// pixels from the view's top left corner; whole numbers are pixel corners.
struct ViewPlane {
  ViewAxes axes;
  planning::Point centre;  ///< in the middle of the view
  double mmPerPixel = 1;
  QSizeF size;

  QPointF toScreen(const planning::Point& place) const;
  planning::Point toPatient(const QPointF& screen) const;
  /// Signed distance from the plane, mm; positive behind it, away from the viewer.
  double heightMm(const planning::Point& place) const;
};

/// Where a direction points, as DICOM writes it: L R A P H F, the largest part first; a part that is small (below a
/// quarter) is left out. "AL" for 30 degrees off the front.
QString orientationLetters(const planning::Vector& direction);

}  // namespace app::views
