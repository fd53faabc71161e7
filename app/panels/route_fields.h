#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include "app/panels/step_place.h"

class QComboBox;
class QGridLayout;

namespace app {
class PlanDocument;
}

namespace app::panels {

/// Which approach a plan is for, at which level, on which side: fields of a panel that show a plan and edit it.
class RouteFields : public QObject, public StepPlace {
  Q_OBJECT

 public:
  struct Names {
    const char *route, *level, *side;  ///< object names
  };
  /// Fills the first four rows of a grid of four columns.
  RouteFields(PlanDocument& document, const Names& names, QGridLayout& grid, QObject* parent);

  QWidget* controlFor(const planning::NextStep& step) const override;
  void showLevelHint(const QString& hint);  ///< where the route has no list of levels, while none is given

 Q_SIGNALS:
  void routeChosen(const std::string& routeId);

 private:
  void connectAll();
  void refresh();
  void refreshLevels();
  void offerLevels(const QStringList& levels, const QString& counted);
  void showFreeLevel(const QString& level);
  void takeLevel();

  PlanDocument& document_;
  QComboBox *route_, *level_, *side_;
  QString levelHint_;
};

}  // namespace app::panels
