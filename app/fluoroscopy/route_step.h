#pragma once

#include "app/look/section.h"

class QLineEdit;

namespace app::fluoroscopy {

class FluoroscopyCase;

/// Which approach the plan on projections is for: route, level, side, and who makes it.
class RouteStep : public panels::Section {
  Q_OBJECT

 public:
  explicit RouteStep(FluoroscopyCase& model, QWidget* parent = nullptr);

 private:
  void refresh();

  FluoroscopyCase& model_;
  QLineEdit* operator_;
};

}  // namespace app::fluoroscopy
