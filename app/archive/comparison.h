#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <vector>

#include "planning/plan/plan.h"

namespace app::archive {

/// One line of two plans side by side.
struct ComparedRow {
  QString what;
  QString first, second;
  QString difference;    ///< second minus first, with unit; how far apart two places are; empty where there is none
  bool differs = false;  ///< in what is shown
  bool heading = false;  ///< a needle's name
};

/// Two plans of one case, line by line; needles and structures side by side with their like.
std::vector<ComparedRow> compare(const planning::Plan& first, const planning::Plan& second);

/// Whether two plans may stand side by side: of one patient. The places may only be compared in one frame of reference.
bool sameCase(const planning::Plan& first, const planning::Plan& second);
bool sameFrame(const planning::Plan& first, const planning::Plan& second);

class ComparisonModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;
  void show(const QString& first, const QString& second, std::vector<ComparedRow> rows);
  const ComparedRow& at(int row) const { return rows_[static_cast<std::size_t>(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString first_, second_;
  std::vector<ComparedRow> rows_;
};

}  // namespace app::archive
