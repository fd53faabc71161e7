#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "io/pacs/find.h"

namespace app::pacs {

/// The studies that an archive answered, in the order in which they came until a column is sorted by: what is chosen
/// does not move while more come. Issuer and birth date stand in columns of their own, and a Patient ID that two
/// patients of the list have is marked in each of their rows.
class StudiesModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Patient, PatientId, Issuer, Born, Date, Modalities, Description, Objects, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  void clear();
  void add(const io::pacs::StudyAnswer& study);
  const io::pacs::StudyAnswer& at(int row) const { return rows_[static_cast<std::size_t>(row)].study; }
  bool sharesId(int row) const { return rows_[static_cast<std::size_t>(row)].sharesId; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

 private:
  struct Row {
    io::pacs::StudyAnswer study;
    bool sharesId = false;  ///< another patient of the list has the same Patient ID
  };

  QString text(const Row& row, int column) const;
  QString notes(const Row& row) const;
  bool before(const Row& a, const Row& b, int column) const;

  std::vector<Row> rows_;
};

/// "2024-03-05 09:30" of a study's date and time; without a time the date alone.
QString whenOf(const planning::Study& study);

}  // namespace app::pacs
