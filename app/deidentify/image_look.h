#pragma once

#include <QList>
#include <QPixmap>
#include <QRect>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

#include "app/fluoroscopy/frame_feeder.h"

class QLabel;
class QSlider;

namespace app::deidentify {

/// An image that may hold text in its pixels, to be looked at: a run frame by frame, by a slider or the wheel. Text
/// that was found is framed; each drag with the mouse draws one more box that becomes black, a click takes the last
/// back.
class ImageLook : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kPicture = 400;  ///< logical pixels, either way

  explicit ImageLook(QWidget* parent = nullptr);

  /// `first`: the picture of its first frame; null where there is none. Of several frames where only that one can be
  /// shown, this is said.
  void look(const QString& file, const QPixmap& first, int frames);
  /// In pixels of the image: where text was found, and the boxes drawn so far.
  void showBoxes(const std::vector<QRect>& found, const QList<QRect>& drawn);
  /// Called with all boxes of the image when one was drawn or taken back.
  void onDrawn(std::function<void(const QList<QRect>&)> drawn) { onDrawn_ = std::move(drawn); }

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void showFrame();
  void put(const QPixmap& picture);
  void paint();
  void drawTo(const QPoint& to);
  QPoint pixelAt(const QPoint& place) const;  ///< of the image, within it

  QLabel *picture_, *number_;
  QSlider* frame_;
  QPixmap shown_;  ///< a pixel a pixel of the image
  std::vector<QRect> found_;
  QList<QRect> drawn_;
  QRect growing_;  ///< what the drag that goes on draws; empty otherwise
  QPoint pressed_;
  std::function<void(const QList<QRect>&)> onDrawn_;
  fluoroscopy::FrameFeeder feeder_;
  std::shared_ptr<io::FluoroscopyRun> run_;  ///< null: the image has one frame, or its run cannot be opened
};

}  // namespace app::deidentify
