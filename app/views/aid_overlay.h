#pragma once

#include "app/views/contour_cache.h"
#include "app/views/slice_scene.h"

class QPainter;

namespace app::views {

/// What of the target's anatomy was found, where the slice cuts it: thin, dashed, each with its name once. Never as a
/// structure is drawn.
void paintGuides(QPainter& painter, const SliceScene& scene, ContourCache& contours);

/// The needle that is proposed and looked at: thin and dashed, from entry to target, with its number; fainter where it
/// is off the slice. Never as a needle of the plan is drawn.
void paintProposedWay(QPainter& painter, const SliceScene& scene);

}  // namespace app::views
