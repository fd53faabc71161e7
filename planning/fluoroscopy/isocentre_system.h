#pragma once

#include <optional>
#include <string>

#include "planning/fluoroscopy/projection.h"

namespace planning::fluoroscopy {

/// Isocenter Reference System of one frame of an Enhanced XA (PS3.3 C.8.19.6.13): where positioner and table stand in
/// the room. X runs to the left of a patient who lies supine with the head first, Y down, Z to that head; the origin is
/// the isocentre. The angles are the equipment's own, whatever the patient's position.
struct IsocentreSystem {
  Angle primary = Angle::radians(0);           ///< Ap1 (0018,9463), about Z, from -Y to +X positive
  Angle secondary = Angle::radians(0);         ///< Ap2 (0018,9464), about X, toward +Z positive
  Angle detectorRotation = Angle::radians(0);  ///< Ap3 (0018,9465), about the beam; PS3.17 Z.3
  Vector table = makeVector(0, 0, 0);          ///< T (0018,9466 to 9468): the table's reference point, mm
  Angle horizontal = Angle::radians(0);        ///< At1 (0018,9469), from +Z to +X positive
  Angle headTilt = Angle::radians(0);          ///< At2 (0018,9470), head of the table upward positive
  Angle cradleTilt = Angle::radians(0);        ///< At3 (0018,9471), left of the table upward positive

  friend bool operator==(const IsocentreSystem&, const IsocentreSystem&) = default;
};

/// Where one frame's C-arm stands seen from the patient: LPS axes that lie with the patient on the table, their origin
/// the table's reference point. Two frames with their systems share it, wherever the table went between them.
struct PositionerPose {
  Angle primary = Angle::radians(0), secondary = Angle::radians(0);  ///< as CArmGeometry's
  Angle roll = Angle::radians(0);
  Point isocentre = makePoint(0, 0, 0);
};

/// Absent for a patient position that is none of the eight (HFS, HFP, FFS, FFP, HFDR, HFDL, FFDR, FFDL).
std::optional<PositionerPose> poseOf(const IsocentreSystem& system, const std::string& patientPosition);

}  // namespace planning::fluoroscopy
