#include "app/pacs/studies_model.h"

#include <algorithm>
#include <numeric>

#include "app/look/style.h"
#include "app/text/numbers.h"
#include "planning/joined.h"

namespace app::pacs {
namespace {

using planning::needle::Verdict;

QString textOf(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

}  // namespace

QString whenOf(const planning::Study& study) {
  const QString time = textOf(study.time);
  return date(study.date) + (time.size() < 4 ? QString() : ' ' + time.left(2) + ':' + time.mid(2, 2));
}

void StudiesModel::clear() {
  beginResetModel();
  rows_.clear();
  endResetModel();
}

void StudiesModel::add(const io::pacs::StudyAnswer& study) {
  const int last = rowCount();
  beginInsertRows({}, last, last);
  Row row{study};
  for (auto& other : rows_) {
    const auto& patient = other.study.patient;
    if (patient.id.empty() || patient.id != study.patient.id || samePatient(patient, study.patient)) continue;
    other.sharesId = row.sharesId = true;
  }
  rows_.push_back(std::move(row));
  endInsertRows();
  if (rows_.back().sharesId) Q_EMIT dataChanged(index(0, 0), index(last, ColumnCount - 1));
}

int StudiesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int StudiesModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString StudiesModel::text(const Row& row, int column) const {
  const auto& [patient, study, modalities, station, instances, textSure] = row.study;
  switch (column) {
    case Patient:
      return (textSure ? QString() : verdictSign(Verdict::Unknown) + ' ') + personName(patient.name);
    case PatientId:
      return (row.sharesId ? verdictSign(Verdict::Near) + ' ' : QString()) + textOf(patient.id);
    case Issuer:
      return textOf(patient.issuer);
    case Born:
      return date(patient.birthDate);
    case Date:
      return whenOf(study);
    case Modalities:
      return textOf(planning::joined(modalities));
    case Description:
      return textOf(study.description);
    default:
      return instances > 0 ? QString::number(instances) : QString();
  }
}

QString StudiesModel::notes(const Row& row) const {
  QStringList notes;
  if (row.sharesId)
    notes += tr("Another patient of this list has the same Patient ID: compare name, issuer and birth date.");
  if (!row.study.textSure) notes += tr("Some of this text is in characters that cannot be read here.");
  return notes.join('\n');
}

QVariant StudiesModel::data(const QModelIndex& index, int role) const {
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole) return text(row, index.column());
  if (role == Qt::ForegroundRole && row.sharesId && index.column() >= PatientId && index.column() <= Born)
    return verdictColour(Verdict::Near);
  if (role == Qt::ToolTipRole) {
    const QString told = notes(row);
    return told.isEmpty() ? text(row, index.column()) : told;
  }
  if (role == Qt::TextAlignmentRole && index.column() == Objects) return int(Qt::AlignRight | Qt::AlignVCenter);
  return {};
}

QVariant StudiesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Patient:
      return tr("Patient");
    case PatientId:
      return tr("ID");
    case Issuer:
      return tr("Issuer");
    case Born:
      return tr("Born");
    case Date:
      return tr("Study");
    case Modalities:
      return tr("Modalities");
    case Description:
      return tr("Description");
    default:
      return tr("Objects");
  }
}

bool StudiesModel::before(const Row& a, const Row& b, int column) const {
  if (column == Objects) return a.study.instances < b.study.instances;
  if (column == PatientId) return a.study.patient.id < b.study.patient.id;  // without its mark
  return QString::localeAwareCompare(text(a, column), text(b, column)) < 0;
}

void StudiesModel::sort(int column, Qt::SortOrder order) {
  if (column < 0) return;
  // The chosen row stays chosen, wherever it goes.
  Q_EMIT layoutAboutToBeChanged();
  const auto former = persistentIndexList();
  // By its place, not by its study: two steps of a worklist may have one study, or none.
  std::vector<std::size_t> places(rows_.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return order == Qt::AscendingOrder ? before(rows_[a], rows_[b], column) : before(rows_[b], rows_[a], column);
  });
  std::vector<Row> sorted;
  std::vector<int> now(rows_.size());
  for (const std::size_t place : places) {
    now[place] = static_cast<int>(sorted.size());
    sorted.push_back(std::move(rows_[place]));
  }
  rows_ = std::move(sorted);
  for (const auto& one : former)
    changePersistentIndex(one, index(now[static_cast<std::size_t>(one.row())], one.column()));
  Q_EMIT layoutChanged();
}

}  // namespace app::pacs
