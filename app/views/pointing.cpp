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

}  // namespace app::views
