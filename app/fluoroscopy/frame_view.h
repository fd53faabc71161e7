#pragma once

#include <QImage>
#include <QTransform>
#include <QWidget>

#include <array>
#include <memory>

#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/frame_feeder.h"
#include "app/fluoroscopy/frame_picture.h"

namespace app::fluoroscopy {

/// What a left drag in a frame does.
enum class MarkTool { Look, Target, Entry, Calibrate };

/// One of the two frames: the picture, its marks, and the hand on them. Wheel: frames; Ctrl + wheel: zoom; right drag:
/// window; middle drag, or left drag with no tool: moves the picture; marks are dragged directly.
class FrameView : public QWidget {
  Q_OBJECT

 public:
  FrameView(FluoroscopyCase& model, int view, QWidget* parent = nullptr);

  const Look& look() const { return look_; }
  void setLook(const Look& look);
  void setMaskHere();  ///< the frame shown becomes the mask, its window fitted to the next one
  void setTool(MarkTool tool);
  void setCalibrationObject(planning::fluoroscopy::Calibration::Object object, double knownMm);
  void fit();  ///< the whole frame
  void setPlaying(bool playing);
  bool isPlaying() const { return cine_ != 0; }
  void setSpeed(double factor);  ///< of the file's frame rate; of 15 frames a second where it gives none

  /// Where a place of the frame lies in the widget, logical pixels; (0, 0) is the centre of the frame's first pixel.
  QPointF toWidget(const planning::fluoroscopy::ImagePoint& place) const;
  planning::fluoroscopy::ImagePoint toFrame(const QPointF& place) const;
  double pixelsPerColumn() const;  ///< logical pixels of the widget
  QSize minimumSizeHint() const override { return {220, 220}; }

 Q_SIGNALS:
  void lookChanged();
  void playingChanged(bool playing);
  void fillAsked();
  void refused(const planning::Error& error);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;  ///< arrows: the mark last touched by a pixel, with Shift by 0.2
  void timerEvent(QTimerEvent* event) override;

 private:
  enum class Grip { None, Target, Entry, CalibrationFrom, CalibrationTo, Window, Move };

  void takeRun();
  void takeFrame();
  void remakePicture();
  Grip gripAt(const QPointF& place) const;
  void drag(const QPointF& place);
  void startMark(const QPointF& place);
  void step(int frames);
  void nudge(double columns, double rows);
  double fitScale() const;

  FluoroscopyCase& model_;
  const int view_;
  FrameFeeder feeder_;
  std::shared_ptr<io::FluoroscopyRun> run_;
  std::shared_ptr<const io::FramePixels> pixels_, mask_;
  QImage picture_;
  Look look_;
  bool lookIsFitted_ = false;
  MarkTool tool_ = MarkTool::Look;
  planning::fluoroscopy::Calibration calibrating_;
  double zoom_ = 1;  ///< 1: the whole frame
  QPointF shift_;    ///< of the frame's middle from the widget's, logical pixels
  Grip grip_ = Grip::None, lastMark_ = Grip::None;
  QPointF pressedAt_, shiftAtPress_;
  Look lookAtPress_;
  int cine_ = 0;  ///< timer id; 0: not playing
  double speed_ = 1;
  bool waits_ = false;  ///< the frame shown is not at hand yet
};

}  // namespace app::fluoroscopy
