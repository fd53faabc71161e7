#include "app/audit/plots.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "app/text/numbers.h"

namespace app::audit {
namespace {

using planning::review::AuditChart;
using planning::review::AuditGroup;
using planning::review::Grouping;
using planning::review::Measure;
using namespace plot;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::audit::Plots)
};

constexpr std::size_t kClasses = 12;

QString withUnit(Measure measure) {
  return measureName(measure) + ", " + measureUnit(measure);
}

std::vector<double> valuesOf(const Report& report, Measure measure) {
  std::vector<double> values;
  for (const auto& needle : report.audit.needles)
    if (const auto& value = needle.value(measure)) values.push_back(*value);
  return values;
}

const AuditChart* chartOf(const Report& report, Measure measure) {
  const auto found = report.audit.charts.find(measure);
  return found == report.audit.charts.end() ? nullptr : &found->second;
}

constexpr double kLimitNumbers = 7.5;  // lines' heights at the right of a chart, for the limits' names and numbers

/// The chart's place and axis, from nothing but the area and the font.
struct ChartFrame {
  QRectF plot;
  Axis levels;
};
ChartFrame frameOf(const QRectF& area, double line, const AuditChart& audit) {
  const QRectF plot = plotArea(area, line, kLimitNumbers * line);
  const auto& chart = audit.chart;
  const auto [least, largest] = std::minmax_element(chart.values.begin(), chart.values.end());
  return {plot,
          Axis(std::min(chart.lowerLimit, *least), std::max(chart.upperLimit, *largest), plot.bottom(), plot.top())};
}

std::vector<QPointF> pointsIn(const ChartFrame& frame, const AuditChart& audit) {
  std::vector<QPointF> points;
  const auto count = static_cast<double>(audit.chart.values.size());
  for (std::size_t i = 0; i < audit.chart.values.size(); ++i)
    points.emplace_back(frame.plot.left() + frame.plot.width() * (static_cast<double>(i) + 0.5) / count,
                        frame.levels.at(audit.chart.values[i]));
  return points;
}

void paintLimit(QPainter& painter, const ChartFrame& frame, double value, const QString& name, const QPen& pen,
                const PlotInk& ink) {
  const double line = lineHeight(painter), y = frame.levels.at(value);
  painter.setPen(pen);
  painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
  painter.setPen(ink.text);
  painter.drawText(QRectF(frame.plot.right() + kLabelsOut, y - line / 2, kLimitNumbers * line, line),
                   Qt::AlignLeft | Qt::AlignVCenter, name);
}

/// The months below a chart, where they change and there is room.
void paintMonths(QPainter& painter, const ChartFrame& frame, const Report& report, const AuditChart& audit,
                 const std::vector<QPointF>& points, const PlotInk& ink) {
  const double line = lineHeight(painter);
  std::string before;
  double freeFrom = frame.plot.left() - line;
  painter.setPen(ink.faint);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::string month = report.audit.needles[audit.needles[i]].month();
    if (month == before) continue;
    before = month;
    if (points[i].x() < freeFrom || points[i].x() + 4.5 * line > frame.plot.right() + kLimitNumbers * line) continue;
    painter.drawText(QRectF(points[i].x(), frame.plot.bottom() + 3, 5 * line, line), Qt::AlignLeft | Qt::AlignTop,
                     QString::fromStdString(month));
    freeFrom = points[i].x() + 5 * line;
  }
}

void paintPoints(QPainter& painter, const AuditChart& audit, const std::vector<QPointF>& points, const PlotInk& ink) {
  painter.setPen(QPen(ink.faint, 0));
  painter.drawPolyline(points.data(), static_cast<int>(points.size()));
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (audit.chart.outside(i)) {
      painter.setPen(QPen(ink.outside, 2));
      painter.drawLine(points[i] - QPointF(4, 4), points[i] + QPointF(4, 4));
      painter.drawLine(points[i] - QPointF(4, -4), points[i] + QPointF(4, -4));
    } else {
      painter.setPen(Qt::NoPen);
      painter.setBrush(ink.mark);
      painter.drawEllipse(points[i], 2.5, 2.5);
    }
  }
  painter.setBrush(Qt::NoBrush);
}

