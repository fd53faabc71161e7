#pragma once

#include <array>

#include "planning/fluoroscopy/projection.h"

namespace planning::fluoroscopy {

/// Where a scan lies under the C-arm: from the scan's LPS to the isocentre's frame (patient axes, the isocentre at the
/// origin), mm. Rigid: the rows are orthonormal and right-handed.
struct RigidPose {
  std::array<Vector, 3> rows{makeVector(1, 0, 0), makeVector(0, 1, 0), makeVector(0, 0, 1)};
  Vector shift = makeVector(0, 0, 0);

  Point apply(const Point& scan) const;
  Point inverse(const Point& fromIsocentre) const;
};

/// The pose with this place of the scan in the isocentre, and no turn: where a registration starts.
RigidPose poseAround(const Point& scan);

/// `pose`, then a turn about an axis through a place (isocentre's frame; right-handed), then a shift.
RigidPose moved(const RigidPose& pose, const Vector& turnRadians, const Point& about, const Vector& shift);

/// How far two poses put the places apart that lie within `radiusMm` of `about` (scan): the largest distance over the
/// ends of the three axes through it.
double differenceMm(const RigidPose& a, const RigidPose& b, const Point& about, double radiusMm);

/// The view's geometry in the scan's own frame: same picture, its isocentre a place of the scan. `view` has its
/// isocentre at the origin.
CArmGeometry seenFrom(const RigidPose& pose, CArmGeometry view);

}  // namespace planning::fluoroscopy
