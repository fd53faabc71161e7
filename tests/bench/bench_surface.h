#pragma once

#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <memory>
#include <vector>

#include "planning/anatomy/surface.h"
#include "planning/geometry.h"

namespace bench {

/// A wavy ball around the origin, radius about 60 mm, of about 300 000 triangles.
std::shared_ptr<const planning::anatomy::Surface> wavyBall();

/// The same triangles for VTK.
vtkSmartPointer<vtkPolyData> toVtk(const planning::anatomy::Surface& surface);

/// Needles of 90 to 210 mm toward targets near the wavy ball that do not enter it.
std::vector<planning::Segment> needlesPast(const planning::anatomy::Surface& surface, int count);

}  // namespace bench
