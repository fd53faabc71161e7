#pragma once

#include <vector>

#include "planning/error.h"
#include "planning/fluoroscopy/pose.h"
#include "planning/fluoroscopy/radiograph.h"
#include "planning/progress.h"

namespace planning::fluoroscopy {

/// A fluoroscopy frame that a scan is brought to.
struct RegistrationFrame {
  CArmGeometry view;          ///< as View::geometry(): its isocentre at the origin
  std::vector<float> values;  ///< stored values, row by row; bone bright or dark, the brightness does not matter
};

/// A scan brought to frames, and how well.
struct FrameRegistration {
  RigidPose pose;
  /// RMS of the distances, in the picture, between pieces of the frames and of the radiograph made at the pose; mm at
  /// the isocentre's depth. Says nothing of what a single view cannot see: see depthErrorMm.
  double residualMm = 0;
  /// Of one view alone: how far along the beam the scan may lie off so that the picture changes by no more than the
  /// residual. Absent with two views or more.
  std::optional<double> depthErrorMm;
  double similarity = 0;  ///< gradient correlation, 0 to 1
  int pieces = 0;         ///< of the frames that were compared
};

inline constexpr double kUsualLargestResidualMm = 2.0;  ///< the operator's limit, until he sets another

struct RegistrationOptions {
  Point pivot = makePoint(0, 0, 0);  ///< the place of the scan that matters, the plan's target: turns go about it
  double searchMm = 20;              ///< how far across the picture the scan may lie from the start
  double largestResidualMm = kUsualLargestResidualMm;
};

/// Intensity registration: six degrees of freedom, ITK's Powell optimiser over the gradient correlation of the frames
/// with radiographs, on three resolutions. One view alone leaves the depth uncertain, two of 30 degrees or more do not.
/// Frames must be of one time and one table position: the caller sees to that.
/// Errors: "cancelled"; "frames-show-too-little" where too few pieces can be compared or found; "residual-too-large".
Expected<FrameRegistration> registerToFrames(const Volume& volume, const std::vector<RegistrationFrame>& frames,
                                             const RigidPose& start, const RegistrationOptions& options,
                                             Progress& progress);

/// The same figures for a pose that a person set by hand. Errors as above.
Expected<FrameRegistration> checkRegistration(const Volume& volume, const std::vector<RegistrationFrame>& frames,
                                              const RigidPose& pose, const RegistrationOptions& options,
                                              Progress& progress);

}  // namespace planning::fluoroscopy
