#pragma once

#include <QWidget>

#include <vector>

#include "planning/plan/plan.h"

namespace app::archive {

/// The paths of two plans in one frame of reference, seen along the body (axial, from the feet) and from the side
/// (sagittal, from the left): A drawn solid, B dashed. Entries are circles, targets diamonds; a scale of 10 mm beside.
class TrajectoryPicture : public QWidget {
  Q_OBJECT

 public:
  explicit TrajectoryPicture(QWidget* parent = nullptr);
  void show(const planning::Plan& first, const planning::Plan& second);
  /// What stands in its place when the plans lie in two frames.
  void showNothing(const QString& why);

  QSize minimumSizeHint() const override { return {220, 320}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Path {
    planning::Segment axis;
    bool second = false;
  };
  void paintProjection(QPainter& painter, const QRectF& area, int across, int down, bool downIsPositive,
                       const QString& title, const QString& letters) const;

  std::vector<Path> paths_;
  QString why_;
};

}  // namespace app::archive
