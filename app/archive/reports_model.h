#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "app/archive/record.h"

namespace app::archive {

/// Archive records as a table; a file that is no report has its name and the reason in its row.
class ReportsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Saved, Patient, PatientId, What, Route, Level, Side, Operator, Verdict, State, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  void show(std::vector<Record> records);
  const Record& at(int row) const { return records_[static_cast<std::size_t>(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  /// Files that are no report stay last.
  void sort(int column, Qt::SortOrder order) override;

 private:
  QString text(const Record& record, int column) const;

  std::vector<Record> records_;
  int sortedBy_ = Saved;
  Qt::SortOrder order_ = Qt::DescendingOrder;
};

/// "2026-11-25 14:05" of YYYYMMDDHHMMSS.
QString when(const std::string& stamp);
/// The names of one or more routes (sitesOf()) in the language of the window; the id of one that is not known.
QString routeName(const std::string& routeIds);
/// The words of one or more sides (sitesOf()) in the language of the window.
QString sideName(const std::string& sides);

}  // namespace app::archive
