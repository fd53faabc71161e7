#pragma once

#include "app/look/section.h"

namespace app {
class Case;
}

namespace app::panels {

class NumberBox;

/// The search for thin vessels: which radii, and how far from the crosshair.
class TubesPanel : public Section {
  Q_OBJECT

 public:
  explicit TubesPanel(Case& openCase, QWidget* parent = nullptr);

 private:
  void search();

  Case& case_;
  NumberBox *least_, *largest_, *reach_;
};

}  // namespace app::panels
