#include "app/views/error_cone.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

#include "app/views/ink.h"
#include "planning/needle/breach_chance.h"

namespace app::views {
namespace {

constexpr int kSteps = 16;

void setPen(QPainter& painter, double share) {
  const bool shade = share == kHalf;
  painter.setPen(shade ? QPen(Qt::NoPen) : QPen(QColor(230, 230, 230, 110), 1, Qt::DotLine));
  painter.setBrush(shade ? QBrush(QColor(230, 230, 230, 34)) : QBrush(Qt::NoBrush));
}

}  // namespace

double ErrorCone::radiusMm(double part, double share) const {
  const double sigma = std::hypot((1 - part) * entryMm, part * tipMm);
  return sigma * std::sqrt(-2 * std::log(1 - share));
}

std::optional<ErrorCone> coneOf(const planning::PlannedNeedle& needle) {
  if (!needle.target || !needle.entry || !needle.placementError) return std::nullopt;
  const planning::Segment axis{*needle.entry, *needle.target};
  if (axis.lengthMm() < 0.1) return std::nullopt;
  const auto spread = planning::needle::spreadOf(*needle.placementError, axis.lengthMm());
  return ErrorCone{axis, spread.entryMm, spread.tipMm};
}

void paintCone(QPainter& painter, const ErrorCone& cone, const planning::Vector& into,
               const std::function<QPointF(const planning::Point&)>& toScreen) {
  auto across = planning::cross(cone.axis.end - cone.axis.start, into);
  if (across.GetNorm() < 1e-6 * cone.axis.lengthMm()) return;
  across /= across.GetNorm();
  painter.save();
  for (const double share : {kHalf, kNearlyAll}) {
    QPolygonF one, other;
    for (int step = 0; step <= kSteps; ++step) {
      const double part = static_cast<double>(step) / kSteps;
      const auto middle = cone.axis.at(part * cone.axis.lengthMm());
      one << toScreen(middle + across * cone.radiusMm(part, share));
      other << toScreen(middle - across * cone.radiusMm(part, share));
    }
    const QPointF tip = toScreen(cone.axis.end), edge = one.back() - tip;
    const double radius = std::hypot(edge.x(), edge.y());
    std::reverse(other.begin(), other.end());
    QPainterPath shape, cap;
    shape.addPolygon(one + other);
    shape.closeSubpath();
    cap.addEllipse(tip, radius, radius);
    setPen(painter, share);
    painter.drawPath(shape.united(cap));
  }
  painter.restore();
}

void paintConeAcross(QPainter& painter, const ErrorCone& cone, double atMm, const QPointF& middle, double mmPerPixel) {
  const double part = std::clamp(atMm / cone.axis.lengthMm(), 0.0, 1.0);
  painter.save();
  for (const double share : {kHalf, kNearlyAll}) {
    const double radius = cone.radiusMm(part, share) / mmPerPixel;
    setPen(painter, share);
    painter.drawEllipse(middle, radius, radius);
  }
  painter.restore();
}

}  // namespace app::views
