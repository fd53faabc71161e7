#pragma once

#include "app/views/slice_scene.h"

class QPainter;

namespace app::views {

/// The counted vertebrae that lie in or near the plane, each with its name in its middle; with "?" where unsure. Of a
/// spine that was found and in which nobody has named a vertebra: "?" in each, and the canal's middle, dashed.
void paintLevels(QPainter& painter, const SliceScene& scene);

/// "Level L4, as counted": of an axial slice, where it passes the spine; empty for others.
QString levelText(const SliceScene& scene);

}  // namespace app::views
