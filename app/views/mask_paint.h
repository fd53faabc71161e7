#pragma once

#include <QColor>

#include "app/views/view_plane.h"
#include "planning/anatomy/structure.h"

class QPainter;

namespace app::views {

/// The voxels of a mask that a plane cuts, hatched: a shape that is being measured, so that its outline is not known
/// yet. A pixel is in where its middle lies in a voxel that is in.
void paintMask(QPainter& painter, const ViewPlane& plane, const planning::anatomy::Mask& mask, const QColor& colour);

}  // namespace app::views
