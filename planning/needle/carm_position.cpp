#include "planning/needle/carm_position.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace planning::needle {
namespace {

/// Where the patient's left, back and head lie in the axes of a patient who is supine and head first. Each row a position
/// of PS3.3 C.7.3.1.1.2.
struct Lie {
  const char* position;
  std::array<double, 3> left, back, head;
};
constexpr Lie kLies[] = {
    {"HFS", {1, 0, 0}, {0, 1, 0}, {0, 0, 1}},    {"HFP", {-1, 0, 0}, {0, -1, 0}, {0, 0, 1}},
    {"HFDR", {0, -1, 0}, {1, 0, 0}, {0, 0, 1}},  {"HFDL", {0, 1, 0}, {-1, 0, 0}, {0, 0, 1}},
    {"FFS", {-1, 0, 0}, {0, 1, 0}, {0, 0, -1}},  {"FFP", {1, 0, 0}, {0, -1, 0}, {0, 0, -1}},
    {"FFDR", {0, -1, 0}, {-1, 0, 0}, {0, 0, -1}}, {"FFDL", {0, 1, 0}, {1, 0, 0}, {0, 0, -1}},
};

/// Source to detector for positioner angles, PS3.3 C.8.7.5.1.2.
Vector detectorDirection(const CArmAngles& angles) {
  const double p = angles.primary.radians(), s = angles.secondary.radians();
  return makeVector(std::cos(s) * std::sin(p), -std::cos(s) * std::cos(p), std::sin(s));
}

/// No signed zero, and 180 rather than -180.
Angle tidyPrimary(double radians) {
  const double deg = Angle::radians(radians).degrees();
  return Angle::degrees(deg < -180.0 + 1e-9 ? 180.0 : (std::abs(deg) < 1e-9 ? 0.0 : deg));
}

Angle tidySecondary(double sine) {
  const double radians = std::asin(std::clamp(sine, -1.0, 1.0));
  return Angle::radians(std::abs(radians) < 1e-12 ? 0.0 : radians);
}

bool reachable(const CArmAngles& machine) {
  return std::abs(machine.primary.degrees()) <= kUsualReachPrimaryDeg &&
         std::abs(machine.secondary.degrees()) <= kUsualReachSecondaryDeg;
}

CArmPosition positionOf(const CArmAngles& patient, const std::string& patientPosition, bool onEntrySide) {
  CArmPosition position{patient, machineAngles(patient, patientPosition), onEntrySide, false};
  position.withinReach = position.machine && reachable(*position.machine);
  return position;
}

}  // namespace

std::optional<CArmAngles> machineAngles(const CArmAngles& patient, const std::string& patientPosition) {
  const auto* lie = std::find_if(std::begin(kLies), std::end(kLies),
                                 [&](const Lie& candidate) { return patientPosition == candidate.position; });
  if (lie == std::end(kLies)) return std::nullopt;
  const Vector u = detectorDirection(patient);
  std::array<double, 3> t{};
  for (std::size_t axis = 0; axis < 3; ++axis)
    t[axis] = u[0] * lie->left[axis] + u[1] * lie->back[axis] + u[2] * lie->head[axis];
  return CArmAngles{tidyPrimary(std::atan2(t[0], -t[1])), tidySecondary(t[2])};
}

std::vector<CArmPosition> carmPositions(const TrajectoryAngles& angles, const std::string& patientPosition) {
  if (!angles.carmPrimary) return {};
  const CArmAngles near{*angles.carmPrimary, angles.carmSecondary};
  std::vector<CArmPosition> both{positionOf(near, patientPosition, true),
                                 positionOf(opposite(near), patientPosition, false)};
  if (both[1].withinReach && !both[0].withinReach) std::swap(both[0], both[1]);
  return both;
}

}  // namespace planning::needle
