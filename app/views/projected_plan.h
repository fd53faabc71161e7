#pragma once

#include <QImage>
#include <QPointF>
#include <QRectF>

#include <optional>

#include "app/case/shown_scan.h"
#include "app/views/pointing.h"
#include "app/views/radiograph_maker.h"

class QPainter;

namespace app::views {

/// Where a place of the scan lies on a picture that fills `area`, logical pixels; absent for a place behind the source.
std::optional<QPointF> onPicture(const planning::fluoroscopy::CArmGeometry& view, const planning::Point& place,
                                 const QRectF& area);

/// Grey levels as exposed, the range narrowed by `contrast` and moved by `brightness` (of the range).
QImage greyPicture(const planning::fluoroscopy::Radiograph& image, double contrast = 1, double brightness = 0);

/// The structures' shadows: outline in their colour, faint inside.
void paintOutlines(QPainter& painter, const ShownScan& scan, const RadiographMaker::Answer& shadows,
                   const QRectF& area);

/// Every needle of the plan with its points, the current one brightest.
void paintNeedlesOnPicture(QPainter& painter, const ShownScan& scan, const planning::fluoroscopy::CArmGeometry& view,
                           const QRectF& area, Chosen chosen);

}  // namespace app::views
