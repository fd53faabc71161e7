#include "app/views/pointing.h"

namespace app::views {

void Pointing::setTool(Tool tool) {
  if (tool == tool_) return;
  tool_ = tool;
  Q_EMIT toolChanged(tool);
}

void Pointing::choose(Chosen chosen) {
  if (chosen == chosen_) return;
  chosen_ = chosen;
  Q_EMIT chosenChanged();
}

void Pointing::setRuler(const std::optional<planning::Segment>& ruler) {
  ruler_ = ruler;
  Q_EMIT rulerChanged();
}

void Pointing::setCArm(const planning::needle::CArmAngles& angles) {
  if (angles.primary == carm_.primary && angles.secondary == carm_.secondary) return;
  carm_ = angles;
  Q_EMIT carmChanged();
}

}  // namespace app::views
