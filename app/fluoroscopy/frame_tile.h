#pragma once

#include <QFrame>

#include "app/fluoroscopy/frame_view.h"

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace app::fluoroscopy {

/// A frame with its controls below: cine, frames, speed; inversion, edges, subtraction with its pixel shift.
class FrameTile : public QFrame {
  Q_OBJECT

 public:
  FrameTile(FluoroscopyCase& model, int view, QWidget* parent = nullptr);
  FrameView& frame() { return *frame_; }

 private:
  QWidget* makeCine();
  QWidget* makeLook();
  QToolButton* button(const QString& name, const QString& text, const QString& tip);
  void shiftMask(double columns, double rows);
  void refresh();

  FluoroscopyCase& model_;
  const int view_;
  FrameView* frame_;
  QWidget *cine_ = nullptr, *lookBar_ = nullptr;
  QToolButton *play_ = nullptr, *invert_ = nullptr, *subtract_ = nullptr;
  QSlider* frames_ = nullptr;
  QLabel *count_ = nullptr, *shift_ = nullptr;
  QComboBox *speed_ = nullptr, *edges_ = nullptr;
  QWidget* shiftButtons_ = nullptr;
};

}  // namespace app::fluoroscopy
