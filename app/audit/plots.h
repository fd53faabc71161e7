#pragma once

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

#include "app/audit/report.h"
#include "app/look/plot.h"

class QPainter;

namespace app::audit {

using plot::kPaperInk;
using plot::kScreenInk;
using plot::PlotInk;

/// Drawn within `area` with the painter's own font, as vectors; the title names measure and unit. The dashed line is
/// the mean, with its number.
void paintHistogram(QPainter& painter, const QRectF& area, const Report& report, planning::review::Measure measure,
                    const PlotInk& ink);

/// Values in the order of time with mean and limits, each with its number; what lies outside is drawn as a cross.
/// Says so where there are fewer than two.
void paintControlChart(QPainter& painter, const QRectF& area, const Report& report, planning::review::Measure measure,
                       const PlotInk& ink);
/// Where the chart's values are drawn, in their order, with a font of this line height.
std::vector<QPointF> chartPoints(const QRectF& area, const Report& report, planning::review::Measure measure,
                                 double lineHeight);

/// Mean and its 95 % interval, a line for each group; or, without a measure, the share of breaches with Wilson's.
void paintGroups(QPainter& painter, const QRectF& area, const Report& report, planning::review::Grouping grouping,
                 std::optional<planning::review::Measure> measure, const PlotInk& ink);

}  // namespace app::audit
