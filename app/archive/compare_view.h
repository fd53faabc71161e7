#pragma once

#include <QWidget>

#include "planning/plan/plan.h"

class QLabel;
class QTableView;

namespace app::archive {

class ComparisonModel;
class TrajectoryPicture;

/// Two plans of one case side by side: the numbers with their differences, and both paths drawn.
class CompareView : public QWidget {
  Q_OBJECT

 public:
  explicit CompareView(QWidget* parent = nullptr);
  /// Precondition: sameCase().
  void show(const planning::Plan& first, const planning::Plan& second);

 Q_SIGNALS:
  void closed();

 private:
  ComparisonModel* model_;
  QTableView* table_;
  TrajectoryPicture* picture_;
  QLabel* title_;
};

}  // namespace app::archive
