#include "app/review/review_overlay.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/look/style.h"
#include "app/views/ink.h"
#include "app/views/needle_overlay.h"
#include "app/views/overlay_text.h"

namespace app::review {
namespace {

using planning::Point;
namespace ink = views::ink;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::review::ReviewOverlay)
};

const QColor kPlanned = ink::kTarget, kActual = ink::kNeedle, kToTarget{0x2c, 0xc8, 0x9a},
             kStraightOn{0xff, 0x7a, 0x2e}, kLandmark = ink::kEntry;

class Painter {
 public:
  Painter(QPainter& painter, const views::SliceScene& scene)
      : painter_(painter), scene_(scene), labels_(painter, scene.plane.size) {}

  void paint(const OverlayMarks& marks) {
    if (marks.planned) paintPlanned(*marks.planned);
    if (marks.toTarget) way(*marks.toTarget, QPen(kToTarget, 2, Qt::DashLine));
    if (marks.straightOn) way(*marks.straightOn, QPen(kStraightOn, 2, Qt::DotLine));
    if (!marks.actual.empty()) paintActual(marks);
    if (marks.nearest) paintNearest(*marks.nearest);
    if (marks.entry) clicked(*marks.entry, Words::tr("Entry"));
    if (marks.tip) clicked(*marks.tip, Words::tr("Tip"));
    for (std::size_t i = 0; i < marks.landmarks.size(); ++i)
      if (marks.landmarks[i]) clicked(*marks.landmarks[i], QString::number(i + 1));
    if (marks.planned) name(marks.planned->target, Words::tr("Planned tip"), kPlanned);
    if (!marks.actual.empty()) name(marks.actual.back(), Words::tr("Tip"), kActual);
  }

 private:
  bool inSlice(const Point& place) const { return std::abs(scene_.plane.heightMm(place)) <= scene_.halfStepMm + 1e-6; }
  QPointF at(const Point& place) const { return scene_.plane.toScreen(place); }

  void stroke(const QPointF& a, const QPointF& b, QPen pen) {
    QPen rim(ink::kOutline, pen.widthF() + 2, Qt::SolidLine, Qt::FlatCap);
    if (pen.style() == Qt::SolidLine) painter_.setPen(rim), painter_.drawLine(a, b);
    painter_.setPen(pen);
    painter_.drawLine(a, b);
  }
  void way(const planning::Segment& segment, const QPen& pen) { stroke(at(segment.start), at(segment.end), pen); }

  void paintPlanned(const planning::needle::Trajectory& planned) {
    way(planned.axis(), QPen(kPlanned, 1.6, Qt::DashLine));
    views::paintTargetMark(painter_, at(planned.target), inSlice(planned.target), false);
    labels_.reserve(QRectF(at(planned.target) - QPointF(11, 11), QSizeF(22, 22)));
  }

  /// Solid where a piece of the course lies in the slice, dotted off it.
  void paintActual(const OverlayMarks& marks) {
    const double width = std::max(2.0, marks.diameterMm / scene_.plane.mmPerPixel);
    constexpr int kPieces = 12;
    for (std::size_t i = 0; i + 1 < marks.actual.size(); ++i) {
      const planning::Segment piece{marks.actual[i], marks.actual[i + 1]};
      way(piece, QPen(kActual, 1.6, Qt::DotLine));
      for (int k = 0; k < kPieces; ++k) {
        const double step = piece.lengthMm() / kPieces;
        const planning::Segment part{piece.at(k * step), piece.at((k + 1) * step)};
        if (inSlice(part.start) && inSlice(part.end)) way(part, QPen(kActual, width, Qt::SolidLine, Qt::FlatCap));
      }
    }
    const QPointF tip = at(marks.actual.back());
    QPainterPath diamond(tip + QPointF(0, -7));
    for (const QPointF& corner : {QPointF(7, 0), QPointF(0, 7), QPointF(-7, 0)}) diamond.lineTo(tip + corner);
    diamond.closeSubpath();
    shape(diamond, kActual, inSlice(marks.actual.back()));
    const QPointF entry = at(marks.actual.front()), way = at(marks.actual.back()) - entry;
    views::paintEntryMark(painter_, entry, std::atan2(way.y(), way.x()) * 180 / std::numbers::pi - 90,
                          inSlice(marks.actual.front()), false);
    labels_.reserve(QRectF(tip - QPointF(9, 9), QSizeF(18, 18)));
  }

