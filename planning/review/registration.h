#pragma once

#include "planning/progress.h"
#include "planning/review/control.h"
#include "planning/review/rigid_motion.h"
#include "planning/volume.h"

namespace planning::review {

/// What the two scans can be brought together by.
struct ScanPair {
  const SeriesIdentity& planned;  ///< the scan that was planned on
  const Volume* plannedScan;      ///< its voxels; null when it is not at hand
  const Volume& control;
};

/// One frame of reference: nothing moves. Else by bone. With landmarks (two and more) by these, whatever the frames;
/// their residual is never less than half a voxel's diagonal of the control, as no click is better. Never accepted: but
/// for one frame of reference the residual wants the operator's word. Errors: "another-patient" (both),
/// "plan-scan-needed" (another frame of reference, and no planned scan), those of fitLandmarks() and registerOnBone().
Expected<Registration> registrationOf(const ScanPair& scans, const std::vector<Landmark>& landmarks,
                                      Progress& progress);

inline RigidMotion controlToPlan(const Registration& registration) {
  return RigidMotion(registration.controlToPlan);
}

}  // namespace planning::review
