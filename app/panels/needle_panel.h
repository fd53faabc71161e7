#pragma once

#include "app/look/section.h"
#include "app/panels/step_place.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace app {
class PlanDocument;
}

namespace app::panels {

class ImportedRow;

/// Step 2: which of the planned needles, and of what gauge and length; how much of it stays outside.
class NeedlePanel : public Section, public StepPlace {
  Q_OBJECT

 public:
  explicit NeedlePanel(PlanDocument& document, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 private:
  void refresh();
  void refreshNeedles();
  void choose();

  PlanDocument& document_;
  QComboBox *needles_, *gauge_, *length_;
  QToolButton *add_, *remove_;
  ImportedRow* imported_;
  QLabel *outside_, *bending_;
};

}  // namespace app::panels
