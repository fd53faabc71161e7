#pragma once

#include <optional>
#include <string>

#include "planning/needle/trajectory.h"
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

/// How a needle is held in one slice. A gantry tilts about the horizontal axis across the patient: x for one who lies
/// on back or belly, y for one on the side.
struct TiltedSlice {
  Vector across;                      ///< that axis, unit, LPS: to the patient's left, or back
  Angle tilt = Angle::radians(0);     ///< of the gantry: atan2(d_z, |d . gravity|), positive toward the head
  Angle inSlice = Angle::radians(0);  ///< asin(d . across), from the vertical plane within that slice
};
/// Absent for an unknown position, and for a needle along that axis. The entry must differ from the target.
std::optional<TiltedSlice> tiltedSlice(const needle::Trajectory& line, const std::string& patientPosition);

/// A place's distance from the scan's zero line, which a laser from above may draw.
struct AcrossPatient {
  Vector axis;    ///< horizontal, in the axial plane, unit, LPS: to the patient's left, or back for one on the side
  double mm = 0;  ///< the place's coordinate along it, in the scan
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
  std::optional<AcrossPatient> across;   ///< of the skin point; absent for an unknown position
  std::optional<double> fromMidlineMm;   ///< the skin point's, positive to the patient's left
  double midlineBoundMm = 0;             ///< of fromMidlineMm; grows where the entry lies beyond the two clicked places
  std::optional<Angle> fromVertical;     ///< in the axial plane, from gravity: what a goniometer reads, 0 to 180
  std::optional<Vector> hubLeansTo;      ///< unit, LPS, horizontal in the axial plane; absent for an upright needle
  Angle angleBound = Angle::radians(0);  ///< of fromVertical and of the cranio-caudal angle
  std::optional<TiltedSlice> tilted;
  Angle tiltBound = Angle::radians(0);    ///< of both angles of `tilted`
  std::optional<NeedleStop> atTarget;     ///< inside: skin to target
  std::optional<NeedleStop> lastControl;  ///< where the route stops for its last control image
};

/// The needle must have target and entry, and they must differ. `volume` is the scan that the plan was made on.
ConsoleNumbers consoleNumbers(const Plan& plan, std::size_t which, const Volume& volume,
                              const procedure::Routes& routes);

}  // namespace planning
