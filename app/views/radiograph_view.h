#pragma once

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

#include "app/case/shown_scan.h"
#include "app/views/pointing.h"
#include "app/views/radiograph_maker.h"

namespace app::views {

/// What a C-arm of usual size would see of the scan at the angles of Pointing: the simulated radiograph, over it the
/// structures' outlines, the needles and their points, and the patient's sides. The isocentre is the current needle's
/// target, else the crosshair. A left drag turns the C-arm, the wheel by one degree (with Shift cranio-caudal), Ctrl
/// and wheel change the field, a right drag the contrast.
class RadiographView : public QWidget {
  Q_OBJECT

 public:
  RadiographView(ShownScan& scan, Pointing& pointing, QWidget* parent = nullptr);

  /// What is on the screen; null before the first radiograph.
  std::shared_ptr<const RadiographMaker::Answer> shown() const { return shown_; }
  /// Where a place in the patient is painted, in logical pixels; absent while nothing is shown or it is not seen.
  std::optional<QPointF> onScreen(const planning::Point& place) const;
  /// The usual field and contrast.
  void resetView();

  QSize minimumSizeHint() const override { return {120, 120}; }

 Q_SIGNALS:
  void maximiseAsked();
  void painted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  planning::fluoroscopy::CArmGeometry geometry() const;
  void askAgain();
  void take(const std::shared_ptr<const RadiographMaker::Answer>& answer);
  void makePicture();
  QRectF pictureArea() const;
  void paintWords(QPainter& painter) const;
  void turnBy(double primaryDeg, double secondaryDeg);
  void fieldBy(double factor);

  ShownScan& scan_;
  Pointing& pointing_;
  RadiographMaker maker_;
  std::shared_ptr<const RadiographMaker::Answer> shown_;
  QImage picture_;         ///< shown_ as grey levels
  double fieldMm_;         ///< the detector's side
  double contrast_ = 1;    ///< 1: as exposed
  double brightness_ = 0;  ///< of the exposed range, added
  QPointF lastMouse_;
  int wheel_ = 0;
};

/// A C-arm of usual size, said to be assumed wherever it is used.
inline constexpr double kUsualSidMm = 1000, kUsualSodMm = 700;

}  // namespace app::views
