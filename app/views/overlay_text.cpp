#include "app/views/overlay_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "app/views/ink.h"

namespace app::views {

QRectF paintText(QPainter& painter, const QRectF& within, Qt::Alignment alignment, const QString& text,
                 const QColor& colour) {
  const QFontMetricsF metrics(painter.font(), painter.device());
  const QRectF box = metrics.boundingRect(within, static_cast<int>(alignment) | Qt::TextDontClip, text);
  painter.save();
  painter.setPen(ink::kOutline);
  for (const auto& offset : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)})
    painter.drawText(box.translated(offset), static_cast<int>(alignment) | Qt::TextDontClip, text);
  painter.setPen(colour);
  painter.drawText(box, static_cast<int>(alignment) | Qt::TextDontClip, text);
  painter.restore();
  return box;
}

QFont emphasised(QFont font, double factor) {
  font.setBold(true);
  if (font.pointSizeF() > 0)
    font.setPointSizeF(font.pointSizeF() * factor);
  else
    font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
  return font;
}

Labels::Labels(QPainter& painter, const QSizeF& view) : painter_(painter), view_(QPointF(0, 0), view) {
  const double edge = 24;
  reserve(QRectF(0, view.height() / 2 - edge / 2, edge, edge));
  reserve(QRectF(view.width() - edge, view.height() / 2 - edge / 2, edge, edge));
  reserve(QRectF(view.width() / 2 - edge / 2, 0, edge, edge));
  reserve(QRectF(view.width() / 2 - edge / 2, view.height() - edge, edge, edge));
}

bool Labels::isFree(const QRectF& box) const {
  if (!view_.contains(box)) return false;
  return std::none_of(taken_.begin(), taken_.end(), [&](const QRectF& other) { return other.intersects(box); });
}

void Labels::place(const QPointF& at, double gap, const std::vector<Run>& runs) {
  const QFontMetricsF metrics(painter_.font(), painter_.device());
  QSizeF size(0, metrics.height());
  for (const auto& run : runs) size.rwidth() += metrics.horizontalAdvance(run.text);
  const double right = at.x() + gap;
  const double left = at.x() - gap - size.width();
  const double level = at.y() - size.height() / 2;
  const auto inView = [&](const QPointF& corner) {  // a text that is cut at the picture's edge may read as another
    const double last = view_.right() - size.width();
    return QRectF(QPointF(std::max(view_.left(), std::min(corner.x(), last)), corner.y()), size);
  };
  QRectF box = inView({right, level});
  for (const double rise : {0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0}) {
    const double top = level + rise * (size.height() + 2);
    const QRectF here = inView({right, top});
    const QRectF there = inView({left, top});
    if (!isFree(here) && !isFree(there)) continue;
    box = isFree(here) ? here : there;
    break;
  }
  reserve(box);
  for (const auto& run : runs) {
    const double width = metrics.horizontalAdvance(run.text);
    paintText(painter_, QRectF(box.topLeft(), QSizeF(width, size.height())), Qt::AlignLeft | Qt::AlignVCenter, run.text,
              run.colour);
    box.setLeft(box.left() + width);
  }
}

void paintHint(QPainter& painter, const QRectF& view, const QString& sentence) {
  const QRectF within = view.adjusted(16, 16, -16, -16);
  painter.setPen(ink::kFaint);
  painter.drawText(within, Qt::AlignCenter | Qt::TextWordWrap, sentence);
}

void paintLetters(QPainter& painter, const ViewPlane& plane, double below) {
  painter.save();
  painter.setFont(emphasised(painter.font(), 1.3));
  const QRectF edge = QRectF(QPointF(0, 0), plane.size).adjusted(7, 5 + below, -7, -5);
  const auto letters = [&](const planning::Vector& direction, Qt::Alignment where) {
    paintText(painter, edge, where, orientationLetters(direction), ink::kLetters);
  };
  letters(plane.axes.right, Qt::AlignRight | Qt::AlignVCenter);
  letters(-plane.axes.right, Qt::AlignLeft | Qt::AlignVCenter);
  letters(plane.axes.down, Qt::AlignBottom | Qt::AlignHCenter);
  letters(-plane.axes.down, Qt::AlignTop | Qt::AlignHCenter);
  painter.restore();
}

void paintScaleBar(QPainter& painter, const ViewPlane& plane) {
  const double longest = std::min(200.0, plane.size.width() / 4);
  double mm = 1;
  for (const double wish : {2.0, 5.0, 10.0, 20.0, 50.0, 100.0})
    if (wish / plane.mmPerPixel <= longest) mm = wish;
  const double length = mm / plane.mmPerPixel;
  const QPointF end(plane.size.width() - 12, plane.size.height() - 12);
  const QPointF start = end - QPointF(length, 0);
  const QPointF tick(0, 5);
  painter.save();
  for (const auto& pen : {QPen(ink::kOutline, 3.5), QPen(ink::kText, 1.5)}) {
    painter.setPen(pen);
    painter.drawLine(start, end);
    painter.drawLine(start - tick, start + QPointF(0, 0.5));
    painter.drawLine(end - tick, end + QPointF(0, 0.5));
  }
  painter.restore();
  paintText(painter, QRectF(start.x() - 60, start.y() - 24, length + 120, 18), Qt::AlignHCenter | Qt::AlignBottom,
            QString::number(mm) + QStringLiteral(" mm"), ink::kText);
}

QString oneDecimal(double value) {
  const QString text = QString::number(value, 'f', 1);
  return text == QLatin1String("-0.0") ? QStringLiteral("0.0") : text;
}

}  // namespace app::views
