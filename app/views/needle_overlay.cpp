#include "app/views/needle_overlay.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/views/overlay_text.h"
#include "app/views/palette.h"

namespace app::views {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::views::NeedleOverlay)
};

QString sentenceOf(planning::needle::Verdict verdict) {
  using planning::needle::Verdict;
  switch (verdict) {
    case Verdict::Breach:
      return Words::tr("breach");
    case Verdict::Unknown:
      return Words::tr("unknown");
    case Verdict::Near:
      return Words::tr("near");
    case Verdict::Clear:
      break;
  }
  return Words::tr("clear");
}

/// One needle in one slice.
class NeedlePainter {
 public:
  NeedlePainter(QPainter& painter, const SliceScene& scene, const planning::PlannedNeedle& needle, bool current)
      : painter_(painter), scene_(scene), needle_(needle), current_(current) {}

  void paint() {
    painter_.save();
    if (!current_) painter_.setOpacity(0.55);
    if (needle_.target && needle_.entry && (*needle_.target - *needle_.entry).GetNorm() > 0.1) {
      if (scene_.kind == SliceKind::NeedlesEye)
        paintRings();
      else
        paintShaft();
      if (current_) paintNearest();
    }
    if (scene_.kind != SliceKind::NeedlesEye) paintPoints();
    painter_.restore();
  }

 private:
  planning::Segment path() const { return {*needle_.entry, *needle_.target}; }
  bool inSlice(const planning::Point& place) const {
    return std::abs(scene_.plane.heightMm(place)) <= scene_.halfStepMm + 1e-6;
  }

  void line(const planning::Point& a, const planning::Point& b, const QPen& pen) {
    QPen rim = pen;
    rim.setColor(palette::kOutline);
    rim.setWidthF(pen.widthF() + 2);
    for (const auto& drawn : {rim, pen}) {
      painter_.setPen(drawn);
      painter_.drawLine(scene_.plane.toScreen(a), scene_.plane.toScreen(b));
    }
  }

  void paintShaft() {
    const auto axis = path();
    const double length = axis.lengthMm();
    const double diameter = needle_.needle ? needle_.needle->outerDiameterMm : 0;
    const double width = std::max(2.0, diameter / scene_.plane.mmPerPixel);
    QPen dotted(palette::kNeedle, 2, Qt::CustomDashLine, Qt::RoundCap);
    dotted.setDashPattern({0.1, 3});
    // From the tip at the target back to the hub, also outside the body.
    const double hub = needle_.needle ? std::min(0.0, length - needle_.needle->lengthMm) : 0.0;
    line(axis.at(hub), axis.end, dotted);
    if (const auto solid = withinSlice(axis, hub)) {
      QPen pen(palette::kNeedle, width, Qt::SolidLine, Qt::FlatCap);
      line(axis.at(solid->first), axis.at(solid->second), pen);
    }
  }

  /// The part of the axis, in mm from the entry, that lies within half a slice of the plane.
  std::optional<std::pair<double, double>> withinSlice(const planning::Segment& axis, double from) const {
    double to = axis.lengthMm();
    const double height = scene_.plane.heightMm(axis.start);
    const double slope = (scene_.plane.heightMm(axis.end) - height) / axis.lengthMm();
    if (std::abs(slope) < 1e-9)
      return std::abs(height) <= scene_.halfStepMm + 1e-6 ? std::optional(std::pair(from, to)) : std::nullopt;
    const double a = (-scene_.halfStepMm - height) / slope;
    const double b = (scene_.halfStepMm - height) / slope;
    from = std::max(from, std::min(a, b));
    to = std::min(to, std::max(a, b));
    return from < to ? std::optional(std::pair(from, to)) : std::nullopt;
  }

  /// Across the needle: its true size, and the margin that the worst structure must stay out of.
  void paintRings() {
    const auto axis = path();
    const double radius = needle_.needle ? needle_.needle->radiusMm() : 0;
    const double along = planning::dot(scene_.plane.centre - axis.start, scene_.plane.axes.into());
    const auto middle = scene_.plane.toScreen(axis.at(along));
    const auto ring = [&](double mm, const QPen& pen) {
      const double pixels = std::max(1.5, mm / scene_.plane.mmPerPixel);
      painter_.setBrush(Qt::NoBrush);
      for (const auto& drawn : {QPen(palette::kOutline, pen.widthF() + 2), pen}) {
        painter_.setPen(drawn);
        painter_.drawEllipse(middle, pixels, pixels);
      }
    };
    ring(radius, QPen(palette::kNeedle, 1.5));
    if (!current_ || needle_.clearances.empty()) return;
    const double margin = needle_.clearances.front().marginMm;
    if (margin > 0) ring(radius + margin, QPen(palette::kOrange, 1.2, Qt::DashLine));
  }

