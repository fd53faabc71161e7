#pragma once

#include <functional>
#include <vector>

#include "app/look/section.h"
#include "planning/plan/plan.h"

class QComboBox;
class QLineEdit;

namespace app {
class Case;
}

namespace app::panels {

/// Where answers are kept: a plan on a scan, or one on projections.
struct CheckBook {
  std::function<const planning::Plan&()> plan;
  std::function<void(const planning::procedure::CheckAnswer&)> set;
  std::function<void(const std::string&)> clear;  ///< by the question's identifier
};

/// One question before the needle, its answer, and who said so and when where that matters.
class CheckRow : public QWidget {
  Q_OBJECT

 public:
  CheckRow(const CheckBook& book, const planning::procedure::CheckQuestion& question, QWidget* parent = nullptr);
  void refresh();

 private:
  void answer();
  void showDetails();
  const planning::procedure::CheckAnswer* given() const;

  const CheckBook& book_;
  const planning::procedure::CheckQuestion& question_;
  QComboBox* answer_;
  QLineEdit *by_, *date_, *note_;
};

/// The checks of planning/procedure/README.md, as "5 of 6".
class ChecksPanel : public Section {
  Q_OBJECT

 public:
  explicit ChecksPanel(Case& openCase, QWidget* parent = nullptr);  ///< step 6 of a plan on a scan
  ChecksPanel(const QString& title, CheckBook book, QWidget* parent = nullptr);
  void refresh();  ///< after the plan changed

 private:
  const CheckBook book_;
  std::vector<CheckRow*> rows_;
};

}  // namespace app::panels
