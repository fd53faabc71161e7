#pragma once

#include <QWidget>

#include <map>

class QFormLayout;
class QLabel;

namespace app {
class Case;
}

namespace app::panels {

/// What follows from entry and target: depth, path, and every angle by its name (procedures.md, "Angles").
class PathPanel : public QWidget {
  Q_OBJECT

 public:
  explicit PathPanel(Case& openCase, QWidget* parent = nullptr);

 private:
  QLabel* addRow(const QString& name, const QString& objectName, bool big);
  void refresh();
  void refreshAngles();
  void refreshCarm();

  Case& case_;
  QFormLayout* form_;
  QLabel *depth_, *path_, *inPlane_, *cranioCaudal_, *vertical_, *carmFirst_, *carmSecond_, *tilt_, *sliceLocation_;
};

/// "LAO 12.3° CRA 4.0°"
QString carmText(double primaryDeg, double secondaryDeg);

}  // namespace app::panels
