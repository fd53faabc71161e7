#pragma once

#include "app/look/section.h"
#include "app/review/review_case.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace app::review {

/// The plan that was carried out.
class PlanSourcePanel : public panels::Section {
  Q_OBJECT

 public:
  PlanSourcePanel(ReviewCase& review, const ShownScan& scan, const PlanDocument& document, QWidget* parent = nullptr);

 private:
  void refresh();

  ReviewCase& review_;
  const ShownScan& scan_;
  const PlanDocument& document_;
  QLabel* facts_;
  QPushButton *open_, *take_, *structures_;
};

/// The control CT.
class ControlSourcePanel : public panels::Section {
  Q_OBJECT

 public:
  explicit ControlSourcePanel(ReviewCase& review, QWidget* parent = nullptr);

 Q_SIGNALS:
  void recordAsked();  ///< to take a saved control up again

 private:
  void refresh();

  ReviewCase& review_;
  QLabel* facts_;
  QPushButton *open_, *record_;
  QComboBox* series_;
};

}  // namespace app::review
