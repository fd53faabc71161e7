#pragma once

#include <vector>

#include "app/look/section.h"
#include "app/panels/step_place.h"
#include "planning/procedure/contraindication.h"

class QComboBox;
class QLineEdit;

namespace app {
class PlanDocument;
}

namespace app::panels {

/// One question before the needle, its answer, and who said so and when where that matters. Of a relay also the drug
/// and its last dose.
class CheckRow : public QWidget {
  Q_OBJECT

 public:
  CheckRow(PlanDocument& document, const planning::procedure::CheckQuestion& question, QWidget* parent = nullptr);
  void refresh();
  const std::string& id() const { return question_.id; }
  bool isAnswered() const { return given() != nullptr; }
  QWidget* control() const;  ///< that takes the answer

 private:
  void answer();
  void showDetails();
  const planning::procedure::CheckAnswer* given() const;

  PlanDocument& document_;
  const planning::procedure::CheckQuestion& question_;
  QComboBox* answer_;
  QLineEdit *by_, *date_, *drug_, *lastDose_, *note_;
};

/// The checks of planning/procedure/README.md, as "5 of 6".
class ChecksPanel : public Section, public StepPlace {
  Q_OBJECT

 public:
  ChecksPanel(const QString& title, PlanDocument& document, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 private:
  void refresh();

  PlanDocument& document_;
  std::vector<CheckRow*> rows_;
};

}  // namespace app::panels
