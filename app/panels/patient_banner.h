#pragma once

#include <QWidget>

class QLabel;

namespace app {
class Case;
}

namespace app::panels {

/// Who is on the screen; never leaves it.
class PatientBanner : public QWidget {
  Q_OBJECT

 public:
  explicit PatientBanner(Case& openCase, QWidget* parent = nullptr);

 private:
  void refresh();

  Case& case_;
  QLabel *name_, *details_, *study_, *series_;
};

}  // namespace app::panels
