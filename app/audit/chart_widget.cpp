#include "app/audit/chart_widget.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

#include "app/audit/plots.h"
#include "app/views/ink.h"

namespace app::audit {
namespace {

constexpr double kReach = 8;  // pixels within which a click means a point

}  // namespace

ChartWidget::ChartWidget(What what, const Report& report, QWidget* parent)
    : QWidget(parent), what_(what), report_(report) {
  setMouseTracking(what == What::ControlChart);
}

void ChartWidget::show(planning::review::Measure measure, planning::review::Grouping grouping) {
  measure_ = measure;
  grouping_ = grouping;
  update();
}

QRectF ChartWidget::area() const {
  return QRectF(rect()).adjusted(8, 6, -8, -6);
}

void ChartWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), views::ink::kBackground);
  switch (what_) {
    case What::Histogram:
      return paintHistogram(painter, area(), report_, measure_, kScreenInk);
    case What::ControlChart:
      return paintControlChart(painter, area(), report_, measure_, kScreenInk);
    case What::Means:
      return paintGroups(painter, area(), report_, grouping_, measure_, kScreenInk);
    case What::Breaches:
      return paintGroups(painter, area(), report_, grouping_, std::nullopt, kScreenInk);
  }
}

std::optional<QPointF> ChartWidget::placeOf(std::size_t needle) const {
  const auto chart = report_.audit.charts.find(measure_);
  if (chart == report_.audit.charts.end()) return std::nullopt;
  const auto points = chartPoints(area(), report_, measure_, QFontMetricsF(font()).height());
  for (std::size_t i = 0; i < points.size(); ++i)
    if (chart->second.needles[i] == needle) return points[i];
  return std::nullopt;
}

std::optional<std::size_t> ChartWidget::needleAt(const QPointF& place) const {
  if (what_ != What::ControlChart) return std::nullopt;
  const auto points = chartPoints(area(), report_, measure_, QFontMetricsF(font()).height());
  std::optional<std::size_t> nearest;
  double least = kReach;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double distance = std::hypot(points[i].x() - place.x(), points[i].y() - place.y());
    if (distance > least) continue;
    least = distance;
    nearest = report_.audit.charts.at(measure_).needles[i];
  }
  return nearest;
}

void ChartWidget::mousePressEvent(QMouseEvent* event) {
  if (const auto needle = needleAt(event->position())) Q_EMIT needleClicked(*needle);
}

void ChartWidget::mouseMoveEvent(QMouseEvent* event) {
  const auto needle = needleAt(event->position());
  setCursor(needle ? Qt::PointingHandCursor : Qt::ArrowCursor);
  setToolTip(needle ? tr("Click to open the plan of this needle") : QString());
}

}  // namespace app::audit
