#include "app/audit/report_pdf.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <vector>

#include "app/archive/reports_model.h"
#include "app/audit/plots.h"
#include "app/look/paper.h"
#include "app/look/style.h"
#include "app/text/numbers.h"

namespace app::audit {
namespace {

using planning::review::Grouping;
using planning::review::kGroupings;
using planning::review::kMeasures;
using planning::review::Measure;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::audit::Pdf)
};

constexpr int kFontSize = 9, kTitleSize = 16, kHeadingSize = 12;

/// A row's cells: the first at the left, the others right-aligned in their columns.
void row(Paper& pages, const QStringList& cells, const std::vector<double>& widths, bool heading) {
  QPainter& painter = pages.painter();
  painter.setFont(Paper::font(kFontSize - 1, heading));
  const QFontMetricsF metrics(painter.font());
  const double height = metrics.height() * (heading ? 2.1 : 1.35);
  const QRectF area = pages.take(height);
  painter.setPen(QPen(QColor(0xc0, 0xc0, 0xc0), 0.5));
  painter.drawLine(area.bottomLeft(), area.bottomRight());
  painter.setPen(Qt::black);
  double x = area.left();
  for (int i = 0; i < cells.size(); ++i) {
    const QRectF cell(x, area.top(), widths[static_cast<std::size_t>(i)] - 4, height);
    const int side = i == 0 ? Qt::AlignLeft : Qt::AlignRight;
    if (heading)
      painter.drawText(cell, side | Qt::AlignBottom | Qt::TextWordWrap, cells[i]);
    else
      painter.drawText(cell, side | Qt::AlignVCenter, metrics.elidedText(cells[i], Qt::ElideRight, cell.width()));
    x += widths[static_cast<std::size_t>(i)];
  }
  painter.setFont(Paper::font(kFontSize));
}

void heading(Paper& pages, const QString& text, double withAtLeast) {
  pages.keep(withAtLeast + 30);
  pages.space(10);
  pages.text(text, Paper::font(kHeadingSize, true));
  pages.space(2);
}

void summaryTable(Paper& pages, const Report& report) {
  const std::vector<double> widths{163, 24, 42, 38, 80, 42, 78, 44};
  row(pages,
      {Texts::tr("Measure"), Texts::tr("n"), Texts::tr("mean"), Texts::tr("SD"), Texts::tr("95 % of the mean"),
       Texts::tr("median"), Texts::tr("quartiles"), Texts::tr("largest")},
      widths, true);
  for (const Measure measure : kMeasures) {
    const QString name = measureName(measure) + ", " + measureUnit(measure);
    const auto& s = report.audit.all.summary(measure);
    if (!s) {
      row(pages, {name, "0", "–", "–", "–", "–", "–", "–"}, widths, false);
      continue;
    }
    const QString interval =
        s->meanInterval ? Texts::tr("%1 to %2").arg(number(s->meanInterval->low), number(s->meanInterval->high))
                        : QStringLiteral("–");
    row(pages,
        {name, QString::number(s->count), number(s->mean), s->deviation ? number(*s->deviation) : QStringLiteral("–"),
         interval, number(s->median), Texts::tr("%1 to %2").arg(number(s->lowerQuartile), number(s->upperQuartile)),
         number(s->largest)},
        widths, false);
  }
}

void groupTable(Paper& pages, const Report& report, Grouping grouping) {
  const std::vector<double> widths{148, 48, 76, 68, 83, 88};
  row(pages,
      {groupingTitle(grouping), Texts::tr("needles"), Texts::tr("tip error, mm"), Texts::tr("angle error, °"),
       Texts::tr("least clearance, mm"), Texts::tr("needles with a breach")},
      widths, true);
  for (const auto& group : report.audit.groups.at(grouping))
    row(pages,
        {groupName(grouping, group.name, report.blinded), QString::number(group.needles),
         meanText(group, Measure::TipError), meanText(group, Measure::AngleError),
         meanText(group, Measure::LeastClearance), shareText(group.breaches)},
        widths, false);
}

