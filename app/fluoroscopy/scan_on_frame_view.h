#pragma once

#include <QImage>
#include <QWidget>

#include <memory>

#include "app/fluoroscopy/frame_picture.h"
#include "app/fluoroscopy/scan_on_frame.h"
#include "app/views/radiograph_maker.h"

namespace app::fluoroscopy {

/// The frame, the scan's radiograph blended over it, and once the registration holds the plan: needles, points and
/// outlines. Left drag moves the scan, with Shift turns it, the wheel brings it nearer to the detector.
class ScanOnFrameView : public QWidget {
  Q_OBJECT

 public:
  ScanOnFrameView(ShownScan& scan, ScanOnFrame& model, QWidget* parent = nullptr);

  void setBlend(double part);  ///< of the radiograph, 0 to 1
  /// Where a place of the scan is painted; absent without frame.
  std::optional<QPointF> onScreen(const planning::Point& place) const;
  std::shared_ptr<const views::RadiographMaker::Answer> radiograph() const { return radiograph_; }

  QSize minimumSizeHint() const override { return {220, 220}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void refresh();
  void takeFrame();
  void takeRadiograph(const std::shared_ptr<const views::RadiographMaker::Answer>& answer);
  QRectF pictureArea() const;
  void paintPlan(QPainter& painter) const;
  void paintWords(QPainter& painter) const;

  ShownScan& scan_;
  ScanOnFrame& model_;
  views::RadiographMaker maker_;
  std::shared_ptr<const io::FramePixels> pixels_;
  QImage frame_, scanPicture_;
  std::optional<planning::fluoroscopy::CArmGeometry> asked_;
  std::shared_ptr<const views::RadiographMaker::Answer> radiograph_;
  double blend_ = 0.5;
  QPointF lastMouse_;
};

}  // namespace app::fluoroscopy
