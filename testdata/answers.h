#pragma once

#include <vector>

#include "planning/geometry.h"
#include "testdata/lumbar_phantom.h"
#include "testdata/spine.h"

namespace testdata {

/// The least signed distance of a shape along the needle's axis: its clearance before the needle's radius, or,
/// negative, minus the axis' greatest depth in it. Within 1e-3 mm for certain (no interval is left that could hold
/// less), and to 1e-6 mm where the least place is then refined.
double leastDistanceMm(const Shape& shape, const planning::Segment& axis);

/// Length of the path's part inside the body, from the target back to where it first leaves the skin; to 1e-9 mm.
double skinDepthMm(const Shape& skin, const planning::Segment& axis);

/// The paths that this body is made for, sound ones and one through a root.
std::vector<PhantomAnswer> makeAnswers(const Spine& spine, const std::vector<PhantomStructure>& structures);

}  // namespace testdata
