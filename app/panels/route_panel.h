#pragma once

#include "app/look/section.h"
#include "app/panels/step_place.h"

class QComboBox;
class QPushButton;

namespace app {
class PlanDocument;
class ShownScan;
}  // namespace app

namespace app::panels {

class RouteFields;

/// Step 1: which approach, at which level, on which side, under which guidance.
class RoutePanel : public Section, public StepPlace {
  Q_OBJECT

 public:
  RoutePanel(ShownScan& scan, PlanDocument& document, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 Q_SIGNALS:
  void layoutAsked(const QString& layout);  ///< "axial" or "sagittal": the slice that the chosen route works in

 private:
  void refresh();
  void offerCounted();

  ShownScan& scan_;
  PlanDocument& document_;
  RouteFields* fields_ = nullptr;
  QComboBox* guidance_;
  QPushButton* counted_;  ///< takes the level that was counted at the target
};

}  // namespace app::panels
