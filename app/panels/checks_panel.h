#pragma once

#include <vector>

#include "app/panels/section.h"
#include "planning/procedure/contraindication.h"

class QComboBox;
class QLineEdit;

namespace app {
class Case;
}

namespace app::panels {

/// One question before the needle, its answer, and who said so and when where that matters.
class CheckRow : public QWidget {
  Q_OBJECT

 public:
  CheckRow(Case& openCase, const planning::procedure::CheckQuestion& question, QWidget* parent = nullptr);
  void refresh();

 private:
  void answer();
  void showDetails();
  const planning::procedure::CheckAnswer* given() const;

  Case& case_;
  const planning::procedure::CheckQuestion& question_;
  QComboBox* answer_;
  QLineEdit *by_, *date_, *note_;
};

/// Step 6: the checks of procedures.md, as "5 of 6".
class ChecksPanel : public Section {
  Q_OBJECT

 public:
  explicit ChecksPanel(Case& openCase, QWidget* parent = nullptr);

 private:
  void refresh();

  Case& case_;
  std::vector<CheckRow*> rows_;
};

}  // namespace app::panels
