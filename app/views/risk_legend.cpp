#include "app/views/risk_legend.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <vector>

#include "app/case/skin_risk.h"
#include "app/text/numbers.h"
#include "app/views/overlay_text.h"
#include "app/views/risk_colours.h"

namespace app::views {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::views::RiskLegend)
};

struct Row {
  QBrush brush;
  QString text;
};

QString upTo(double fromMm, double toMm) {
  return number(fromMm, 0) + QStringLiteral("–") + number(toMm, 0) + QStringLiteral(" mm");
}

std::vector<Row> rowsFor(const std::array<double, 3>& bands) {
  return {{QBrush(risk::kForbidden, Qt::BDiagPattern), Words::tr("forbidden")},
          {risk::kNear, Words::tr("near: %1").arg(upTo(0, bands[0]))},
          {risk::kNarrow, upTo(bands[0], bands[1])},
          {risk::kMiddle, upTo(bands[1], bands[2])},
          {risk::kWide, Words::tr("more than %1").arg(number(bands[2], 0) + QStringLiteral(" mm"))},
          {QColor(ink::kSkin.red(), ink::kSkin.green(), ink::kSkin.blue(), 70), Words::tr("out of reach")}};
}

void paintPlate(QPainter& painter, const QRectF& box) {
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(12, 13, 15, 190));
  painter.drawRoundedRect(box, 4, 4);
}

void paintSwatch(QPainter& painter, const QRectF& swatch, const QBrush& brush) {
  painter.setPen(QPen(brush.color(), 1));
  painter.setBrush(brush);
  painter.drawRect(swatch);
}

/// The title and the colours in a line or two, for a view that the whole list would cover.
void paintLine(QPainter& painter, const QRectF& view, const std::array<double, 3>& bands) {
  const QFontMetricsF metrics(painter.font(), painter.device());
  const double row = metrics.height() + 3;
  const auto fromTo = [](double from, double to) { return number(from, 0) + QStringLiteral("–") + number(to, 0); };
  const std::vector<Row> rows{{QBrush(risk::kForbidden, Qt::BDiagPattern), Words::tr("forbidden")},
                              {risk::kNear, fromTo(0, bands[0])},
                              {risk::kNarrow, fromTo(bands[0], bands[1])},
                              {risk::kMiddle, fromTo(bands[1], bands[2])},
                              {risk::kWide, QStringLiteral("> ") + number(bands[2], 0)}};
  const QString title = Words::tr("Room beyond margin and bound, mm");
  const double room = view.width() - 24;
  double left = 0, widest = 0;
  int line = 1;  // the title has the first
  std::vector<QPointF> places;
  for (const Row& one : rows) {
    const double width = 16 + metrics.horizontalAdvance(one.text);
    if (left + width > room) left = 0, ++line;
    places.emplace_back(left, line * row);
    widest = std::max(widest, left + width);
    left += width + 10;
  }
  const QString shown = metrics.elidedText(title, Qt::ElideRight, room);
  widest = std::max(widest, metrics.horizontalAdvance(shown));
  const QRectF box(view.left() + 6, view.top() + 6, widest + 12, (line + 1) * row + 4);
  if (box.height() > view.height() / 2) return;
  paintPlate(painter, box);
  const QPointF corner = box.topLeft() + QPointF(6, 2);
  paintText(painter, QRectF(corner, QSizeF(widest, row)), Qt::AlignLeft | Qt::AlignVCenter, shown, ink::kFaint);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const QPointF at = corner + places[i];
    paintSwatch(painter, QRectF(at + QPointF(0, 3), QSizeF(12, row - 6)), rows[i].brush);
    paintText(painter, QRectF(at + QPointF(16, 0), QSizeF(widest, row)), Qt::AlignLeft | Qt::AlignVCenter, rows[i].text,
              ink::kText);
  }
}

}  // namespace

void paintRiskLegend(QPainter& painter, const QRectF& view, const SkinRiskMap& map, double nearBandMm) {
  const QFontMetricsF metrics(painter.font(), painter.device());
  const double row = metrics.height() + 3;
  const auto rows = rowsFor(risk::bandsMm(nearBandMm));
  const QString title =
      map.coarse ? Words::tr("Room on the way in, at first roughly") : Words::tr("Room on the way in");
  const QString under = Words::tr("beyond margin and bound");
  double widest = std::max(metrics.horizontalAdvance(title), metrics.horizontalAdvance(under));
  for (const Row& one : rows) widest = std::max(widest, 24 + metrics.horizontalAdvance(one.text));
  const QRectF box(view.left() + 6, view.top() + 6, widest + 16, row * static_cast<double>(rows.size() + 2) + 8);
  painter.save();
  if (box.height() > view.height() / 2 || box.width() > view.width() / 2) {
    paintLine(painter, view, risk::bandsMm(nearBandMm));
    painter.restore();
    return;
  }
  paintPlate(painter, box);
  double top = box.top() + 4;
  for (const QString& line : {title, under}) {
    paintText(painter, QRectF(box.left() + 8, top, widest, row), Qt::AlignLeft | Qt::AlignVCenter, line,
              line == title ? ink::kText : ink::kFaint);
    top += row;
  }
  for (const Row& one : rows) {
    const QRectF swatch(box.left() + 8, top + 3, 17, row - 6);
    paintSwatch(painter, swatch, one.brush);
    paintText(painter, QRectF(swatch.right() + 7, top, widest, row), Qt::AlignLeft | Qt::AlignVCenter, one.text,
              ink::kText);
    top += row;
  }
  painter.restore();
}

}  // namespace app::views
