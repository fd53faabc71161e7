#pragma once

#include <QWidget>

#include <optional>
#include <string>

#include "planning/needle/carm_position.h"

namespace app::panels {

/// A C-arm around the patient as he lies on the table, looked at from the table's foot: body with the nose and the side
/// letters, table, detector and source, the needle. Beside it, for the bull's eye, what the operator sees: the needle
/// as a point, and how it opens when the beam is one degree off. Nothing where the patient's position is not known.
class CArmDrawing : public QWidget {
  Q_OBJECT

 public:
  CArmDrawing(const planning::needle::Trajectory& needle, const planning::needle::CArmView& view,
              const std::string& patientPosition, QWidget* parent = nullptr);

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintBody(QPainter& painter) const;
  void paintArm(QPainter& painter) const;
  void paintNeedle(QPainter& painter) const;
  void paintBullsEye(QPainter& painter, const QPointF& middle) const;
  QPointF onTable(const planning::Vector& patient) const;  ///< seen from the foot: right and down, unit lengths

  planning::needle::Trajectory needle_;
  planning::needle::CArmPosition position_;
  bool bullsEye_;
  std::optional<planning::needle::LyingAxes> lies_;
};

}  // namespace app::panels
