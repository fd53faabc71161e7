#pragma once

#include "app/look/section.h"
#include "app/review/review_case.h"
#include "app/review/review_view.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace app::review {

/// How the two scans are brought together, and the operator's word on it.
class RegistrationPanel : public panels::Section {
  Q_OBJECT

 public:
  explicit RegistrationPanel(ReviewCase& review, QWidget* parent = nullptr);
  void showMarking(bool landmarks);  ///< the button stays down while landmarks are marked

 Q_SIGNALS:
  void landmarksAsked(bool on);

 private:
  void refresh();

  ReviewCase& review_;
  QLabel *kind_, *residual_, *landmarks_;
  QPushButton *accept_, *reject_, *mark_, *remove_;
};

/// The needle: found by itself, or shown by two clicks.
class NeedlePanel : public panels::Section {
  Q_OBJECT

 public:
  explicit NeedlePanel(ReviewCase& review, QWidget* parent = nullptr);
  void showTool(MarkTool tool);

 Q_SIGNALS:
  void toolAsked(MarkTool tool);
  void placeAsked(const planning::Point& place);  ///< to be looked at

 private:
  void refresh();

  ReviewCase& review_;
  QComboBox* needles_;
  QLabel* how_;
  QPushButton *entry_, *tip_, *find_, *goEntry_, *goTip_;
};

}  // namespace app::review
