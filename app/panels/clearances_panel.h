#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <set>
#include <string>
#include <vector>

#include "app/look/section.h"
#include "app/panels/step_place.h"
#include "planning/needle/clearance.h"

class QListView;

namespace app {
class PlanDocument;
class ShownScan;
}  // namespace app

namespace app::panels {

class NumberBox;
class UnseenRows;

/// The clearances of the current needle, worst first. A row's text is complete for screen readers and tests.
class ClearancesModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { SignRole = Qt::UserRole, WordRole, ColourRole, DistanceRole, DetailRole, OriginRole, NameRole };
  using QAbstractListModel::QAbstractListModel;
  /// `beingMeasured`: tracking UIDs of structures whose distances are not known yet.
  void show(const std::vector<planning::needle::Clearance>& clearances, std::set<std::string> beingMeasured = {});
  void countFromTip() { fromTip_ = true; }  ///< the ways start at a needle's tip, not at its entry
  const planning::needle::Clearance& at(int row) const { return clearances_[static_cast<std::size_t>(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  QString distanceText(const planning::needle::Clearance& row) const;

  std::vector<planning::needle::Clearance> clearances_;
  std::set<std::string> beingMeasured_;
  bool fromTip_ = false;
};

/// Sign, name and distance large; word, margin and depth below.
class ClearanceDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Step 5: what the needle passes, and how near. A click brings the crosshair to the nearest place.
class ClearancesPanel : public Section, public StepPlace {
  Q_OBJECT

 public:
  ClearancesPanel(ShownScan& scan, PlanDocument& document, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 private:
  void refresh();
  void jump(int row);

  ShownScan& scan_;
  PlanDocument& document_;
  ClearancesModel* model_;
  QListView* list_;
  UnseenRows* unseen_;
  NumberBox* band_;
};

}  // namespace app::panels
