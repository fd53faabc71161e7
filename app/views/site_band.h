#pragma once

#include <QSizeF>
#include <QStringList>

class QPainter;

namespace app::views {

/// The error across a picture of a plan whose side or level is contradicted by what was measured, or after whose last
/// opacification nothing may be injected (pictureBand()): a red band over the full width at the top. Every line is
/// written whole, on as many rows as it takes. Its height in logical pixels; 0 and nothing painted without lines.
double siteBandHeight(const QPainter& painter, double width, const QStringList& lines);
void paintSiteBand(QPainter& painter, double width, const QStringList& lines);

}  // namespace app::views
