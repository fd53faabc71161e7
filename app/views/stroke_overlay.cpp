#include "app/views/stroke_overlay.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

#include "app/views/ink.h"

namespace app::views {
namespace {

/// The discs that the plane cuts out of the balls, as one area.
QPainterPath areaOf(const Stroke& stroke, const ViewPlane& plane) {
  QPainterPath area;
  area.setFillRule(Qt::WindingFill);
  for (const auto& centre : stroke.centres) {
    const double height = plane.heightMm(centre);
    if (std::abs(height) >= stroke.radiusMm) continue;
    const double radius = std::sqrt(stroke.radiusMm * stroke.radiusMm - height * height) / plane.mmPerPixel;
    area.addEllipse(plane.toScreen(centre), radius, radius);
  }
  return area;
}

QColor colourOfCurrent(const ShownScan& scan) {
  const auto current = scan.currentStructure();
  if (!current) return ink::kText;
  return colourOf(scan.structures()[static_cast<std::size_t>(*current)].structure.colour);
}

}  // namespace

void paintStrokes(QPainter& painter, const SliceScene& scene, const std::optional<QPointF>& brush) {
  const QColor colour = colourOfCurrent(scene.scan);
  painter.save();
  for (const Stroke& stroke : scene.pointing.strokes()) {
    QColor fill = stroke.in ? colour : ink::kBackground;
    fill.setAlphaF(stroke.in ? 0.35F : 0.65F);
    painter.fillPath(areaOf(stroke, scene.plane), fill);
  }
  if (brush) {
    const double radius = scene.pointing.brushRadiusMm() / scene.plane.mmPerPixel;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.2, scene.pointing.tool() == Tool::Erase ? Qt::DashLine : Qt::SolidLine));
    painter.drawEllipse(*brush, radius, radius);
  }
  painter.restore();
}

}  // namespace app::views
