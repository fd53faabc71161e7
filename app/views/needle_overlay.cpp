#include "app/views/needle_overlay.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/views/error_cone.h"
#include "app/views/ink.h"
#include "app/views/overlay_text.h"
#include "planning/plan/own_choices.h"

namespace app::views {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::views::NeedleOverlay)
};

constexpr double kTightPixels = 280;

QString distanceText(const planning::needle::Clearance& clearance) {
  return verdictSign(*clearance.verdict) + QLatin1Char(' ') + oneDecimal(*clearance.distanceMm) + QStringLiteral(" mm");
}

/// One needle in one slice.
class NeedlePainter {
 public:
  NeedlePainter(QPainter& painter, Labels& labels, const SliceScene& scene, const planning::PlannedNeedle& needle,
                bool current)
      : painter_(painter), labels_(labels), scene_(scene), needle_(needle), current_(current) {}

  void paint() {
    painter_.save();
    if (!current_) painter_.setOpacity(0.55);
    const bool across = scene_.kind == SliceKind::NeedlesEye;
    if (const auto cone = current_ ? coneOf(needle_) : std::nullopt)
      across ? paintConeHere(*cone) : paintConeAlong(*cone);
    if (isWhole() && across) paintRings();
    if (isWhole() && !across) paintShaft();
    if (!across) paintMarks();
    if (isWhole() && current_) paintNearest();
    if (!across && !isTight()) paintNames();
    painter_.restore();
  }

 private:
  bool isWhole() const { return needle_.target && needle_.entry && path().lengthMm() > 0.1; }
  /// Too narrow for words beside the marks; their colours and shapes, and the panels, say the same.
  bool isTight() const { return scene_.plane.size.width() < kTightPixels; }
  planning::Segment path() const { return {*needle_.entry, *needle_.target}; }
  bool inSlice(const planning::Point& place) const {
    return std::abs(scene_.plane.heightMm(place)) <= scene_.halfStepMm + 1e-6;
  }

  void line(const planning::Point& a, const planning::Point& b, const QPen& pen) {
    QPen rim = pen;
    rim.setColor(ink::kOutline);
    rim.setWidthF(pen.widthF() + 2);
    if (auto dashes = pen.dashPattern(); !dashes.isEmpty()) {  // counted in pen widths: the rim's are other lengths
      for (auto& dash : dashes) dash *= pen.widthF() / rim.widthF();
      rim.setDashPattern(dashes);
    }
    for (const auto& drawn : {rim, pen}) {
      painter_.setPen(drawn);
      painter_.drawLine(scene_.plane.toScreen(a), scene_.plane.toScreen(b));
    }
  }

  void paintConeAlong(const ErrorCone& cone) {
    paintCone(painter_, cone, into(), [this](const planning::Point& place) { return scene_.plane.toScreen(place); });
  }

  void paintConeHere(const ErrorCone& cone) {
    const double atMm = scene_.scan.depthAlongPathMm();
    paintConeAcross(painter_, cone, atMm, scene_.plane.toScreen(path().at(atMm)), scene_.plane.mmPerPixel);
  }

