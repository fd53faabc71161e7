#include <QColor>

#include "app/archive/reports_model.h"
#include "app/audit/audit_page.h"
#include "app/look/style.h"
#include "app/text/numbers.h"

namespace app::audit {
namespace {

using planning::review::AuditGroup;
using planning::review::Grouping;
using planning::review::kMeasures;
using planning::review::Measure;

QStringList groupRow(const QString& name, const AuditGroup& group) {
  QStringList cells{name, QString::number(group.needles), shareText(group.breaches)};
  for (const Measure measure : kMeasures) cells += meanText(group, measure);
  return cells;
}

QVariant cell(const std::vector<QStringList>& rows, const QModelIndex& index, int role) {
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
    return rows[static_cast<std::size_t>(index.row())].value(index.column());
  if (role == Qt::TextAlignmentRole && index.column() > 0) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  return {};
}

}  // namespace

void GroupsModel::show(const Report& report, Grouping grouping) {
  beginResetModel();
  rows_.clear();
  title_ = groupingTitle(grouping);
  if (report.audit.groups.contains(grouping))
    for (const auto& group : report.audit.groups.at(grouping))
      rows_.push_back(groupRow(groupName(grouping, group.name, report.blinded), group));
  rows_.push_back(groupRow(tr("All"), report.audit.all));
  endResetModel();
}

int GroupsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}
int GroupsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : 3 + static_cast<int>(kMeasures.size());
}
QVariant GroupsModel::data(const QModelIndex& index, int role) const {
  return cell(rows_, index, role);
}

QVariant GroupsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  if (section == 0) return title_;
  if (section == 1) return tr("Needles");
  if (section == 2) return tr("With a breach");
  const Measure measure = kMeasures[static_cast<std::size_t>(section - 3)];
  return measureName(measure) + ", " + measureUnit(measure);
}

void OutliersModel::show(const Report& report) {
  beginResetModel();
  rows_.clear();
  needles_.clear();
  for (const auto& outlier : report.audit.outliers) {
    const auto& needle = report.audit.needles[outlier.needle];
    needles_.push_back(outlier.needle);
    rows_.push_back({measureName(outlier.measure), measured(outlier.measure, outlier.value),
                     measured(outlier.measure, outlier.limit),
                     report.blinded ? QString::fromStdString(needle.month()) : date(needle.scanned.substr(0, 8)),
                     archive::routeName(needle.routeId), QString::fromStdString(needle.level),
                     groupName(Grouping::Operator, needle.operatorName, report.blinded)});
  }
  endResetModel();
}

int OutliersModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}
int OutliersModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : 7;
}

QVariant OutliersModel::data(const QModelIndex& index, int role) const {
  if (role == Qt::ForegroundRole && index.column() == 1) return verdictColour(planning::needle::Verdict::Breach);
  if (role == Qt::ToolTipRole) return tr("Click to open the plan of this needle");
  return cell(rows_, index, role);
}

QVariant OutliersModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  return QStringList{
      tr("Outside the limits"), tr("Value"), tr("Limit"), tr("When"), tr("Route"), tr("Level"), tr("Operator")}
      .value(section);
}

}  // namespace app::audit
