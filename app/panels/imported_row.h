#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace app {
class PlanDocument;
}

namespace app::panels {

/// Where the current needle's places came from another program's file, or from another needle of the plan: "I have seen
/// this needle on the scan", by name; and afterwards who said so, and the way to take it back. Hidden for every other
/// needle.
class ImportedRow : public QWidget {
  Q_OBJECT

 public:
  explicit ImportedRow(PlanDocument& document, QWidget* parent = nullptr);

 private:
  void refresh();
  void say();

  PlanDocument& document_;
  QLabel* from_;
  QPushButton *say_, *takeBack_;
};

}  // namespace app::panels
