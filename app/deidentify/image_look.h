#pragma once

#include <QWidget>

#include <memory>

#include "app/fluoroscopy/frame_feeder.h"

class QLabel;
class QPixmap;
class QSlider;

namespace app::deidentify {

/// An image that may hold text in its pixels, to be looked at: a run frame by frame, by a slider or the wheel.
class ImageLook : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kPicture = 400;  ///< logical pixels, either way

  explicit ImageLook(QWidget* parent = nullptr);

  /// `first`: the picture of its first frame; null where there is none. Of several frames where only that one can be
  /// shown, this is said.
  void look(const QString& file, const QPixmap& first, int frames);

 protected:
  void wheelEvent(QWheelEvent* event) override;

 private:
  void showFrame();
  void put(const QPixmap& picture);

  QLabel *picture_, *number_;
  QSlider* frame_;
  fluoroscopy::FrameFeeder feeder_;
  std::shared_ptr<io::FluoroscopyRun> run_;  ///< null: the image has one frame, or its run cannot be opened
};

}  // namespace app::deidentify
