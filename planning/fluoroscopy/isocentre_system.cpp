#include "planning/fluoroscopy/isocentre_system.h"

#include <algorithm>
#include <array>

namespace planning::fluoroscopy {
namespace {

/// Three axes, unit, in the system that they are given in.
struct Axes {
  Vector x, y, z;

  /// What has these coordinates along the axes.
  Vector along(const Vector& v) const { return x * v[0] + y * v[1] + z * v[2]; }
  /// The coordinates of a direction along the axes.
  Vector coordinates(const Vector& v) const { return makeVector(dot(x, v), dot(y, v), dot(z, v)); }
};

/// The positioner's axes in the isocentre system: Xp along the rows, Yp from the isocentre to the source, Zp up the
/// picture. Rows of R3 R2 R1 (PS3.17 Z.3).
Axes positionerAxes(const IsocentreSystem& system) {
  const auto turn = [](const Vector& a, const Vector& b, double angle) {
    return a * std::cos(angle) + b * std::sin(angle);
  };
  const double ap1 = system.primary.radians(), ap2 = system.secondary.radians(),
               ap3 = system.detectorRotation.radians();
  const Vector x1 = makeVector(std::cos(ap1), std::sin(ap1), 0), y1 = makeVector(-std::sin(ap1), std::cos(ap1), 0),
               z1 = makeVector(0, 0, 1);
  const Vector y2 = turn(y1, z1, -ap2), z2 = turn(z1, y1, ap2);
  return {turn(x1, z2, -ap3), y2, turn(z2, x1, ap3)};
}

/// The table's axes in the isocentre system: Xt to its left, Yt down, Zt to its head.
Axes tableAxes(const IsocentreSystem& system) {
  const double at1 = system.horizontal.radians(), at2 = system.headTilt.radians(), at3 = system.cradleTilt.radians();
  const Vector x1 = makeVector(std::cos(at1), 0, -std::sin(at1)), y1 = makeVector(0, 1, 0),
               z1 = makeVector(std::sin(at1), 0, std::cos(at1));
  const Vector y2 = y1 * std::cos(at2) + z1 * std::sin(at2), z2 = z1 * std::cos(at2) - y1 * std::sin(at2);
  return {x1 * std::cos(at3) - y2 * std::sin(at3), y2 * std::cos(at3) + x1 * std::sin(at3), z2};
}

/// The patient's L, P and H in table axes (README.md, "Table axes").
std::optional<Axes> patientAxes(const std::string& position) {
  struct Row {
    const char* position;
    std::array<int, 3> axes;  ///< of L, P, H: 1 X, 2 Y, 3 Z, negative when against it
  };
  static constexpr std::array<Row, 8> kRows{{{"HFS", {1, 2, 3}},
                                             {"HFP", {-1, -2, 3}},
                                             {"FFS", {-1, 2, -3}},
                                             {"FFP", {1, -2, -3}},
                                             {"HFDR", {-2, 1, 3}},
                                             {"HFDL", {2, -1, 3}},
                                             {"FFDR", {-2, -1, -3}},
                                             {"FFDL", {2, 1, -3}}}};
  const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& each) { return position == each.position; });
  if (row == kRows.end()) return std::nullopt;
  const auto axis = [](int which) {
    Vector v = makeVector(0, 0, 0);
    v[static_cast<unsigned>(std::abs(which) - 1)] = which > 0 ? 1 : -1;
    return v;
  };
  return Axes{axis(row->axes[0]), axis(row->axes[1]), axis(row->axes[2])};
}

}  // namespace

std::optional<PositionerPose> poseOf(const IsocentreSystem& system, const std::string& patientPosition) {
  const auto patient = patientAxes(patientPosition);
  if (!patient) return std::nullopt;
  const Axes table = tableAxes(system), positioner = positionerAxes(system);
  const auto inPatient = [&](const Vector& inRoom) { return patient->coordinates(table.coordinates(inRoom)); };
  const Vector beam = inPatient(positioner.y * -1.0), right = inPatient(positioner.x);
  PositionerPose pose;
  pose.primary = Angle::radians(std::atan2(beam[0], -beam[1]));
  pose.secondary = Angle::radians(std::asin(std::clamp(beam[2], -1.0, 1.0)));
  const double alpha = pose.primary.radians();
  const Vector usualRight = makeVector(std::cos(alpha), std::sin(alpha), 0);
  const Vector usualDown = cross(beam, usualRight) * -1.0;
  pose.roll = Angle::radians(std::atan2(dot(right, usualDown), dot(right, usualRight)));
  pose.isocentre = makePoint(0, 0, 0) + inPatient(system.table * -1.0);
  return pose;
}

}  // namespace planning::fluoroscopy
