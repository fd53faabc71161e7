#include "app/panels/carm_drawing.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/views/ink.h"
#include "app/views/overlay_text.h"

namespace app::panels {
namespace {

namespace ink = views::ink;

constexpr double kSide = 108, kArm = 46;  // of the drawing; of the C's radius
constexpr double kHalfWidth = 27, kHalfDepth = 17;
constexpr double kPixelsPerMm = 7;  // of the bull's eye, where the needle opens by a millimetre or two
const QColor kSteel(170, 172, 176);

double length(const QPointF& v) {
  return std::hypot(v.x(), v.y());
}

}  // namespace

CArmDrawing::CArmDrawing(const planning::needle::Trajectory& needle, const planning::needle::CArmView& view,
                         const std::string& patientPosition, QWidget* parent)
    : QWidget(parent),
      needle_(needle),
      position_(view.positions.front()),
      bullsEye_(view.purpose == planning::needle::CArmPurpose::BullsEye),
      lies_(planning::needle::lyingAxes(patientPosition)) {
  setFixedSize(sizeHint());
  setVisible(lies_.has_value());
}

QSize CArmDrawing::sizeHint() const {
  return {static_cast<int>(kSide), static_cast<int>(bullsEye_ ? kSide + 50 : kSide)};
}

QPointF CArmDrawing::onTable(const planning::Vector& patient) const {
  const auto turned = lies_->left * patient[0] + lies_->back * patient[1] + lies_->head * patient[2];
  return {turned[0], turned[1]};
}

void CArmDrawing::paintEvent(QPaintEvent*) {
  if (!lies_) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(kSide / 2, kSide / 2);
  paintBody(painter);
  paintArm(painter);
  paintNeedle(painter);
  if (bullsEye_) paintBullsEye(painter, {0, kSide / 2 + 22});
}

void CArmDrawing::paintBody(QPainter& painter) const {
  const QPointF left = onTable(planning::makeVector(1, 0, 0)), front = onTable(planning::makeVector(0, -1, 0));
  const bool onSide = std::abs(left.y()) > 0.5;
  const double halfAcross = onSide ? kHalfDepth : kHalfWidth, halfDown = onSide ? kHalfWidth : kHalfDepth;
  painter.setPen(QPen(kSteel, 3));
  painter.drawLine(QPointF(-kHalfWidth - 7, halfDown + 3), QPointF(kHalfWidth + 7, halfDown + 3));
  painter.setPen(QPen(ink::kFaint, 1.2));
  painter.setBrush(QColor(70, 66, 62));
  const QPointF beyond(front.x() * halfAcross, front.y() * halfDown);
  const QPointF aside(-front.y() * 4, front.x() * 4);
  painter.drawPolygon(QPolygonF({beyond + aside, beyond + front * 7, beyond - aside}));  // the nose
  painter.drawEllipse(QPointF(0, 0), halfAcross, halfDown);
  QFont small = painter.font();
  small.setPixelSize(11);
  small.setBold(true);
  painter.setFont(small);
  const double inside = 0.72;
  for (const auto& [letter, way] : {std::pair("L", left), std::pair("R", -left)}) {
    const QPointF at(way.x() * halfAcross * inside, way.y() * halfDown * inside);
    views::paintText(painter, QRectF(at - QPointF(8, 8), QSizeF(16, 16)), Qt::AlignCenter, QLatin1String(letter),
                     ink::kLetters);
  }
}

/// The detector is a bar, the source a dot; a beam along the table has no place in this drawing but the middle.
void CArmDrawing::paintArm(QPainter& painter) const {
  const double p = position_.patient.primary.radians(), s = position_.patient.secondary.radians();
  const QPointF beam =
      onTable(planning::makeVector(std::sin(p) * std::cos(s), -std::cos(p) * std::cos(s), std::sin(s)));
  const double shown = length(beam);
  const QPointF toward = shown > 0.05 ? beam / shown : QPointF(0, -1);
  const QPointF aside(-toward.y(), toward.x());
  const double degrees = std::atan2(-toward.y(), toward.x()) * 180 / std::numbers::pi;
  const QRectF circle(-kArm, -kArm, 2 * kArm, 2 * kArm);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(kSteel, 2.5));
  // The C runs round the side that the table's column leaves free: the upper or the left one.
  const bool clockwise = aside.x() > 0.01 || (std::abs(aside.x()) <= 0.01 && aside.y() > 0);
  painter.drawArc(circle, static_cast<int>(degrees * 16), (clockwise ? 180 : -180) * 16);
  painter.setPen(QPen(QColor(86, 180, 233, 130), 1, Qt::DashLine));
  painter.drawLine(-toward * kArm, toward * kArm);
  painter.setPen(QPen(ink::kEntry, 6, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(toward * kArm - aside * 11, toward * kArm + aside * 11);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink::kTarget);
  painter.drawEllipse(-toward * kArm, 4.5, 4.5);
}

void CArmDrawing::paintNeedle(QPainter& painter) const {
  const QPointF way = onTable(needle_.direction());
  const QPointF tail = -way * 26;
  for (const auto& pen : {QPen(ink::kOutline, 4), QPen(ink::kNeedle, 2)}) {
    painter.setPen(pen);
    painter.drawLine(tail, QPointF(0, 0));
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink::kTarget, 1.5));
  painter.drawEllipse(QPointF(0, 0), 3.5, 3.5);
}

void CArmDrawing::paintBullsEye(QPainter& painter, const QPointF& middle) const {
  const double open = kPixelsPerMm * planning::needle::parallaxMm(needle_, planning::Angle::degrees(1), 700,
                                                                  position_.detectorOnEntrySide);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink::kTarget, 1.5));
  painter.drawEllipse(middle, 17, 17);
  painter.drawLine(middle - QPointF(22, 0), middle - QPointF(10, 0));
  painter.drawLine(middle + QPointF(10, 0), middle + QPointF(22, 0));
  painter.setPen(QPen(ink::kNeedle, 2, Qt::DotLine));
  painter.drawLine(middle, middle + QPointF(std::min(open, 40.0), 0));
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink::kNeedle);
  painter.drawEllipse(middle, 3, 3);
}

}  // namespace app::panels
