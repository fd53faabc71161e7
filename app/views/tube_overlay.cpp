#include "app/views/tube_overlay.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

#include "app/case/tracing.h"
#include "app/views/ink.h"
#include "app/views/overlay_text.h"
#include "planning/anatomy/tube_cut.h"

namespace app::views {
namespace {

using planning::anatomy::Tube;

constexpr double kVertexPixels = 4;

QPolygonF onScreen(const ViewPlane& plane, const std::vector<planning::Point>& line) {
  QPolygonF polygon;
  polygon.reserve(static_cast<qsizetype>(line.size()));
  for (const auto& place : line) polygon.append(plane.toScreen(place));
  return polygon;
}

void paintHatch(QPainter& painter, const ViewPlane& plane, const planning::anatomy::TubeCut& cut, QColor colour) {
  QPainterPath area;
  area.setFillRule(Qt::WindingFill);
  for (const auto& part : cut.parts) area.addPolygon(onScreen(plane, part));
  colour.setAlpha(130);
  painter.fillPath(area, QBrush(colour, Qt::BDiagPattern));
}

/// One tube's course in one slice.
class TracePainter {
 public:
  TracePainter(QPainter& painter, const SliceScene& scene, const Tracing& tracing)
      : painter_(painter), plane_(scene.plane), tracing_(tracing), halfStepMm_(scene.halfStepMm) {}

  void paint() {
    if (const Tube* tube = tracing_.tube()) {
      paintCourse(*tube);
      for (std::size_t i = 0; i < tube->centreline.size(); ++i) paintVertex(*tube, i);
    }
    if (tracing_.hover() && (tracing_.grows() || !tracing_.tube())) paintNext(*tracing_.hover());
  }

 private:
  bool isNear(const planning::Point& place, double radiusMm) const {
    return std::abs(plane_.heightMm(place)) <= std::max(halfStepMm_, radiusMm) + 1e-6;
  }

  void paintCourse(const Tube& tube) {
    painter_.setBrush(Qt::NoBrush);
    for (const auto& [width, colour] : {std::pair(3.0, ink::kOutline), std::pair(1.2, ink::kNeedle)})
      for (std::size_t i = 1; i < tube.centreline.size(); ++i) {
        const bool near =
            isNear(tube.centreline[i - 1], tube.radiiMm[i - 1]) && isNear(tube.centreline[i], tube.radiiMm[i]);
        if (!near && width > 2) continue;
        painter_.setPen(QPen(near ? colour : ink::kFaint, near ? width : 1, near ? Qt::SolidLine : Qt::DotLine));
        painter_.drawLine(plane_.toScreen(tube.centreline[i - 1]), plane_.toScreen(tube.centreline[i]));
      }
  }

  void paintVertex(const Tube& tube, std::size_t i) {
    const QPointF at = plane_.toScreen(tube.centreline[i]);
    const bool near = isNear(tube.centreline[i], tube.radiiMm[i]), chosen = tracing_.vertex() == i;
    const QRectF square(at - QPointF(kVertexPixels, kVertexPixels), QSizeF(2 * kVertexPixels, 2 * kVertexPixels));
    painter_.setPen(QPen(ink::kOutline, 1));
    painter_.setBrush(!near ? Qt::NoBrush : QBrush(chosen ? ink::kTarget : ink::kNeedle));
    if (!near) painter_.setPen(QPen(ink::kFaint, 1));
    painter_.drawRect(square);
    if (chosen)
      paintText(painter_, QRectF(at + QPointF(10, -24), QSizeF(160, 18)), Qt::AlignLeft | Qt::AlignVCenter,
                radiusText(tube.radiiMm[i]), ink::kTarget);
  }

  /// The ball that a click would place.
  void paintNext(const planning::Point& place) {
    const double height = plane_.heightMm(place), radius = tracing_.wish().radiusMm;
    if (std::abs(height) >= radius) return;
    const double pixels = std::sqrt(radius * radius - height * height) / plane_.mmPerPixel;
    painter_.setBrush(Qt::NoBrush);
    for (const auto& pen : {QPen(ink::kOutline, 3), QPen(ink::kTarget, 1.2, Qt::DashLine)}) {
      painter_.setPen(pen);
      painter_.drawEllipse(plane_.toScreen(place), pixels, pixels);
    }
  }

  static QString radiusText(double mm) {
    return QCoreApplication::translate("app::views::TubeOverlay", "radius %1 mm").arg(oneDecimal(mm));
  }

  QPainter& painter_;
  const ViewPlane& plane_;
  const Tracing& tracing_;
  double halfStepMm_;
};

}  // namespace

void paintTube(QPainter& painter, const ViewPlane& plane, const planning::anatomy::Structure& structure) {
  const auto cut = planning::anatomy::cutTube(std::get<Tube>(structure.shape), plane.centre, plane.axes.into());
  const QColor colour = colourOf(structure.colour);
  if (isExpectedOnly(structure)) paintHatch(painter, plane, cut, colour);
  QPen pen(colour, 1.6, isExpectedOnly(structure) ? Qt::DashLine : Qt::SolidLine);
  pen.setJoinStyle(Qt::RoundJoin);
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  for (const auto& line : cut.outline) painter.drawPolyline(onScreen(plane, line));
}

void paintTrace(QPainter& painter, const SliceScene& scene) {
  const auto* tracing = scene.pointing.edited().tracing;
  if (tracing == nullptr || scene.pointing.tool() != Tool::Trace) return;
  painter.save();
  TracePainter(painter, scene, *tracing).paint();
  painter.restore();
}

}  // namespace app::views