void plots(Paper& pages, const Report& report) {
  for (const Measure measure : kMeasures) {
    if (!report.audit.all.summary(measure)) continue;
    pages.keep(330);
    paintHistogram(pages.painter(), pages.take(150), report, measure, kPaperInk);
    pages.space(6);
    paintControlChart(pages.painter(), pages.take(160), report, measure, kPaperInk);
    pages.space(14);
  }
}

void groups(Paper& pages, const Report& report) {
  for (const Grouping grouping : kGroupings) {
    const double rows = static_cast<double>(report.audit.groups.at(grouping).size());
    const double height = std::min(50 + 16 * rows, 300.0);
    heading(pages, groupingTitle(grouping), height + 60);
    groupTable(pages, report, grouping);
    pages.space(8);
    paintGroups(pages.painter(), pages.take(height), report, grouping, Measure::TipError, kPaperInk);
    pages.space(6);
    paintGroups(pages.painter(), pages.take(height), report, grouping, std::nullopt, kPaperInk);
  }
}

void outliers(Paper& pages, const Report& report) {
  if (report.audit.outliers.empty()) return;
  heading(pages, Texts::tr("Needles outside the limits"), 60);
  const std::vector<double> widths{144, 46, 124, 40, 67, 46, 44};
  row(pages,
      {Texts::tr("Measure"), Texts::tr("month"), Texts::tr("route"), Texts::tr("level"), Texts::tr("operator"),
       Texts::tr("value"), Texts::tr("limit")},
      widths, true);
  for (const auto& outlier : report.audit.outliers) {
    const auto& needle = report.audit.needles[outlier.needle];
    row(pages,
        {measureName(outlier.measure), QString::fromStdString(needle.month()), archive::routeName(needle.routeId),
         QString::fromStdString(needle.level), groupName(Grouping::Operator, needle.operatorName, report.blinded),
         measured(outlier.measure, outlier.value), measured(outlier.measure, outlier.limit)},
        widths, false);
  }
}

void front(Paper& pages, const Report& report, const QString& made) {
  pages.text(Texts::tr("Audit of needle placement"), Paper::font(kTitleSize, true));
  pages.space(4);
  if (!report.words.isEmpty() && !report.blinded)
    pages.text(Texts::tr("Of: %1").arg(report.words), Paper::font(kFontSize));
  pages.text(Texts::tr("Made on %1. %n needle(s), each as its last control shows it.", nullptr,
                       static_cast<int>(report.audit.needles.size()))
                 .arg(made),
             Paper::font(kFontSize));
  if (report.blinded) pages.text(Texts::tr("Operators are blinded."), Paper::font(kFontSize));
  for (const QString& line : leftOut(report))
    pages.text(Texts::tr("Left out: %1").arg(line), Paper::font(kFontSize), QColor(0x50, 0x50, 0x50));
  heading(pages, Texts::tr("All needles"), 160);
  summaryTable(pages, report);
  pages.space(4);
  const auto& all = report.audit.all;
  pages.text(Texts::tr("Needles with a breach: %1, of those whose verdict is known.").arg(shareText(all.breaches)),
             Paper::font(kFontSize));
  pages.text(
      Texts::tr("Means with Student's 95 % interval, shares with Wilson's. Chart limits: mean ± 2.66 mean moving "
                "ranges. Errors do not hold the registration's own."),
      Paper::font(kFontSize - 1), QColor(0x50, 0x50, 0x50));
  pages.space(10);
}

}  // namespace

planning::Expected<void> writePdf(const Report& report, const QString& made, const std::filesystem::path& file) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setTitle(Texts::tr("Audit of needle placement"));
    writer.setCreator("needleplan " NEEDLEPLAN_VERSION);
    writer.setResolution(Paper::kDotsAnInch);
    Paper::prepare(writer);
    Paper pages(writer, Texts::tr("needleplan %1, not a certified medical device").arg(NEEDLEPLAN_VERSION));
    front(pages, report, made);
    plots(pages, report);
    groups(pages, report);
    outliers(pages, report);
  }
  return save(bytes, file);
}

}  // namespace app::audit
