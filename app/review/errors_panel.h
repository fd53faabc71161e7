#pragma once

#include "app/look/section.h"
#include "app/review/review_case.h"

class QGridLayout;
class QLabel;
class QListView;

namespace app::panels {
class ClearancesModel;
}

namespace app::review {

/// A list of distances that is as high as what it holds. Its rows tell when they are clicked.
QListView* distancesList(const QString& objectName, panels::ClearancesModel* model);
void fitHeight(QListView* list);

/// The name of the needle in turn, where a plan has several; and why there is no result.
class ErrorsPanel : public panels::Section {
  Q_OBJECT

 public:
  explicit ErrorsPanel(ReviewCase& review, QWidget* parent = nullptr);

 private:
  struct Row {
    QLabel *name, *value, *bound;
  };
  Row row(const QString& text, const QString& objectName, const QString& tip);
  void refresh();
  void clear();

  ReviewCase& review_;
  QGridLayout* grid_;
  QLabel* note_;
  Row tip_, toward_, lateral_, depth_, entry_, angle_, bend_;
};

/// How near the real needle came to each structure, measured along its course.
class DistancesPanel : public panels::Section {
  Q_OBJECT

 public:
  explicit DistancesPanel(ReviewCase& review, QWidget* parent = nullptr);

 private:
  void refresh();

  ReviewCase& review_;
  panels::ClearancesModel* model_;
  QListView* list_;
  QLabel* missing_;
};

}  // namespace app::review
