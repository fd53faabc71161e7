#pragma once

#include <functional>

#include "app/views/contour_cache.h"
#include "app/views/slice_scene.h"

class QPainter;

namespace app::views {

/// "I 210.5 mm": the coordinate that the plane keeps, named by its direction as everywhere; of a plane that follows the
/// needle, where it is along it.
QString positionText(const SliceScene& scene);

/// Contours, crosshair, needles, points, ruler, letters, scale bar, text, and the band of a contradicted site. Logical
/// pixels. `paintMarks` stands in for the needles of the case's plan.
void paintOverSlice(QPainter& painter, const SliceScene& scene, ContourCache& contours,
                    const std::function<void()>& paintMarks);

}  // namespace app::views
