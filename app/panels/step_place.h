#pragma once

#include "planning/plan/next_step.h"

class QWidget;

namespace app::panels {

/// A panel that holds controls by which steps of a plan are done.
class StepPlace {
 public:
  virtual ~StepPlace() = default;
  /// The control by which the step is done. Null: it is not done here.
  virtual QWidget* controlFor(const planning::NextStep& step) const = 0;
};

/// Unfolds what hides the control, scrolls to it and gives it the focus.
void reveal(QWidget& control);

}  // namespace app::panels
