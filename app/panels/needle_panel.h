#pragma once

#include "app/look/section.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace app {
class PlanDocument;
}

namespace app::panels {

/// Step 2: which of the planned needles, and of what gauge and length; how much of it stays outside.
class NeedlePanel : public Section {
  Q_OBJECT

 public:
  explicit NeedlePanel(PlanDocument& document, QWidget* parent = nullptr);

 private:
  void refresh();
  void refreshNeedles();
  void choose();

  PlanDocument& document_;
  QComboBox *needles_, *gauge_, *length_;
  QToolButton *add_, *remove_;
  QLabel *outside_, *bending_;
};

}  // namespace app::panels