  void paintNearest() {
    if (needle_.clearances.empty()) return;
    const auto& worst = needle_.clearances.front();
    if (!worst.closestOnStructure || !worst.closestOnNeedle || !worst.distanceMm || !worst.verdict) return;
    const bool here = inSlice(*worst.closestOnStructure) || inSlice(*worst.closestOnNeedle);
    const auto mark = markOf(*worst.verdict);
    line(*worst.closestOnNeedle, *worst.closestOnStructure, QPen(mark.colour, 1.4, here ? Qt::SolidLine : Qt::DotLine));
    const QPointF at = scene_.plane.toScreen(*worst.closestOnStructure);
    painter_.setBrush(mark.colour);
    painter_.setPen(QPen(palette::kOutline, 1));
    painter_.drawEllipse(at, 3, 3);
    const QString text = QString::fromUtf8(mark.sign) + QLatin1Char(' ') + oneDecimal(*worst.distanceMm) +
                         QStringLiteral(" mm ") + QString::fromStdString(worst.structure);
    const bool rightward = at.x() >= scene_.plane.toScreen(*worst.closestOnNeedle).x();
    const QRectF box(rightward ? at.x() + 8 : at.x() - 308, at.y() - 9, 300, 18);
    paintText(painter_, box, Qt::AlignVCenter | (rightward ? Qt::AlignLeft : Qt::AlignRight), text, mark.colour);
  }

  void paintPoints() {
    const auto chosen = current_ ? scene_.pointing.chosen() : Chosen::Crosshair;
    if (needle_.entry) {
      const QPointF at = scene_.plane.toScreen(*needle_.entry);
      double turned = 0;
      if (needle_.target) {
        const QPointF way = scene_.plane.toScreen(*needle_.target) - at;
        turned = std::atan2(way.y(), way.x()) * 180 / std::numbers::pi - 90;
      }
      paintEntryMark(painter_, at, turned, inSlice(*needle_.entry), chosen == Chosen::Entry);
      label(at, entryText(), palette::kEntry, needle_.target && scene_.plane.toScreen(*needle_.target).x() > at.x());
    }
    if (needle_.target) {
      const QPointF at = scene_.plane.toScreen(*needle_.target);
      paintTargetMark(painter_, at, inSlice(*needle_.target), chosen == Chosen::Target);
      paintSides(at);
      label(at - QPointF(0, 18), targetText(), palette::kTarget,
            needle_.entry && scene_.plane.toScreen(*needle_.entry).x() > at.x());
    }
  }

  void label(const QPointF& at, const QString& text, const QColor& colour, bool leftOfMark) {
    const QRectF box(leftOfMark ? at.x() - 314 : at.x() + 14, at.y() - 9, 300, 18);
    paintText(painter_, box, Qt::AlignVCenter | (leftOfMark ? Qt::AlignRight : Qt::AlignLeft), text, colour);
  }

  QString entryText() const {
    QString text = Words::tr("Entry");
    if (scene_.openCase.plan().needles.size() > 1) text += QLatin1Char(' ') + QString::fromStdString(needle_.label);
    if (!needle_.verdict) return text;
    return text + QStringLiteral("  ") + QString::fromUtf8(markOf(*needle_.verdict).sign) + QLatin1Char(' ') +
           sentenceOf(*needle_.verdict);
  }

  QString targetText() const {
    const auto& plan = scene_.openCase.plan();
    QString text = Words::tr("Target");
    if (!plan.level.empty()) text += QLatin1Char(' ') + QString::fromStdString(plan.level);
    if (plan.side == planning::anatomy::Side::Left) text += QLatin1Char(' ') + Words::tr("left");
    if (plan.side == planning::anatomy::Side::Right) text += QLatin1Char(' ') + Words::tr("right");
    return text;
  }

