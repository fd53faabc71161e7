#pragma once

#include <QWidget>

#include "app/review/review_case.h"

class QLabel;
class QListView;
class QVBoxLayout;

namespace app::panels {
class ClearancesModel;
class Section;
}  // namespace app::panels

namespace app::review {

/// The correction on the table: what to change, how far to go, and what lies ahead. Large, calm numbers.
class CorrectionPanel : public QWidget {
  Q_OBJECT

 public:
  explicit CorrectionPanel(ReviewCase& review, QWidget* parent = nullptr);

 private:
  /// One way ahead: its angles, its length, and what it passes.
  struct Way {
    panels::Section* section;
    QLabel *inPlane, *cranioCaudal, *length, *bound;
    panels::ClearancesModel* passes;
    QListView* list;
    QLabel* more;
  };
  Way makeWay(QVBoxLayout* layout, const QString& title, const QString& name, const QString& lengthName, bool fromTip);
  void showWay(const Way& way, const planning::NeedleAssessment& needle, const QString& bound);
  void refresh();
  void showSteering(std::size_t which);

  ReviewCase& review_;
  QLabel *note_, *verdict_;
  Way toTarget_, straightOn_, fromEntry_;
};

}  // namespace app::review
