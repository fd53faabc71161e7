#pragma once

#include "app/fluoroscopy/frame_view.h"
#include "app/look/section.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;

namespace app::fluoroscopy {

/// Step 2: what a left drag marks, the scale of the current view, and the lengths in both pictures.
class MarksPanel : public panels::Section {
  Q_OBJECT

 public:
  explicit MarksPanel(FluoroscopyCase& model, QWidget* parent = nullptr);
  void chooseTool(MarkTool tool);
  MarkTool tool() const;

 Q_SIGNALS:
  void toolChosen(MarkTool tool);
  void calibrationObjectChosen(planning::fluoroscopy::Calibration::Object object, double knownMm);

 private:
  void makeScale();
  void chooseObject();
  void chooseNeedle();
  void refresh();

  FluoroscopyCase& model_;
  QButtonGroup* tools_;
  QWidget* scale_;
  QComboBox *object_, *needle_;
  QLineEdit* known_;
  QLabel *scaleText_, *lengths_;
};

}  // namespace app::fluoroscopy
