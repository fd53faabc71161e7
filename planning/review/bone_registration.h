#pragma once

#include "planning/error.h"
#include "planning/progress.h"
#include "planning/review/rigid_motion.h"
#include "planning/volume.h"

namespace planning::review {

struct BoneFit {
  RigidMotion controlToPlan;
  /// How far the bones' edges still lie apart: root mean square, along the edges' normals, of the nine tenths that lie
  /// nearest.
  double residualMm = 0;
};

/// Brings a control scan onto the planned one by its bones: least squares of brightness between 100 and 900 HU, on
/// places in and beside bone and away from metal, over cells of 6, 3 and 1.5 mm. It starts from many places along the
/// body, so that a few slices find their level; turns of up to about 15 degrees are found. Errors: "bone-too-little"
/// (in the control), "registration-ambiguous" (another place along the body fits nearly as well), "registration-failed"
/// (residual), "cancelled".
Expected<BoneFit> registerOnBone(const Volume& control, const Volume& plan, Progress& progress);

}  // namespace planning::review
