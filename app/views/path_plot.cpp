#include "app/views/path_plot.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "app/views/ink.h"
#include "app/views/overlay_text.h"
#include "planning/plan/own_choices.h"

namespace app::views {
namespace {

constexpr int kSteps = 120;
constexpr double kHighestMm = 20, kLowestMm = -4;
constexpr double kLegendWidth = 190, kStopsBand = 20;

}  // namespace

PathPlot::PathPlot(ShownScan& scan, QWidget* parent) : QWidget(parent), scan_(scan) {
  setCursor(Qt::SplitHCursor);
  for (auto signal : {&ShownScan::volumeChanged, &ShownScan::structuresChanged, &ShownScan::planChanged,
                      &ShownScan::currentNeedleChanged})
    connect(&scan_, signal, this, [this] { changed(); });
  connect(&scan_, &ShownScan::displayChanged, this, [this] { changed(); });
  connect(&scan_, &ShownScan::depthChanged, this, [this] { update(); });
}

void PathPlot::changed() {
  current_ = false;
  update();
}

std::optional<planning::PlannedNeedle> PathPlot::wholeNeedle() const {
  const auto& plan = scan_.plan();
  const auto index = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  if (!scan_.volume() || index >= plan.choices.needles.size()) return std::nullopt;
  auto needle = plan.needle(index);
  return needle.target && needle.entry && *needle.target != *needle.entry ? std::optional(std::move(needle))
                                                                          : std::nullopt;
}

const std::vector<PathPlot::Curve>& PathPlot::curves() {
  if (!current_) compute();
  return curves_;
}

void PathPlot::compute() {
  current_ = true;
  curves_.clear();
  stops_.clear();
  const auto needle = wholeNeedle();
  if (!needle) return;
  const planning::Segment axis{*needle->entry, *needle->target};
  const double radius = needle->needle ? needle->needle->radiusMm() : 0;
  const auto own = planning::ownChoices(scan_.plan().choices, *needle);
  if (needle->needle)
    stops_ = planning::controlStops(*needle, own, {nullptr, nullptr, scan_.structures()},
                                    planning::procedure::routesInUse().find(own.routeId));
  const auto& structures = scan_.structures();
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (!structures[i].field || !scan_.display(static_cast<int>(i)).visible) continue;
    if (!structures[i].field->distanceWithin(axis, kHighestMm + radius)) continue;  // all of it beyond the plot
    Curve curve{static_cast<int>(i), {}};
    const double stepMm = axis.lengthMm() / kSteps;
    for (int step = 0; step <= kSteps;) {
      const double distance = structures[i].field->signedDistance(axis.at(stepMm * step)) - radius;
      // A distance changes by no more than the way: what follows stays off the plot for a while.
      const double beyond = std::max({distance - kHighestMm, kLowestMm - distance, 0.0});
      const int same = std::min(1 + static_cast<int>(beyond / stepMm), kSteps + 1 - step);
      curve.distancesMm.insert(curve.distancesMm.end(), static_cast<std::size_t>(same), distance);
      step += same;
    }
    curves_.push_back(std::move(curve));
  }
}

QRectF PathPlot::plotArea() const {
  return QRectF(44, kStopsBand, std::max(60.0, width() - 44 - kLegendWidth),
                std::max(30.0, height() - 26.0 - kStopsBand));
}

double PathPlot::xOf(double depthMm) const {
  const auto needle = wholeNeedle();
  const double length = needle ? (*needle->target - *needle->entry).GetNorm() : 1;
  return plotArea().left() + plotArea().width() * depthMm / length;
}

double PathPlot::depthAt(double x) const {
  const auto needle = wholeNeedle();
  if (!needle) return 0;
  const double length = (*needle->target - *needle->entry).GetNorm();
  return std::clamp((x - plotArea().left()) / plotArea().width() * length, 0.0, length);
}

double PathPlot::yOf(double distanceMm) const {
  const double part = (kHighestMm - distanceMm) / (kHighestMm - kLowestMm);
  return plotArea().top() + plotArea().height() * part;
}

void PathPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && wholeNeedle().has_value())
    scan_.setDepthAlongPathMm(depthAt(event->position().x()));
}

void PathPlot::mouseMoveEvent(QMouseEvent* event) {
  if ((event->buttons() & Qt::LeftButton) != 0 && wholeNeedle().has_value())
    scan_.setDepthAlongPathMm(depthAt(event->position().x()));
}

void PathPlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), ink::kBackground);
  const auto needle = wholeNeedle();
  if (!needle) {
    paintHint(painter, rect(), tr("Distances along the path appear here once target and entry are placed"));
    return;
  }
  paintAxes(painter, *needle);
  paintCurves(painter);
  paintStops(painter, *needle);
  paintLegend(painter, *needle);
}

