#pragma once

#include <QDialog>
#include <QWidget>

#include <vector>

#include "app/panels/step_place.h"
#include "planning/needle/clearance.h"
#include "planning/plan/attested.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace app {
class PlanDocument;
}

namespace app::panels {

/// Why a structure that the route needs is not there, and in which images it was looked for.
class UnseenDialog : public QDialog {
  Q_OBJECT

 public:
  explicit UnseenDialog(const QString& structure, QWidget* parent = nullptr);
  QString reason() const;
  QString modality() const;

 private:
  QLineEdit* reason_;
  QComboBox* modality_;
  QPushButton* take_;
};

/// The required structures of the current needle that nobody gave and that images often cannot show
/// (RequiredStructure::mayBeInvisible): "looked for, not visible", by name, and the way to take it back. Never another
/// structure; hidden without one.
class UnseenRows : public QWidget, public StepPlace {
  Q_OBJECT

 public:
  explicit UnseenRows(PlanDocument& document, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 private:
  void refresh();
  QWidget* makeRow(const planning::needle::Clearance& row, const QString& name);
  void ask(const planning::AcceptedUnknown& about, const QString& name);

  PlanDocument& document_;
  QVBoxLayout* list_;
  std::vector<planning::needle::Clearance> shown_;
  std::vector<QPushButton*> buttons_;  ///< of the rows that are shown
};

}  // namespace app::panels
