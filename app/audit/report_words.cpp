#include <QCoreApplication>
#include <QStringList>

#include "app/archive/reports_model.h"
#include "app/audit/report.h"
#include "app/text/numbers.h"

namespace app::audit {
namespace {

using planning::review::Grouping;
using planning::review::Measure;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::audit::Texts)
};

}  // namespace

QString groupName(Grouping grouping, const std::string& name, bool blinded) {
  if (name.empty()) return Texts::tr("not known");
  if (grouping == Grouping::Route) return archive::routeName(name);
  if (grouping == Grouping::Operator)
    return blinded ? Texts::tr("Operator %1").arg(QString::fromStdString(name)) : personName(name);
  return QString::fromStdString(name);
}

QString groupingTitle(Grouping grouping) {
  switch (grouping) {
    case Grouping::Route:
      return Texts::tr("By route");
    case Grouping::Level:
      return Texts::tr("By level");
    case Grouping::Gauge:
      return Texts::tr("By gauge");
    case Grouping::Operator:
      return Texts::tr("By operator");
    case Grouping::Month:
      break;
  }
  return Texts::tr("By month");
}

QString measureName(Measure measure) {
  switch (measure) {
    case Measure::TipError:
      return Texts::tr("Tip error");
    case Measure::LateralError:
      return Texts::tr("Lateral error");
    case Measure::DepthError:
      return Texts::tr("Depth error (+ too deep)");
    case Measure::EntryError:
      return Texts::tr("Entry error");
    case Measure::AngleError:
      return Texts::tr("Angle error");
    case Measure::LeastClearance:
      return Texts::tr("Least clearance (− inside)");
    case Measure::Minutes:
      break;
  }
  return Texts::tr("Plan to control");
}

QString measureUnit(Measure measure) {
  if (measure == Measure::AngleError) return QStringLiteral("°");
  return measure == Measure::Minutes ? QStringLiteral("min") : QStringLiteral("mm");
}

QString measured(Measure measure, double value) {
  return number(value) + (measure == Measure::AngleError ? QString() : QStringLiteral(" ")) + measureUnit(measure);
}

QString meanText(const planning::review::AuditGroup& group, Measure measure) {
  const auto& summary = group.summary(measure);
  if (!summary) return QStringLiteral("–");
  if (!summary->meanInterval) return number(summary->mean);
  return Texts::tr("%1 (%2 to %3)")
      .arg(number(summary->mean), number(summary->meanInterval->low), number(summary->meanInterval->high));
}

QString shareText(const std::optional<planning::review::Proportion>& share) {
  if (!share) return QStringLiteral("–");
  return Texts::tr("%1 % (%2 to %3)")
      .arg(number(100 * share->share), number(100 * share->interval.low), number(100 * share->interval.high));
}

QStringList leftOut(const Report& report) {
  const auto& counts = report.counts;
  QStringList lines;
  const auto add = [&lines](std::size_t count, const QString& line) {
    if (count > 0) lines += line;
  };
  const auto n = [](std::size_t count) { return static_cast<int>(count); };
  add(report.refused.size(),
      Texts::tr("%n file(s) could not be read as a plan or a control.", nullptr, n(report.refused.size())));
  add(counts.unplanned,
      Texts::tr("%n needle(s) with no planned needle to compare with.", nullptr, n(counts.unplanned)));
  add(counts.notAccepted,
      Texts::tr("%n needle(s) whose registration nobody accepted.", nullptr, n(counts.notAccepted)));
  add(counts.earlierControls,
      Texts::tr("%n needle(s) of an earlier control: the last one counts.", nullptr, n(counts.earlierControls)));
  add(counts.replaced,
      Texts::tr("%n needle(s) of a report that a later version replaces.", nullptr, n(counts.replaced)));
  add(counts.copies, Texts::tr("%n needle(s) of a report that is there twice.", nullptr, n(counts.copies)));
  return lines;
}

}  // namespace app::audit
