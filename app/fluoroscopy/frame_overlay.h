#pragma once

#include <QPointF>
#include <QRect>

#include "app/fluoroscopy/frame_picture.h"
#include "planning/fluoroscopy/projection.h"

class QPainter;

namespace app::fluoroscopy {

class FluoroscopyCase;

/// A frame as it stands in its widget, logical pixels.
struct ShownFrame {
  QRect rect;              ///< the widget's
  QPointF firstPixel;      ///< where the centre of the frame's first pixel lies
  double pixelsPerColumn;  ///< and a row
  Look look;

  QPointF toWidget(const planning::fluoroscopy::ImagePoint& place) const {
    return firstPixel + QPointF(place.column, place.row) * pixelsPerColumn;
  }
};

/// What is drawn over a frame: marks, the line that guides the second one, the error of a place seen twice,
/// calibration, side letters where the file tells them, and what is known of the frame. `whole`: the frame itself is on
/// the screen.
void paintOverlay(QPainter& painter, const ShownFrame& shown, const FluoroscopyCase& model, int which, bool whole);

}  // namespace app::fluoroscopy
