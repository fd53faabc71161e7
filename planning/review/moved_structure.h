#pragma once

#include "planning/anatomy/measured_structure.h"
#include "planning/review/rigid_motion.h"

namespace planning::review {

/// The structure where the motion brings it: shape, surface and distances, with `extraBoundMm` (of the registration)
/// added to its error bound. Nothing is resampled: distances are those of the shape as it was.
anatomy::MeasuredStructure moved(const anatomy::MeasuredStructure& structure, const RigidMotion& motion,
                                 double extraBoundMm);

}  // namespace planning::review