void PathPlot::paintAxes(QPainter& painter, const planning::PlannedNeedle& needle) {
  const QRectF area = plotArea();
  const double length = (*needle.target - *needle.entry).GetNorm();
  painter.fillRect(QRectF(QPointF(area.left(), yOf(0)), area.bottomRight()), QColor(213, 94, 0, 40));
  if (!needle.clearances.empty() && needle.clearances.front().marginMm > 0) {
    const QRectF band(QPointF(area.left(), yOf(needle.clearances.front().marginMm)), QPointF(area.right(), yOf(0)));
    painter.fillRect(band, QColor(230, 159, 0, 40));
  }
  painter.setPen(QPen(QColor(70, 72, 76), 1));
  for (double mm = 0; mm <= kHighestMm; mm += 10) {
    painter.drawLine(QPointF(area.left(), yOf(mm)), QPointF(area.right(), yOf(mm)));
    paintText(painter, QRectF(0, yOf(mm) - 9, area.left() - 6, 18), Qt::AlignRight | Qt::AlignVCenter,
              QString::number(mm), ink::kFaint);
  }
  const double step = length > 120 ? 20 : 10;
  const double endsAt = area.right() - 130;  // where the target's own words begin
  const double beginsAt = area.left() + QFontMetricsF(font()).horizontalAdvance(tr("entry"));
  for (double mm = step; xOf(mm) + 10 < endsAt; mm += step)
    if (xOf(mm) - 10 > beginsAt)
      paintText(painter, QRectF(xOf(mm) - 20, area.bottom() + 4, 40, 18), Qt::AlignCenter, QString::number(mm),
                ink::kFaint);
  paintText(painter, QRectF(area.left() - 4, area.bottom() + 4, 90, 18), Qt::AlignLeft | Qt::AlignVCenter, tr("entry"),
            ink::kEntry);
  paintText(painter, QRectF(area.right() - 110, area.bottom() + 4, 110, 18), Qt::AlignRight | Qt::AlignVCenter,
            tr("target") + QStringLiteral("  ") + oneDecimal(length) + QStringLiteral(" mm"), ink::kTarget);
  if (needle.depthMm && *needle.depthMm < length) {
    const double skin = xOf(length - *needle.depthMm);
    painter.setPen(QPen(ink::kSkin, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(skin, area.top()), QPointF(skin, area.bottom()));
  }
  const double depth = xOf(std::clamp(scan_.depthAlongPathMm(), 0.0, length));
  painter.setPen(QPen(ink::kText, 1.4));
  painter.drawLine(QPointF(depth, area.top() - 4), QPointF(depth, area.bottom() + 3));
}

void PathPlot::paintCurves(QPainter& painter) {
  const QRectF area = plotArea();
  painter.save();
  painter.setClipRect(area);
  for (const auto& curve : curves()) {
    QPolygonF line;
    for (std::size_t i = 0; i < curve.distancesMm.size(); ++i)
      line.append(QPointF(area.left() + area.width() * static_cast<double>(i) / kSteps,
                          yOf(std::clamp(curve.distancesMm[i], kLowestMm - 1, kHighestMm + 1))));
    const auto& structure = scan_.structures()[static_cast<std::size_t>(curve.structure)].structure;
    painter.setPen(QPen(colourOf(structure.colour), 1.8));
    painter.drawPolyline(line);
  }
  painter.restore();
}

const std::vector<planning::ControlStop>& PathPlot::stops() {
  if (!current_) compute();
  return stops_;
}

QString PathPlot::sentenceOf(const planning::ControlStop& stop) {
  const QString at = oneDecimal(stop.atMm) + QStringLiteral(" mm");
  return stop.structure.empty()
             ? tr("stop at %1: last control image").arg(at)
             : tr("stop at %1: control image before %2").arg(at, QString::fromStdString(stop.structure));
}

/// A dashed line at each and its depth above the curves; the pointer there tells the reason.
void PathPlot::paintStops(QPainter& painter, const planning::PlannedNeedle& needle) {
  const QRectF area = plotArea();
  const QFontMetricsF metrics(font());
  const double length = (*needle.target - *needle.entry).GetNorm();
  double taken = area.left();
  for (const auto& stop : stops()) {
    const double x = xOf(std::min(stop.atMm, length));
    painter.setPen(QPen(ink::kMargin, 1.4, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()));
    const QString text = tr("stop %1").arg(oneDecimal(stop.atMm) + QStringLiteral(" mm"));
    const double width = metrics.horizontalAdvance(text) + 4;
    const double left = x - width - 3 > taken ? x - width - 3 : std::max(x + 4, taken);
    paintText(painter, QRectF(left, 0, width, kStopsBand), Qt::AlignLeft | Qt::AlignVCenter, text, ink::kMargin);
    taken = left + width;
  }
}

bool PathPlot::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip || !wholeNeedle()) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QStringList lines;
  for (const auto& stop : stops()) lines << sentenceOf(stop);
  QToolTip::showText(help->globalPos(), lines.join('\n'), this);
  return true;
}

/// Beside the curves, worst first: sign, name and least distance.
void PathPlot::paintLegend(QPainter& painter, const planning::PlannedNeedle& needle) {
  const QFontMetricsF metrics(font());
  const double rowHeight = metrics.height() + 2;
  double top = plotArea().top();
  for (const auto& clearance : needle.clearances) {
    if (top + rowHeight > height() - 4) return;
    const auto& structures = scan_.structures();
    const auto found = std::find_if(structures.begin(), structures.end(), [&](const auto& measured) {
      return measured.structure.trackingUid == clearance.structureTrackingUid;
    });
    if (found == structures.end() || !clearance.distanceMm) continue;
    const double left = plotArea().right() + 12;
    painter.fillRect(QRectF(left, top + rowHeight / 2 - 1.5, 14, 3), colourOf(found->structure.colour));
    const QString sign = clearance.verdict ? verdictSign(*clearance.verdict) : QString();
    const QColor colour = clearance.verdict ? verdictColour(*clearance.verdict) : ink::kFaint;
    paintText(painter, QRectF(left + 18, top, 14, rowHeight), Qt::AlignCenter, sign, colour);
    const QString number = oneDecimal(*clearance.distanceMm);
    paintText(painter, QRectF(left, top, kLegendWidth - 20, rowHeight), Qt::AlignRight | Qt::AlignVCenter, number,
              ink::kText);
    const double room = kLegendWidth - 60 - metrics.horizontalAdvance(number);
    paintText(painter, QRectF(left + 36, top, room, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
              metrics.elidedText(QString::fromStdString(clearance.structure), Qt::ElideRight, room), ink::kText);
    top += rowHeight;
  }
}

}  // namespace app::views
