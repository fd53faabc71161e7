#include "app/views/risk_legend.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <vector>

#include "app/numbers.h"
#include "app/skin_risk.h"
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
  if (box.height() > view.height() * 0.8 || box.width() > view.width() * 0.7) return;
  painter.save();
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(12, 13, 15, 190));
  painter.drawRoundedRect(box, 4, 4);
  double top = box.top() + 4;
  for (const QString& line : {title, under}) {
    paintText(painter, QRectF(box.left() + 8, top, widest, row), Qt::AlignLeft | Qt::AlignVCenter, line,
              line == title ? ink::kText : ink::kFaint);
    top += row;
  }
  for (const Row& one : rows) {
    const QRectF swatch(box.left() + 8, top + 3, 17, row - 6);
    painter.setPen(QPen(one.brush.color(), 1));
    painter.setBrush(one.brush);
    painter.drawRect(swatch);
    paintText(painter, QRectF(swatch.right() + 7, top, widest, row), Qt::AlignLeft | Qt::AlignVCenter, one.text,
              ink::kText);
    top += row;
  }
  painter.restore();
}

}  // namespace app::views