  /// The patient's left and right in words on both sides of the target, where the view is not seen from the side.
  void paintSides(const QPointF& at) {
    const double toLeft = scene_.plane.axes.right[0];
    if (!current_ || std::abs(toLeft) < 0.6) return;
    painter_.save();
    painter_.setOpacity(0.85);
    const QString leftOnScreen = toLeft > 0 ? Words::tr("RIGHT") : Words::tr("LEFT");
    const QString rightOnScreen = toLeft > 0 ? Words::tr("LEFT") : Words::tr("RIGHT");
    paintText(painter_, QRectF(at.x() - 16 - 120, at.y() - 9, 120, 18), Qt::AlignRight | Qt::AlignVCenter, leftOnScreen,
              palette::kFaint);
    paintText(painter_, QRectF(at.x() + 16, at.y() - 9, 120, 18), Qt::AlignLeft | Qt::AlignVCenter, rightOnScreen,
              palette::kFaint);
    painter_.restore();
  }

  QPainter& painter_;
  const SliceScene& scene_;
  const planning::PlannedNeedle& needle_;
  bool current_;
};

void strokeTwice(QPainter& painter, const QPainterPath& shape, const QColor& colour, bool filled) {
  painter.setBrush(filled ? QBrush(QColor(colour.red(), colour.green(), colour.blue(), 90)) : Qt::NoBrush);
  painter.setPen(QPen(palette::kOutline, 4));
  painter.drawPath(shape);
  painter.setPen(QPen(colour, 1.8));
  painter.drawPath(shape);
}

}  // namespace

void paintTargetMark(QPainter& painter, const QPointF& at, bool inSlice, bool chosen) {
  QPainterPath shape;
  shape.addEllipse(at, kMarkRadius, kMarkRadius);
  if (inSlice) {
    for (const auto& arm : {QPointF(kMarkRadius, 0), QPointF(0, kMarkRadius)}) {
      shape.moveTo(at - arm * 1.5);
      shape.lineTo(at - arm * 0.4);
      shape.moveTo(at + arm * 0.4);
      shape.lineTo(at + arm * 1.5);
    }
  }
  strokeTwice(painter, shape, palette::kTarget, chosen);
}

void paintEntryMark(QPainter& painter, const QPointF& at, double turnedDegrees, bool inSlice, bool chosen) {
  // The tip stands on the skin and the body of the triangle outside, so that the place itself stays visible.
  QPainterPath triangle(QPointF(0, 0));
  triangle.lineTo(-kMarkRadius, -1.9 * kMarkRadius);
  triangle.lineTo(kMarkRadius, -1.9 * kMarkRadius);
  triangle.closeSubpath();
  painter.save();
  painter.translate(at);
  painter.rotate(turnedDegrees);
  strokeTwice(painter, triangle, palette::kEntry, chosen || inSlice);
  painter.restore();
}

void paintNeedles(QPainter& painter, const SliceScene& scene) {
  const auto& needles = scene.openCase.plan().needles;
  const auto current = static_cast<std::size_t>(std::max(0, scene.openCase.currentNeedle()));
  for (std::size_t i = 0; i < needles.size(); ++i)
    if (i != current) NeedlePainter(painter, scene, needles[i], false).paint();
  if (current < needles.size()) NeedlePainter(painter, scene, needles[current], true).paint();
}

void paintRuler(QPainter& painter, const SliceScene& scene) {
  const auto& ruler = scene.pointing.ruler();
  if (!ruler) return;
  for (const auto& end : {ruler->start, ruler->end})
    if (std::abs(scene.plane.heightMm(end)) > scene.halfStepMm + 1e-6) return;
  const QPointF a = scene.plane.toScreen(ruler->start);
  const QPointF b = scene.plane.toScreen(ruler->end);
  for (const auto& pen : {QPen(palette::kOutline, 3.5), QPen(palette::kRuler, 1.5)}) {
    painter.setPen(pen);
    painter.drawLine(a, b);
    for (const auto& end : {a, b}) {
      painter.drawLine(end - QPointF(5, 0), end + QPointF(5, 0));
      painter.drawLine(end - QPointF(0, 5), end + QPointF(0, 5));
    }
  }
  paintText(painter, QRectF(b.x() + 10, b.y() - 22, 200, 18), Qt::AlignLeft | Qt::AlignVCenter,
            oneDecimal(ruler->lengthMm()) + QStringLiteral(" mm"), palette::kRuler);
}

}  // namespace app::views