/// What a line of paintGroups() shows.
struct GroupLine {
  QString name;
  QString number;
  double middle = 0;
  std::optional<planning::review::Interval> interval;
};

std::vector<GroupLine> linesOf(const Report& report, Grouping grouping, std::optional<Measure> measure) {
  std::vector<GroupLine> lines;
  for (const AuditGroup& group : report.audit.groups.at(grouping)) {
    const QString name = groupName(grouping, group.name, report.blinded);
    if (!measure && group.breaches) {
      const auto& share = *group.breaches;
      lines.push_back({name, QStringLiteral("%1 / %2").arg(share.count).arg(share.of), 100 * share.share,
                       planning::review::Interval{100 * share.interval.low, 100 * share.interval.high}});
    }
    if (const auto summary = measure ? group.summary(*measure) : std::nullopt)
      lines.push_back({name, number(summary->mean) + QStringLiteral("  n = %1").arg(summary->count), summary->mean,
                       summary->meanInterval});
  }
  return lines;
}

/// Over all means and intervals, from nought for what is never negative: an interval that reaches below is cut there.
Axis axisOf(const std::vector<GroupLine>& lines, bool fromNought, const QRectF& plot) {
  double least = fromNought ? 0 : lines[0].middle, largest = lines[0].middle;
  for (const auto& shown : lines) {
    if (!fromNought) least = std::min(least, shown.interval ? shown.interval->low : shown.middle);
    largest = std::max(largest, shown.interval ? shown.interval->high : shown.middle);
  }
  return Axis(least, largest, plot.left(), plot.right());
}

void paintGroupLine(QPainter& painter, const GroupLine& shown, const Axis& axis, double y, const PlotInk& ink) {
  painter.setPen(QPen(ink.mark, 2));
  if (shown.interval) {
    painter.drawLine(QPointF(axis.at(shown.interval->low), y), QPointF(axis.at(shown.interval->high), y));
    for (const double end : {shown.interval->low, shown.interval->high})
      painter.drawLine(QPointF(axis.at(end), y - 4), QPointF(axis.at(end), y + 4));
  }
  painter.setBrush(ink.mark);
  painter.drawEllipse(QPointF(axis.at(shown.middle), y), 3, 3);
  painter.setBrush(Qt::NoBrush);
}

}  // namespace

void paintHistogram(QPainter& painter, const QRectF& area, const Report& report, Measure measure, const PlotInk& ink) {
  paintTitle(painter, area, withUnit(measure), ink);
  const auto values = valuesOf(report, measure);
  if (values.empty()) return paintHint(painter, area, Texts::tr("No needle has this value."), ink);
  const auto histogram = planning::review::histogramOf(values, kClasses);
  const double line = lineHeight(painter);
  const QRectF plot = plotArea(area, line, line);
  const double most = static_cast<double>(*std::max_element(histogram.counts.begin(), histogram.counts.end()));
  const Axis levels(0, most, plot.bottom(), plot.top());
  const Axis feet(histogram.from, histogram.from + histogram.width * static_cast<double>(histogram.counts.size()),
                  plot.left(), plot.right());
  paintLevels(painter, plot, levels, ink);
  paintFeet(painter, plot, feet, ink, false);
  for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
    const double from = histogram.from + histogram.width * static_cast<double>(i);
    const QRectF bar(QPointF(feet.at(from), levels.at(static_cast<double>(histogram.counts[i]))),
                     QPointF(feet.at(from + histogram.width), plot.bottom()));
    painter.fillRect(bar.adjusted(0.5, 0, -0.5, 0), ink.mark);
  }
  const auto& summary = report.audit.all.summary(measure);
  painter.setPen(QPen(ink.limit, 1.5, Qt::DashLine));
  painter.drawLine(QPointF(feet.at(summary->mean), plot.top() - 2), QPointF(feet.at(summary->mean), plot.bottom()));
  painter.setPen(ink.text);
  painter.drawText(area, Qt::AlignRight | Qt::AlignTop,
                   Texts::tr("n = %1, mean %2").arg(summary->count).arg(measured(measure, summary->mean)));
}

