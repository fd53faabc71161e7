#include "app/look/plot.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

#include "app/text/numbers.h"

namespace app::plot {

const PlotInk kScreenInk{QColor(0xe4, 0xe6, 0xe8), QColor(0x9a, 0xa1, 0xa8), QColor(0x2c, 0x31, 0x37),
                         QColor(86, 180, 233),     QColor(230, 159, 0),      QColor(0xff, 0x7a, 0x2e)};
const PlotInk kPaperInk{Qt::black,           QColor(0x50, 0x50, 0x50), QColor(0xd0, 0xd0, 0xd0),
                        QColor(0, 114, 178), QColor(0xa0, 0x60, 0x00), QColor(213, 94, 0)};

Axis::Axis(double least, double largest, double from, double to) : from_(from), to_(to) {
  if (largest - least < 1e-9) largest = least + 1;
  const double rough = (largest - least) / 5, ten = std::pow(10.0, std::floor(std::log10(rough)));
  step_ = rough / ten <= 1 ? ten : rough / ten <= 2 ? 2 * ten : rough / ten <= 5 ? 5 * ten : 10 * ten;
  least_ = std::floor(least / step_ + 1e-9) * step_;
  largest_ = std::ceil(largest / step_ - 1e-9) * step_;
}

std::vector<double> Axis::ticks() const {
  std::vector<double> all;
  for (int i = 0; least_ + i * step_ <= largest_ + step_ / 2; ++i) all.push_back(least_ + i * step_);
  return all;
}

QString Axis::text(double value) const {
  return number(value, step_ < 0.1 ? 2 : step_ < 1 ? 1 : 0);
}

double lineHeight(const QPainter& painter) {
  return QFontMetricsF(painter.font()).height();
}

QRectF plotArea(const QRectF& area, double line, double right) {
  return area.adjusted(3.4 * line, 1.6 * line, -right, -1.8 * line);
}

void paintTitle(QPainter& painter, const QRectF& area, const QString& title, const PlotInk& ink) {
  QFont bold = painter.font(), plain = bold;
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(ink.text);
  painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, title);
  painter.setFont(plain);
}

void paintHint(QPainter& painter, const QRectF& area, const QString& why, const PlotInk& ink) {
  painter.setPen(ink.faint);
  painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, why);
}

void paintLevels(QPainter& painter, const QRectF& plot, const Axis& axis, const PlotInk& ink) {
  const double line = lineHeight(painter);
  for (const double tick : axis.ticks()) {
    painter.setPen(QPen(ink.grid, 0));
    painter.drawLine(QPointF(plot.left(), axis.at(tick)), QPointF(plot.right(), axis.at(tick)));
    painter.setPen(ink.faint);
    painter.drawText(QRectF(plot.left() - 3.4 * line, axis.at(tick) - line / 2, 3.4 * line - kLabelsOut, line),
                     Qt::AlignRight | Qt::AlignVCenter, axis.text(tick));
  }
}

void paintFeet(QPainter& painter, const QRectF& plot, const Axis& axis, const PlotInk& ink, bool grid) {
  const double line = lineHeight(painter);
  for (const double tick : axis.ticks()) {
    painter.setPen(QPen(ink.grid, 0));
    if (grid) painter.drawLine(QPointF(axis.at(tick), plot.top()), QPointF(axis.at(tick), plot.bottom()));
    painter.setPen(ink.faint);
    painter.drawText(QRectF(axis.at(tick) - 2 * line, plot.bottom() + 2, 4 * line, line),
                     Qt::AlignHCenter | Qt::AlignTop, axis.text(tick));
  }
}

}  // namespace app::plot
