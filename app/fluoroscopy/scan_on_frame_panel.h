#pragma once

#include "app/look/section.h"

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;

namespace app::fluoroscopy {

class ScanOnFrame;

/// The steps that bring the scan to the frame: by hand, by intensity, the limit, what was measured, and the clearances
/// with the residual in their bounds.
class ScanOnFramePanel : public panels::Section {
  Q_OBJECT

 public:
  explicit ScanOnFramePanel(ScanOnFrame& model, QWidget* parent = nullptr);

 Q_SIGNALS:
  void blendChosen(double part);

 private:
  void makeSteps();
  void makeResults();
  void refresh();
  void showResult();

  ScanOnFrame& model_;
  QLabel *state_, *residual_, *depth_, *kind_, *clearances_;
  QSlider* blend_;
  QPushButton *startOver_, *register_, *measure_, *cancel_;
  QCheckBox* both_;
  QDoubleSpinBox* limit_;
  QProgressBar* progress_;
};

}  // namespace app::fluoroscopy