void paintControlChart(QPainter& painter, const QRectF& area, const Report& report, Measure measure,
                       const PlotInk& ink) {
  paintTitle(painter, area, withUnit(measure), ink);
  const AuditChart* audit = chartOf(report, measure);
  if (audit == nullptr) return paintHint(painter, area, Texts::tr("A chart takes two needles or more."), ink);
  const ChartFrame frame = frameOf(area, lineHeight(painter), *audit);
  const auto points = pointsIn(frame, *audit);
  paintLevels(painter, frame.plot, frame.levels, ink);
  const auto& chart = audit->chart;
  paintLimit(painter, frame, chart.upperLimit, Texts::tr("limit %1").arg(number(chart.upperLimit)),
             QPen(ink.limit, 1.2, Qt::DashLine), ink);
  if (chart.lowerLimit > 0 || !isNeverNegative(measure))
    paintLimit(painter, frame, chart.lowerLimit, Texts::tr("limit %1").arg(number(chart.lowerLimit)),
               QPen(ink.limit, 1.2, Qt::DashLine), ink);
  paintLimit(painter, frame, chart.centre, Texts::tr("mean %1").arg(number(chart.centre)), QPen(ink.limit, 1.2), ink);
  paintMonths(painter, frame, report, *audit, points, ink);
  paintPoints(painter, *audit, points, ink);
}

std::vector<QPointF> chartPoints(const QRectF& area, const Report& report, Measure measure, double line) {
  const AuditChart* audit = chartOf(report, measure);
  return audit == nullptr ? std::vector<QPointF>{} : pointsIn(frameOf(area, line, *audit), *audit);
}

void paintGroups(QPainter& painter, const QRectF& area, const Report& report, Grouping grouping,
                 std::optional<Measure> measure, const PlotInk& ink) {
  const QString what = measure ? withUnit(*measure) : Texts::tr("Needles with a breach, %");
  paintTitle(painter, area, Texts::tr("%1: mean and 95 % interval").arg(what), ink);
  const auto lines = linesOf(report, grouping, measure);
  if (lines.empty()) return paintHint(painter, area, Texts::tr("No needle has this value."), ink);
  const double line = lineHeight(painter);
  const QFontMetricsF metrics(painter.font());
  double names = 0;
  for (const auto& each : lines) names = std::max(names, metrics.horizontalAdvance(each.name) + 2);
  names = std::min(names, area.width() * 0.42);
  const QRectF plot = area.adjusted(names + line, 1.6 * line, -7 * line, -1.8 * line);
  const Axis axis = axisOf(lines, !measure || isNeverNegative(*measure), plot);
  paintFeet(painter, plot, axis, ink, true);
  const double rowHeight = std::min(2 * line, plot.height() / static_cast<double>(lines.size()));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double y = plot.top() + rowHeight * (static_cast<double>(i) + 0.5);
    painter.setPen(ink.text);
    painter.drawText(QRectF(area.left(), y - line / 2, names, line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(lines[i].name, Qt::ElideRight, names));
    painter.drawText(QRectF(plot.right() + line / 2, y - line / 2, 7 * line, line), Qt::AlignLeft | Qt::AlignVCenter,
                     lines[i].number);
    painter.save();
    painter.setClipRect(plot.adjusted(-5, 0, 5, 0));
    paintGroupLine(painter, lines[i], axis, y, ink);
    painter.restore();
  }
}

}  // namespace app::audit
