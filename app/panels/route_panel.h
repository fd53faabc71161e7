#pragma once

#include "app/look/section.h"
#include "planning/plan/plan.h"

class QComboBox;
class QPushButton;

namespace app {
class Case;
}

namespace app::panels {

/// Every route, in the person's language, its facts as tool tips; the data is the route's identifier, empty for none.
void fillRoutes(QComboBox& combo);
/// Left, right, both, none; the data is the Side, -1 for not stated.
void fillSides(QComboBox& combo);

/// Shows a plan's route, level and side, and offers the route's levels; a level that is being typed stays.
void showRoute(const planning::Plan& plan, QComboBox& route, QComboBox& level, QComboBox& side);

/// Step 1: which approach, at which level, on which side, under which guidance.
class RoutePanel : public Section {
  Q_OBJECT

 public:
  explicit RoutePanel(Case& openCase, QWidget* parent = nullptr);

 Q_SIGNALS:
  void layoutAsked(const QString& layout);  ///< "axial" or "sagittal": the slice that the chosen route works in

 private:
  void refresh();
  void offerCounted();

  Case& case_;
  QComboBox *route_, *level_, *side_, *guidance_;
  QPushButton* counted_;  ///< takes the level that was counted at the target
};

}  // namespace app::panels
