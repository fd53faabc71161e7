#include "app/views/pointing.h"

#include <algorithm>
#include <cmath>

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

void Pointing::setBrushRadiusMm(double mm) {
  mm = std::clamp(mm, kLeastBrushMm, kLargestBrushMm);
  if (mm == brushRadiusMm_) return;
  brushRadiusMm_ = mm;
  Q_EMIT brushRadiusChanged(mm);
}

void Pointing::beginStroke(const planning::Point& centre) {
  strokes_.push_back({{centre}, brushRadiusMm_, tool_ == Tool::Paint});
  drawing_ = true;
  Q_EMIT strokesChanged();
}

/// Balls so near to each other that what they leave out between them is less than a tenth of the radius.
void Pointing::extendStroke(const planning::Point& centre) {
  auto& stroke = strokes_.back();
  const planning::Point last = stroke.centres.back();
  const double stepMm = 0.4 * stroke.radiusMm, wayMm = (centre - last).GetNorm();
  if (wayMm < stepMm) return;
  const int steps = static_cast<int>(std::ceil(wayMm / stepMm));
  for (int n = 1; n <= steps; ++n) stroke.centres.push_back(last + (centre - last) * (static_cast<double>(n) / steps));
  Q_EMIT strokesChanged();
}

Stroke Pointing::endStroke() {
  drawing_ = false;
  return strokes_.back();
}

void Pointing::clearStrokes() {
  if (strokes_.empty()) return;
  strokes_.erase(strokes_.begin(), strokes_.end() - (drawing_ ? 1 : 0));
  Q_EMIT strokesChanged();
}

void Pointing::setCArm(const planning::needle::CArmAngles& angles) {
  if (angles.primary == carm_.primary && angles.secondary == carm_.secondary) return;
  carm_ = angles;
  Q_EMIT carmChanged();
}

}  // namespace app::views
