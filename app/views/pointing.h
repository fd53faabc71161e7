#pragma once

#include <QObject>

#include <optional>

#include "planning/geometry.h"
#include "planning/needle/trajectory.h"

namespace app::views {

/// What a left drag in a view does.
enum class Tool { Crosshair, Target, Entry, Measure };
/// What the arrow keys nudge: the point that was last placed or dragged.
enum class Chosen { Crosshair, Target, Entry };

/// What the hand is doing, shared by all views of a window: it belongs to no case and is never saved.
class Pointing : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  Tool tool() const { return tool_; }
  void setTool(Tool tool);
  Chosen chosen() const { return chosen_; }
  void choose(Chosen chosen);
  /// The distance that is being measured, between two places in the patient.
  const std::optional<planning::Segment>& ruler() const { return ruler_; }
  void setRuler(const std::optional<planning::Segment>& ruler);
  /// Where the simulated C-arm stands, in terms of the patient.
  const planning::needle::CArmAngles& carm() const { return carm_; }
  void setCArm(const planning::needle::CArmAngles& angles);

 Q_SIGNALS:
  void toolChanged(Tool tool);
  void chosenChanged();
  void rulerChanged();
  void carmChanged();

 private:
  Tool tool_ = Tool::Crosshair;
  Chosen chosen_ = Chosen::Crosshair;
  std::optional<planning::Segment> ruler_;
  planning::needle::CArmAngles carm_{planning::Angle::radians(0), planning::Angle::radians(0)};
};

}  // namespace app::views
