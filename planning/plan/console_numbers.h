#pragma once

#include <optional>
#include <string>

#include "planning/plan/plan.h"
#include "planning/procedure/routes.h"
#include "planning/volume.h"

/// What the person at the scanner dials for one needle: the numbers of the sheet for the console.
namespace planning {

/// How far a needle is in, measured along it from the skin, and how much of it then still stands outside.
struct NeedleStop {
  double insideMm = 0;
  std::optional<double> outsideMm;  ///< absent without a needle; negative: it is too short
};

/// Of one needle, as the patient lay in the scan. A target is exact, for it is a place that was chosen in the scan;
/// the skin is shown there within half a voxel's diagonal. That, through the geometry, is every bound here: it holds
/// neither how a patient moves nor how a hand places a needle. Absent: not known, or not defined.
struct ConsoleNumbers {
  std::string patientPosition;  ///< (0018,5100) of the scan; empty when absent
  /// (0020,1041) as the scanner printed it, of the slices nearest to skin point and target; within sliceBoundMm of
  /// them.
  std::optional<double> entrySliceLocationMm, targetSliceLocationMm;
  double sliceBoundMm = 0;               ///< half the distance between slices
  double placeBoundMm = 0;               ///< half the voxel diagonal: of a place that the scan shows, and of depths
  double acrossMm = 0;                   ///< the skin point's x in the scan, LPS: positive to the patient's left
  std::optional<double> fromMidlineMm;   ///< the skin point's, positive to the patient's left
  double midlineBoundMm = 0;             ///< of fromMidlineMm; grows where the entry lies beyond the two clicked places
  std::optional<Angle> fromVertical;     ///< in the axial plane, from gravity: what a goniometer reads, 0 to 180
  std::optional<Vector> hubLeansTo;      ///< unit, LPS, horizontal in the axial plane; absent for an upright needle
  Angle angleBound = Angle::radians(0);  ///< of fromVertical and of the cranio-caudal angle
  Angle tiltBound = Angle::radians(0);   ///< of the tilt of the gantry and of the angle in the tilted slice
  std::optional<NeedleStop> atTarget;    ///< inside: skin to target
  std::optional<NeedleStop> lastControl;  ///< where the route stops for its last control image
};

/// The needle must have target and entry, and they must differ. `volume` is the scan that the plan was made on.
ConsoleNumbers consoleNumbers(const Plan& plan, std::size_t which, const Volume& volume,
                              const procedure::Routes& routes);

}  // namespace planning
