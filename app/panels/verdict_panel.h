#pragma once

#include <QWidget>

#include "app/panels/step_place.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace app {
class PlanDocument;
class ShownScan;
}  // namespace app

namespace app::panels {

/// Always in sight, below the steps: may the needle go in as planned, how much blocks it and the one next thing to do,
/// on which side the needle is, and the way to save that.
class VerdictPanel : public QWidget, public StepPlace {
  Q_OBJECT

 public:
  VerdictPanel(ShownScan& scan, PlanDocument& document, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 Q_SIGNALS:
  void saveAsked(bool complete);
  void midlineAsked();  ///< where it is clicked, since no side is measured
  void stepAsked(const planning::NextStep& step);

 private:
  void name();
  void arrange();
  void refresh();
  void showNext(bool hasScan);
  void refreshSite();
  void refreshWords();
  void showChance();

  ShownScan& scan_;
  PlanDocument& document_;
  QLabel *sign_, *word_, *why_, *next_, *chance_;
  QLabel *measured_, *stated_;  ///< the current needle's side as measured, and side and level as stated
  QLabel* siteCheck_;           ///< who made it, and whether it still stands
  QCheckBox *acceptNear_, *acceptReserve_, *acceptRules_;
  QPushButton *clickMidline_, *save_, *approve_;
};

/// Who plans; goes into the report and is asked for when it is approved.
class OperatorPanel : public QWidget, public StepPlace {
  Q_OBJECT

 public:
  explicit OperatorPanel(PlanDocument& document, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 private:
  void refresh();

  PlanDocument& document_;
  QLineEdit *name_, *organization_;
};

}  // namespace app::panels
