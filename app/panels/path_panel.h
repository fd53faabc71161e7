#pragma once

#include "app/look/section.h"
#include "app/panels/step_place.h"
#include "planning/geometry.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace app {
class PlanDocument;
class ShownScan;
}  // namespace app

namespace app::panels {

/// What follows from entry and target, to read at a distance: depth, path, and the two angles of the report.
class PathPanel : public QWidget {
  Q_OBJECT

 public:
  explicit PathPanel(ShownScan& scan, QWidget* parent = nullptr);

 private:
  void refresh();

  ShownScan& scan_;
  QLabel *depth_, *path_, *inPlane_, *cranioCaudal_;
};

/// The same line in the other conventions, each by its name (planning/needle/README.md, "Angles"), and the entry's
/// slice.
class AnglesPanel : public Section, public StepPlace {
  Q_OBJECT

 public:
  AnglesPanel(ShownScan& scan, PlanDocument& document, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 private:
  void refresh();
  void refreshAngles();

  void makeMidline();
  void confirmMidline();

  ShownScan& scan_;
  PlanDocument& document_;
  QLabel *vertical_, *sliceLocation_, *tilt_, *inTiltedSlice_, *fromMidline_;
  QPushButton* midline_;
};

/// "23.5° L": the side that the needle runs toward.
QString signedAngle(const planning::Angle& angle, const QString& positive, const QString& negative);

}  // namespace app::panels
