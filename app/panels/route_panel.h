#pragma once

#include "app/look/section.h"

class QComboBox;
class QPushButton;

namespace app {
class PlanDocument;
class ShownScan;
}  // namespace app

namespace app::panels {

/// Step 1: which approach, at which level, on which side, under which guidance.
class RoutePanel : public Section {
  Q_OBJECT

 public:
  RoutePanel(ShownScan& scan, PlanDocument& document, QWidget* parent = nullptr);

 Q_SIGNALS:
  void layoutAsked(const QString& layout);  ///< "axial" or "sagittal": the slice that the chosen route works in

 private:
  void refresh();
  void offerCounted();

  ShownScan& scan_;
  PlanDocument& document_;
  QComboBox* guidance_;
  QPushButton* counted_;  ///< takes the level that was counted at the target
};

}  // namespace app::panels
