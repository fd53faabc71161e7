#pragma once

#include "app/views/slice_scene.h"

class QPainter;

namespace app::views {

/// A tube where the plane cuts its round cones: what is measured. One that the program only expects and nobody has
/// confirmed is dashed and hatched.
void paintTube(QPainter& painter, const ViewPlane& plane, const planning::anatomy::Structure& structure);

/// What the tool Trace works on: the tube's course with its points, and where the next one would be.
void paintTrace(QPainter& painter, const SliceScene& scene);

}  // namespace app::views
