#pragma once

#include <QWidget>

#include <vector>

#include "app/case/shown_scan.h"
#include "planning/plan/rules.h"

namespace app::views {

/// How near each structure comes along the path: one curve a structure, the distance from the needle's surface over the
/// depth from the entry. A click or drag sets the depth at which the needle's-eye view cuts.
class PathPlot : public QWidget {
  Q_OBJECT

 public:
  explicit PathPlot(ShownScan& scan, QWidget* parent = nullptr);

  struct Curve {
    int structure;  ///< index into the case's structures
    /// At even steps from entry to target, both included; off the plot only that it is off the plot.
    std::vector<double> distancesMm;
  };
  const std::vector<Curve>& curves();
  /// Where to stop and take a control image.
  const std::vector<planning::ControlStop>& stops();
  /// Where a depth is drawn, and back; logical pixels from the left.
  double xOf(double depthMm) const;
  double depthAt(double x) const;

  QSize minimumSizeHint() const override { return {200, 90}; }

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  static QString sentenceOf(const planning::ControlStop& stop);
  std::optional<planning::PlannedNeedle> wholeNeedle() const;
  QRectF plotArea() const;
  double yOf(double distanceMm) const;
  void changed();
  void compute();
  void paintAxes(QPainter& painter, const planning::PlannedNeedle& needle);
  void paintCurves(QPainter& painter);
  void paintStops(QPainter& painter, const planning::PlannedNeedle& needle);
  void paintLegend(QPainter& painter, const planning::PlannedNeedle& needle);

  ShownScan& scan_;
  bool current_ = false;  ///< curves_ are those of the present plan
  std::vector<Curve> curves_;
  std::vector<planning::ControlStop> stops_;
};

}  // namespace app::views
