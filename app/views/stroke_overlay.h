#pragma once

#include <QPointF>

#include <optional>

#include "app/views/slice_scene.h"

namespace app::views {

/// The strokes that are not yet in their structure, as this slice cuts their balls, and the ball under the mouse.
/// `brush`: where the mouse is, on the screen, while a brush is the tool.
void paintStrokes(QPainter& painter, const SliceScene& scene, const std::optional<QPointF>& brush);

}  // namespace app::views
