#pragma once

#include "app/panels/section.h"

class QLabel;

namespace app {
class Case;
}

namespace app::panels {

/// All that is odd or open, as sentences; what keeps the plan from being ready comes first.
class FindingsPanel : public Section {
  Q_OBJECT

 public:
  explicit FindingsPanel(Case& openCase, QWidget* parent = nullptr);

 private:
  void refresh();

  Case& case_;
  QLabel* text_;
};

}  // namespace app::panels
