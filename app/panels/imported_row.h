#pragma once

#include <QWidget>

#include "app/panels/step_place.h"

class QLabel;
class QPushButton;

namespace app {
class PlanDocument;
}

namespace app::panels {

/// Where the current needle's places came from another program's file, or from another needle of the plan: "I have seen
/// this needle on the scan", by name; and afterwards who said so, and the way to take it back. Hidden for every other
/// needle.
class ImportedRow : public QWidget, public StepPlace {
  Q_OBJECT

 public:
  explicit ImportedRow(PlanDocument& document, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 private:
  void refresh();
  void say();

  PlanDocument& document_;
  QLabel* from_;
  QPushButton *say_, *takeBack_;
};

}  // namespace app::panels
