#include "planning/needle/carm_position.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace planning::needle {
namespace {

/// Where the patient's left, back and head lie in the axes of a patient who is supine and head first. Each row a
/// position of PS3.3 C.7.3.1.1.2.
struct Lie {
  const char* position;
  std::array<double, 3> left, back, head;
};
constexpr Lie kLies[] = {
    {"HFS", {1, 0, 0}, {0, 1, 0}, {0, 0, 1}},     {"HFP", {-1, 0, 0}, {0, -1, 0}, {0, 0, 1}},
    {"HFDR", {0, -1, 0}, {1, 0, 0}, {0, 0, 1}},   {"HFDL", {0, 1, 0}, {-1, 0, 0}, {0, 0, 1}},
    {"FFS", {-1, 0, 0}, {0, 1, 0}, {0, 0, -1}},   {"FFP", {1, 0, 0}, {0, -1, 0}, {0, 0, -1}},
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

CArmAngles anglesOfBeam(const Vector& u) {
  return {tidyPrimary(std::atan2(u[0], -u[1])), tidySecondary(u[2])};
}

/// Both detector sides of a beam, those within reach first, then the smaller angles.
std::vector<CArmPosition> bothSides(const CArmAngles& angles, const std::string& patientPosition) {
  std::vector<CArmPosition> both{positionOf(angles, patientPosition, false),
                                 positionOf(opposite(angles), patientPosition, false)};
  const auto turn = [](const CArmPosition& position) {
    return std::abs(position.machine.value_or(position.patient).primary.degrees());
  };
  std::stable_sort(both.begin(), both.end(), [&](const CArmPosition& a, const CArmPosition& b) {
    return a.withinReach != b.withinReach ? a.withinReach : turn(a) < turn(b) - 1e-6;
  });
  return both;
}

/// At right angles to the needle, without cranio-caudal angle; from the front for a needle along the patient.
Vector levelBeam(const Vector& needle) {
  Vector across = makeVector(-needle[1], needle[0], 0);
  if (across.GetNorm() < 1e-9) return makeVector(0, -1, 0);
  across.Normalize();
  return across;
}

/// The beams at right angles to the needle, each degree; the one within reach that lies farthest from `first`.
Vector otherSideBeam(const Vector& needle, const Vector& first, const std::string& patientPosition) {
  const Vector third = cross(needle, first);
  std::optional<Vector> best;
  double bestSine = -1, bestTurn = 0;
  for (int degrees = -90; degrees < 90; ++degrees) {
    const double phi = Angle::degrees(degrees).radians();
    const Vector beam = first * std::cos(phi) + third * std::sin(phi);
    const auto position = bothSides(anglesOfBeam(beam), patientPosition).front();
    const auto turned = position.machine.value_or(position.patient);
    if (!reachable(turned) && (position.machine || std::abs(turned.secondary.degrees()) > kUsualReachSecondaryDeg))
      continue;
    const double sine = std::abs(std::sin(phi)), turn = std::abs(turned.primary.degrees());
    if (sine < bestSine - 1e-9 || (sine < bestSine + 1e-9 && turn > bestTurn - 1e-9)) continue;
    best = beam, bestSine = sine, bestTurn = turn;
  }
  return best.value_or(third);
}

}  // namespace

std::vector<CArmView> carmViews(const Trajectory& trajectory, const std::string& patientPosition) {
  std::vector<CArmView> views;
  auto bullsEye = carmPositions(anglesOf(trajectory), patientPosition);
  if (!bullsEye.empty()) views.push_back({CArmPurpose::BullsEye, Angle::radians(0), std::move(bullsEye)});
  const Vector needle = trajectory.direction(), first = levelBeam(needle);
  for (const Vector& beam : {first, otherSideBeam(needle, first, patientPosition)})
    views.push_back({CArmPurpose::Side, Angle::degrees(90), bothSides(anglesOfBeam(beam), patientPosition)});
  return views;
}

double parallaxMm(const Trajectory& trajectory, Angle off, double sourceToIsocentreMm, bool detectorOnEntrySide) {
  const double length = trajectory.pathLengthMm(), along = length * std::cos(off.radians());
  const double depth = sourceToIsocentreMm + (detectorOnEntrySide ? along : -along);
  return length * std::sin(std::abs(off.radians())) * sourceToIsocentreMm / depth;
}

std::optional<LyingAxes> lyingAxes(const std::string& patientPosition) {
  const auto* found = std::find_if(std::begin(kLies), std::end(kLies),
                                   [&](const Lie& candidate) { return patientPosition == candidate.position; });
  if (found == std::end(kLies)) return std::nullopt;
  return LyingAxes{found->left.data(), found->back.data(), found->head.data()};
}

std::optional<CArmAngles> machineAngles(const CArmAngles& patient, const std::string& patientPosition) {
  const auto lies = lyingAxes(patientPosition);
  if (!lies) return std::nullopt;
  const Vector u = detectorDirection(patient);
  return anglesOfBeam(lies->left * u[0] + lies->back * u[1] + lies->head * u[2]);
}

std::optional<CArmAngles> patientAngles(const CArmAngles& machine, const std::string& patientPosition) {
  const auto lies = lyingAxes(patientPosition);
  if (!lies) return std::nullopt;
  const Vector u = detectorDirection(machine);
  return anglesOfBeam(makeVector(dot(u, lies->left), dot(u, lies->back), dot(u, lies->head)));
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
