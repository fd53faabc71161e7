#pragma once

#include <QAbstractTableModel>

#include <optional>

#include "app/audit/report.h"
#include "app/look/page.h"
#include "app/work/background.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace app {
class Reporter;
}

namespace app::audit {

class ChartWidget;

/// The groups of one grouping as a table: the measures' means with their intervals, and breaches.
class GroupsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;
  void show(const Report& report, planning::review::Grouping grouping);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<QStringList> rows_;
  QString title_;
};

/// Needles outside the limits.
class OutliersModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;
  void show(const Report& report);
  std::size_t needle(int row) const { return needles_[static_cast<std::size_t>(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<QStringList> rows_;
  std::vector<std::size_t> needles_;
};

/// How near needles came, over what the archive's search found or a folder: figures by group, distribution, control
/// chart, outliers that open with a click; CSV and PDF.
class AuditPage : public Page {
  Q_OBJECT

 public:
  explicit AuditPage(Reporter& reporter, QWidget* parent = nullptr);
  void show(Source source);
  QString title() const override;
  bool isEmpty() const { return !source_; }
  const Report& report() const { return report_; }

 Q_SIGNALS:
  void archiveAsked();                      ///< to be filled from the archive's search
  void openAsked(const QString& planFile);  ///< the plan of a needle

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeTop();
  QWidget* makeMiddle();
  void compute();
  void refresh();
  void chooseFolder();
  void openNeedle(std::size_t needle);
  void saveCsv();
  void savePdf();
  std::string chosenRoute() const;  ///< of the selected group; empty when none is
  void usePlacement();
  void saveTo(const QString& file, const planning::Expected<void>& written);
  planning::review::Measure measure() const;
  planning::review::Grouping grouping() const;

  Reporter& reporter_;
  Background background_;
  std::optional<Source> source_;
  Report report_;
  QLabel *words_, *counts_;
  QCheckBox* blind_;
  QComboBox *measure_, *grouping_;
  GroupsModel* groups_;
  OutliersModel* outliers_;
  QTableView *groupsTable_, *outliersTable_;
  ChartWidget *histogram_, *chart_, *means_, *breaches_;
  QPushButton *csv_, *pdf_, *placement_;
};

}  // namespace app::audit
