#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/needle/trajectory.h"

namespace planning::needle {

/// One way for a C-arm to look along the needle.
struct CArmPosition {
  CArmAngles patient;                 ///< in terms of the patient, as DICOM and the report say it
  std::optional<CArmAngles> machine;  ///< what the machine displays; absent for an unknown patient position
  bool detectorOnEntrySide = false;
  bool withinReach = false;  ///< of the usual C-arm below; false when the machine's angles are not known
};

/// How far usual ceiling and floor stands turn, as the machine displays it. Stands differ: this only orders two
/// choices.
inline constexpr double kUsualReachPrimaryDeg = 110, kUsualReachSecondaryDeg = 45;

/// Where the patient's left, back and head point in the machine's axes: those of a patient who is supine and head
/// first, so that y runs down to the floor and z to the table's head. Absent for an unknown patient position.
struct LyingAxes {
  Vector left, back, head;
};
std::optional<LyingAxes> lyingAxes(const std::string& patientPosition);

/// What a machine that takes every patient for supine and head first displays for angles of the patient. Absent for an
/// unknown patient position (0018,5100). Undefined primary (a view along the table) stays as given.
std::optional<CArmAngles> machineAngles(const CArmAngles& patient, const std::string& patientPosition);

/// What a view of the needle is for: to steer it (a point in the bull's eye), or to see how deep it is.
enum class CArmPurpose { BullsEye, Side };

struct CArmView {
  CArmPurpose purpose = CArmPurpose::BullsEye;
  Angle toNeedle = Angle::radians(0);   ///< between the beam and the needle: 0 in the bull's eye, 90 from the side
  std::vector<CArmPosition> positions;  ///< the detector on either side, those within reach first
};

/// The bull's-eye view (left out where it is not defined) and two from the side, both at right angles to the needle.
/// The first of these has no cranio-caudal angle; the second is the one within reach that differs most from it, and of
/// equal ones that with the smaller angles. Where the machine's angles are not known, "within reach" counts in the
/// patient's. Precondition: entry differs from target.
std::vector<CArmView> carmViews(const Trajectory& trajectory, const std::string& patientPosition);

/// How far the entry's image lies from the target's where the beam is `off` the needle: mm at the target's depth, with
/// the target in the isocentre. 0 in the bull's eye.
double parallaxMm(const Trajectory& trajectory, Angle off, double sourceToIsocentreMm, bool detectorOnEntrySide);

/// The inverse of machineAngles().
std::optional<CArmAngles> patientAngles(const CArmAngles& machine, const std::string& patientPosition);

/// Both bull's-eye positions, those within reach first, then that with the detector on the entry's side. Empty when the
/// primary angle is not defined (a needle along the patient's long axis).
std::vector<CArmPosition> carmPositions(const TrajectoryAngles& angles, const std::string& patientPosition);

}  // namespace planning::needle
