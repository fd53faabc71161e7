#include "app/archive/reports_model.h"

#include <QColor>

#include <algorithm>

#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"
#include "app/text/words.h"

namespace app::archive {
namespace {

const QString kBetween = QStringLiteral(", ");  ///< as planning::joined() writes

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

QString fileName(const Record& record) {
  return text(record.file.filename().string());
}

QString verdictText(const Record& record) {
  return record.verdict ? verdictSign(*record.verdict) + ' ' + verdictWord(*record.verdict) : QString();
}

QString whatText(const Record& record) {
  switch (record.kind) {
    case Kind::Plan:
      return ReportsModel::tr("plan");
    case Kind::Control:
      return ReportsModel::tr("control");
    case Kind::Refused:
      break;
  }
  return verdictSign(planning::needle::Verdict::Breach) + ' ' + ReportsModel::tr("not read");
}

QString stateText(const Record& record) {
  if (record.kind == Kind::Control)
    return record.tipMm ? ReportsModel::tr("tip error %1").arg(mm(*record.tipMm)) : QString();
  if (record.superseded) return ReportsModel::tr("earlier version");
  return record.complete ? ReportsModel::tr("complete") : ReportsModel::tr("draft");
}

/// What is wrong with the file, without its path.
QString reasonOf(const Record& record) {
  return sentence(planning::Error{record.refusal.code, {}, record.refusal.detail});
}

}  // namespace

QString when(const std::string& stamp) {
  const QString day = date(stamp.substr(0, 8));
  return stamp.size() < 12 ? day : day + ' ' + text(stamp.substr(8, 2)) + ':' + text(stamp.substr(10, 2));
}

QString routeName(const std::string& routeIds) {
  QStringList names = text(routeIds).split(kBetween);
  for (QString& name : names)
    if (const auto* route = planning::procedure::routesInUse().find(name.toStdString())) name = inLanguage(route->name);
  return names.join(kBetween);
}

QString sideName(const std::string& sides) {
  QStringList words = text(sides).split(kBetween);
  for (QString& one : words)
    if (const auto side = planning::anatomy::sideFromWord(one.toStdString())) one = sideWord(*side);
  return words.join(kBetween);
}

void ReportsModel::show(std::vector<Record> records) {
  beginResetModel();
  records_ = std::move(records);
  endResetModel();
  sort(sortedBy_, order_);
}

int ReportsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(records_.size());
}

int ReportsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString ReportsModel::text(const Record& record, int column) const {
  if (record.kind == Kind::Refused) {
    if (column == Patient) return fileName(record);
    if (column == Route) return reasonOf(record);
    return column == What ? whatText(record) : QString();
  }
  switch (column) {
    case Saved:
      return when(record.saved);
    case Patient:
      return personName(record.patient.name);
    case PatientId:
      return archive::text(record.patient.id);
    case What:
      return whatText(record);
    case Route:
      return routeName(record.routeId);
    case Level:
      return archive::text(record.level);
    case Side:
      return sideName(record.side);
    case Operator:
      return personName(record.operatorName);
    case Verdict:
      return verdictText(record);
    default:
      return stateText(record);
  }
}

QVariant ReportsModel::data(const QModelIndex& index, int role) const {
  const Record& record = at(index.row());
  const bool refused = record.kind == Kind::Refused;
  if (role == Qt::DisplayRole) return text(record, index.column());
  if (role == Qt::ForegroundRole) {
    if (index.column() == Verdict && record.verdict) return verdictColour(*record.verdict);
    if (refused && index.column() == What) return verdictColour(planning::needle::Verdict::Breach);
    if (refused || record.superseded) return QColor(0x9a, 0xa1, 0xa8);
  }
  if (role == Qt::ToolTipRole)
    return refused ? archive::text(record.file.string()) + '\n' + reasonOf(record)
                   : archive::text(record.file.string());
  return {};
}

QVariant ReportsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Saved:
      return tr("Saved");
    case Patient:
      return tr("Patient");
    case PatientId:
      return tr("ID");
    case What:
      return tr("What");
    case Route:
      return tr("Route");
    case Level:
      return tr("Level");
    case Side:
      return tr("Side");
    case Operator:
      return tr("Operator");
    case Verdict:
      return tr("Verdict");
    default:
      return tr("State");
  }
}

void ReportsModel::sort(int column, Qt::SortOrder order) {
  sortedBy_ = column;
  order_ = order;
  struct Keyed {
    QString key;
    Record record;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(records_.size());
  for (auto& record : records_) {
    const QString key = column == Verdict ? QString::number(record.verdict ? static_cast<int>(*record.verdict) : 9)
                                          : text(record, column);
    keyed.push_back({key, std::move(record)});
  }
  Q_EMIT layoutAboutToBeChanged();
  std::stable_sort(keyed.begin(), keyed.end(), [order](const Keyed& a, const Keyed& b) {
    const bool refusedA = a.record.kind == Kind::Refused, refusedB = b.record.kind == Kind::Refused;
    if (refusedA != refusedB) return refusedB;
    const int sign = QString::localeAwareCompare(a.key, b.key);
    return order == Qt::AscendingOrder ? sign < 0 : sign > 0;
  });
  for (std::size_t i = 0; i < keyed.size(); ++i) records_[i] = std::move(keyed[i].record);
  Q_EMIT layoutChanged();
}

}  // namespace app::archive
