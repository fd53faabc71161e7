#pragma once

#include "app/look/section.h"
#include "app/panels/step_place.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace app {
class CountedLevels;
class ShownScan;
}  // namespace app

namespace app::panels {

/// The vertebrae by name: one is clicked, or named where the crosshair stands, and the others are counted from it; and
/// what is expected at the plan's level.
class LevelsPanel : public Section, public StepPlace {
  Q_OBJECT

 public:
  LevelsPanel(ShownScan& scan, CountedLevels& counting, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 Q_SIGNALS:
  void clickAsked(const std::string& name);  ///< the next click in a view is on the vertebra of this name
  void nameChosen(const std::string& name);

 private:
  void refresh();
  QString countedText() const;
  void startAtRegion();
  std::string chosenName() const;

  ShownScan& scan_;
  CountedLevels& counting_;
  QComboBox* name_;
  bool chosen_ = false;  ///< by the operator
  QLabel* counted_;
  QPushButton *click_, *here_, *forget_, *expect_;
};

}  // namespace app::panels
