#pragma once

#include "app/panels/section.h"
#include "planning/needle/trajectory.h"

namespace app {
class Case;
}

namespace app::panels {

/// Where to stand with the C-arm: down the needle (the bull's eye), and the two views that see it from the side; each
/// with a drawing, both detector sides (those within reach first) and what the machine displays. A click on the angles
/// turns the simulated radiograph there.
class CArmPanel : public Section {
  Q_OBJECT

 public:
  explicit CArmPanel(Case& openCase, QWidget* parent = nullptr);

 Q_SIGNALS:
  void lookAsked(const planning::needle::CArmAngles& angles);

 private:
  void refresh();

  Case& case_;
  QWidget* rows_ = nullptr;  ///< made anew for each needle
};

}  // namespace app::panels