  void paintShaft() {
    const auto axis = path();
    const double length = axis.lengthMm();
    const double diameter = needle_.needle ? needle_.needle->outerDiameterMm : 0;
    const double width = std::max(2.0, diameter / scene_.plane.mmPerPixel);
    QPen dotted(ink::kNeedle, 2, Qt::CustomDashLine, Qt::RoundCap);
    dotted.setDashPattern({0.1, 3});
    // From the tip at the target back to the hub, also outside the body.
    const double hub = needle_.needle ? std::min(0.0, length - needle_.needle->lengthMm) : 0.0;
    line(axis.at(hub), axis.end, dotted);
    if (const auto solid = withinSlice(axis, hub)) {
      QPen pen(ink::kNeedle, width, Qt::SolidLine, Qt::FlatCap);
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
    const double along = -scene_.plane.heightMm(axis.start) / planning::dot(axis.end - axis.start, into()) * length();
    const auto middle = scene_.plane.toScreen(axis.at(along));
    const auto ring = [&](double mm, const QPen& pen) {
      const double pixels = std::max(1.5, mm / scene_.plane.mmPerPixel);
      painter_.setBrush(Qt::NoBrush);
      for (const auto& drawn : {QPen(ink::kOutline, pen.widthF() + 2), pen}) {
        painter_.setPen(drawn);
        painter_.drawEllipse(middle, pixels, pixels);
      }
    };
    ring(radius, QPen(ink::kNeedle, 1.5));
    if (!current_ || needle_.clearances.empty()) return;
    const double margin = needle_.clearances.front().marginMm;
    if (margin <= 0) return;
    ring(radius + margin, QPen(ink::kMargin, 1.2, Qt::DashLine));
    labels_.place(middle, (radius + margin) / scene_.plane.mmPerPixel + 6,
                  {{Words::tr("margin %1 mm").arg(oneDecimal(margin)), ink::kMargin}});
  }

  planning::Vector into() const { return scene_.plane.axes.into(); }
  double length() const { return path().lengthMm(); }

  void paintNearest() {
    if (needle_.clearances.empty()) return;
    const auto& worst = needle_.clearances.front();
    if (!worst.closestOnStructure || !worst.closestOnNeedle || !worst.distanceMm || !worst.verdict) return;
    const bool here = inSlice(*worst.closestOnStructure) || inSlice(*worst.closestOnNeedle);
    if (scene_.kind == SliceKind::NeedlesEye && !here) return;  // it lies at another depth
    const QColor colour = verdictColour(*worst.verdict);
    line(*worst.closestOnNeedle, *worst.closestOnStructure, QPen(colour, 1.4, here ? Qt::SolidLine : Qt::DotLine));
    const QPointF at = scene_.plane.toScreen(*worst.closestOnStructure);
    painter_.setBrush(colour);
    painter_.setPen(QPen(ink::kOutline, 1));
    painter_.drawEllipse(at, 3, 3);
    labels_.place(at, 8, {{isTight() ? distanceText(worst) : nearestText(worst), colour}});
  }

  void paintMarks() {
    const auto chosen = current_ ? scene_.pointing.chosen() : Chosen::Crosshair;
    const auto mark = [&](const planning::Point& place) {
      const QPointF at = scene_.plane.toScreen(place);
      const double reach = 1.6 * kMarkRadius;
      labels_.reserve(QRectF(at - QPointF(reach, reach), at + QPointF(reach, reach)));
      return at;
    };
    if (needle_.entry) {
      double turned = 0;
      if (needle_.target) {
        const QPointF way = scene_.plane.toScreen(*needle_.target) - scene_.plane.toScreen(*needle_.entry);
        turned = std::atan2(way.y(), way.x()) * 180 / std::numbers::pi - 90;
      }
      paintEntryMark(painter_, mark(*needle_.entry), turned, inSlice(*needle_.entry), chosen == Chosen::Entry);
    }
    if (needle_.target) {
      const QPointF at = mark(*needle_.target);
      paintTargetMark(painter_, at, inSlice(*needle_.target), chosen == Chosen::Target);
      paintSides(at);
    }
  }

  void paintNames() {
    if (needle_.target) labels_.place(scene_.plane.toScreen(*needle_.target), 14, {{targetText(), ink::kTarget}});
    if (!needle_.entry) return;
    QString name = Words::tr("Entry");
    if (scene_.scan.plan().choices.needles.size() > 1) name += QLatin1Char(' ') + QString::fromStdString(needle_.label);
    std::vector<Labels::Run> runs{{name, ink::kEntry}};
    if (needle_.verdict)
      runs.push_back(
          {QStringLiteral("  ") + verdictSign(*needle_.verdict) + QLatin1Char(' ') + verdictWord(*needle_.verdict),
           verdictColour(*needle_.verdict)});
    labels_.place(scene_.plane.toScreen(*needle_.entry), 18, runs);
  }

  QString targetText() const {
    const auto site = planning::ownSiteOf(scene_.scan.plan().choices, needle_);
    QString text = Words::tr("Target");
    if (!site.level.empty()) text += QLatin1Char(' ') + QString::fromStdString(site.level);
    if (site.side == planning::anatomy::Side::Left) text += QLatin1Char(' ') + Words::tr("left");
    if (site.side == planning::anatomy::Side::Right) text += QLatin1Char(' ') + Words::tr("right");
    return text;
  }

  /// The patient's left and right in words on both sides of the target, where the view is not seen from the side.
  void paintSides(const QPointF& at) {
    const double toLeft = scene_.plane.axes.right[0];
    if (!current_ || isTight() || std::abs(toLeft) < 0.6) return;
    const QRectF before(at.x() - 16 - 120, at.y() - 9, 120, 18);
    const QRectF after(at.x() + 16, at.y() - 9, 120, 18);
    const auto word = [&](const QRectF& where, Qt::Alignment side, bool left) {
      labels_.reserve(paintText(painter_, where, side | Qt::AlignVCenter, left ? Words::tr("LEFT") : Words::tr("RIGHT"),
                                ink::kFaint));
    };
    word(before, Qt::AlignRight, toLeft < 0);
    word(after, Qt::AlignLeft, toLeft > 0);
  }

  QPainter& painter_;
  Labels& labels_;
  const SliceScene& scene_;
  const planning::PlannedNeedle& needle_;
  bool current_;
};

void strokeTwice(QPainter& painter, const QPainterPath& shape, const QColor& colour, bool filled) {
  painter.setBrush(filled ? QBrush(QColor(colour.red(), colour.green(), colour.blue(), 90)) : Qt::NoBrush);
  painter.setPen(QPen(ink::kOutline, 4));
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
  strokeTwice(painter, shape, ink::kTarget, chosen);
}

void paintEntryMark(QPainter& painter, const QPointF& at, double turnedDegrees, bool inSlice, bool chosen) {
  // The tip stands on the skin and the body of the triangle outside, so that the place itself stays visible.
  QPainterPath triangle(QPointF(0, 0));
  triangle.lineTo(-0.75 * kMarkRadius, -2.3 * kMarkRadius);
  triangle.lineTo(0.75 * kMarkRadius, -2.3 * kMarkRadius);
  triangle.closeSubpath();
  painter.save();
  painter.translate(at);
  painter.rotate(turnedDegrees);
  strokeTwice(painter, triangle, ink::kEntry, chosen || inSlice);
  painter.restore();
}

QString nearestText(const planning::needle::Clearance& clearance) {
  return distanceText(clearance) + QLatin1Char(' ') + QString::fromStdString(clearance.structure);
}

void paintNeedles(QPainter& painter, const SliceScene& scene) {
  Labels labels(painter, scene.plane.size);
  const auto needles = scene.scan.plan().needles();
  const auto current = static_cast<std::size_t>(std::max(0, scene.scan.currentNeedle()));
  // The current one first: its labels get the best places.
  if (current < needles.size()) NeedlePainter(painter, labels, scene, needles[current], true).paint();
  for (std::size_t i = 0; i < needles.size(); ++i)
    if (i != current) NeedlePainter(painter, labels, scene, needles[i], false).paint();
}

void paintRuler(QPainter& painter, const SliceScene& scene) {
  const auto& ruler = scene.pointing.ruler();
  if (!ruler) return;
  for (const auto& end : {ruler->start, ruler->end})
    if (std::abs(scene.plane.heightMm(end)) > scene.halfStepMm + 1e-6) return;
  const QPointF a = scene.plane.toScreen(ruler->start);
  const QPointF b = scene.plane.toScreen(ruler->end);
  for (const auto& pen : {QPen(ink::kOutline, 3.5), QPen(ink::kRuler, 1.5)}) {
    painter.setPen(pen);
    painter.drawLine(a, b);
    for (const auto& end : {a, b}) {
      painter.drawLine(end - QPointF(5, 0), end + QPointF(5, 0));
      painter.drawLine(end - QPointF(0, 5), end + QPointF(0, 5));
    }
  }
  paintText(painter, QRectF(b.x() + 10, b.y() - 22, 200, 18), Qt::AlignLeft | Qt::AlignVCenter,
            oneDecimal(ruler->lengthMm()) + QStringLiteral(" mm"), ink::kRuler);
}

}  // namespace app::views
