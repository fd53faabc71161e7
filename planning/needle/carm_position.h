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

/// How far usual ceiling and floor stands turn, as the machine displays it. Stands differ: this only orders two choices.
inline constexpr double kUsualReachPrimaryDeg = 110, kUsualReachSecondaryDeg = 45;

/// What a machine that takes every patient for supine and head first displays for angles of the patient. Absent for an
/// unknown patient position (0018,5100). Undefined primary (a view along the table) stays as given.
std::optional<CArmAngles> machineAngles(const CArmAngles& patient, const std::string& patientPosition);

/// Both bull's-eye positions, those within reach first, then that with the detector on the entry's side. Empty when the
/// primary angle is not defined (a needle along the patient's long axis).
std::vector<CArmPosition> carmPositions(const TrajectoryAngles& angles, const std::string& patientPosition);

}  // namespace planning::needle