  void shape(const QPainterPath& path, const QColor& colour, bool filled) {
    painter_.setBrush(filled ? QBrush(QColor(colour.red(), colour.green(), colour.blue(), 90)) : Qt::NoBrush);
    painter_.setPen(QPen(ink::kOutline, 4));
    painter_.drawPath(path);
    painter_.setPen(QPen(colour, 1.8));
    painter_.drawPath(path);
  }

  void paintNearest(const planning::needle::Clearance& worst) {
    if (!worst.closestOnStructure || !worst.closestOnNeedle || !worst.distanceMm || !worst.verdict) return;
    const QColor colour = verdictColour(*worst.verdict);
    const bool here = inSlice(*worst.closestOnStructure) || inSlice(*worst.closestOnNeedle);
    stroke(at(*worst.closestOnNeedle), at(*worst.closestOnStructure),
           QPen(colour, 1.4, here ? Qt::SolidLine : Qt::DotLine));
    if (here) labels_.place(at(*worst.closestOnStructure), 8, {{views::nearestText(worst), colour}});
  }

  void clicked(const Point& place, const QString& text) {
    QPainterPath cross;
    for (const QPointF& arm : {QPointF(8, 0), QPointF(0, 8)})
      cross.moveTo(at(place) - arm), cross.lineTo(at(place) + arm);
    if (!inSlice(place)) painter_.setOpacity(0.5);
    shape(cross, kLandmark, false);
    labels_.place(at(place), 12, {{text, kLandmark}});
    painter_.setOpacity(1);
  }

  void name(const Point& place, const QString& text, const QColor& colour) {
    labels_.place(at(place), 14, {{text, colour}});
  }

  QPainter& painter_;
  const views::SliceScene& scene_;
  views::Labels labels_;
};

/// The ways that steering speaks of.
void addSteering(OverlayMarks& marks, const planning::review::Steering& steering) {
  const auto axisOf = [](const planning::NeedleChoice& way) -> std::optional<planning::Segment> {
    if (!way.entry || !way.target) return std::nullopt;
    return planning::Segment{*way.entry, *way.target};
  };
  marks.toTarget = axisOf(steering.toTarget);
  marks.straightOn = axisOf(steering.straightOn);
}

}  // namespace

OverlayMarks marksOf(const ReviewCase& review, bool control, bool steering) {
  OverlayMarks marks;
  for (const auto& pair : review.marks().landmarks) marks.landmarks.push_back(control ? pair.inControl : pair.inPlan);
  const auto side = review.planned();
  const auto which = static_cast<std::size_t>(review.needle());
  if (!side || which >= side->plan.choices.needles.size()) return marks;
  const auto& needle = side->plan.choices.needles[which];
  if (!control) {
    marks.planned = planning::review::wayInControl(needle, {});
    return marks;
  }
  if (needle.needle) marks.diameterMm = needle.needle->outerDiameterMm;
  if (review.registration()) marks.planned = planning::review::wayInControl(needle, *review.registration());
  const auto& shown = review.marks().shown;
  if (which < shown.size() && !(shown[which].entry && shown[which].tip))
    marks.entry = shown[which].entry, marks.tip = shown[which].tip;
  const auto at = review.shownNeedle();
  if (!at) return marks;
  const auto& result = *review.result();
  marks.actual = result.needles[*at].found.course;
  const auto& clearances = result.control.actual.assessment.needles[*at].clearances;
  if (!clearances.empty() && !review.isRejected()) marks.nearest = clearances.front();
  if (steering && !review.isRejected()) addSteering(marks, result.steering[*at]);
  return marks;
}

void paintReview(QPainter& painter, const views::SliceScene& scene, const OverlayMarks& marks) {
  painter.save();
  Painter(painter, scene).paint(marks);
  painter.restore();
}

}  // namespace app::review
