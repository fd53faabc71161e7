#include "app/views/site_band.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

#include "app/views/ink.h"
#include "app/views/overlay_text.h"

namespace app::views {
namespace {

constexpr double kAside = 8, kAbove = 4;  ///< room around the text, pixels
constexpr double kUnbound = 1e4;
constexpr int kFlow =
    static_cast<int>(Qt::AlignHCenter) | static_cast<int>(Qt::AlignTop) | static_cast<int>(Qt::TextWordWrap);

QString textOf(const QStringList& lines) {
  QStringList marked;
  for (const QString& line : lines) marked += QStringLiteral("\u2715 ") + line;
  return marked.join(QLatin1Char('\n'));
}

QFont fontOf(const QPainter& painter) {
  return emphasised(painter.font(), 1.1);
}

QRectF room(double width) {
  return {kAside, kAbove, std::max(1.0, width - 2 * kAside), kUnbound};
}

}  // namespace

double siteBandHeight(const QPainter& painter, double width, const QStringList& lines) {
  if (lines.isEmpty()) return 0;
  const QFontMetricsF metrics(fontOf(painter), painter.device());
  return metrics.boundingRect(room(width), kFlow, textOf(lines)).bottom() + kAbove;
}

void paintSiteBand(QPainter& painter, double width, const QStringList& lines) {
  const double height = siteBandHeight(painter, width, lines);
  if (height <= 0) return;
  painter.save();
  painter.fillRect(QRectF(0, 0, width, height), ink::kError);
  painter.setFont(fontOf(painter));
  painter.setPen(ink::kOnError);
  painter.drawText(room(width), kFlow, textOf(lines));
  painter.restore();
}

}  // namespace app::views
