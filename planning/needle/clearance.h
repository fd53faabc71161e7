#pragma once

#include <optional>
#include <string>

#include "planning/anatomy/measured_structure.h"
#include "planning/geometry.h"
#include "planning/needle/needle.h"
#include "planning/needle/row_source.h"
#include "planning/needle/trajectory.h"

namespace planning::needle {

/// planning/procedure/README.md, "Verdicts". Ordered worst first.
enum class Verdict { Breach, Unknown, Near, Clear };
const char* word(Verdict);
std::optional<Verdict> verdictFromWord(const std::string&);
inline Verdict worse(Verdict a, Verdict b) {
  return a < b ? a : b;
}

inline constexpr double kNearBandMm = 3.0;            ///< "near" reaches this far beyond the margin (editable)
inline constexpr double kLargestUsableBoundMm = 3.0;  ///< a larger error bound makes the verdict unknown

/// How near one needle comes to one structure.
struct Clearance {
  std::string structure;
  std::string structureTrackingUid;
  anatomy::Kind kind = anatomy::Kind::Other;
  anatomy::Role role = anatomy::Role::Avoid;
  anatomy::Side side = anatomy::Side::None;
  std::optional<anatomy::Code> code;
  RowSource source{};
  std::string sourceSopClassUid;
  std::string sourceSopInstanceUid;
  std::optional<int> sourceNumber;
  bool confirmed = false;
  /// From the needle's surface to the structure's surface; negative: minus the deepest axis depth, minus the radius.
  /// For a target structure: of the needle without its last part, which the route lets touch. Absent when not
  /// measurable.
  std::optional<double> distanceMm;
  /// To the nearest place where the structure may go on beyond the end of what was looked at (anatomy::Unseen), from
  /// the needle's surface; never more than the truth. Present where it is less than distanceMm: the verdict is then
  /// that of this distance, but that a breach by it is unknown.
  std::optional<double> unseenDistanceMm;
  double errorBoundMm = 0;
  double marginMm = 0;
  std::optional<Point> closestOnStructure;
  std::optional<Point> closestOnNeedle;       ///< on the axis
  std::optional<double> depthMm;              ///< along the path from the entry; of the first contact when they touch
  std::optional<double> breachProbability;    ///< of touching it, by the placement error; says nothing to the verdict
  std::optional<double> breachStandardError;  ///< of that estimate
  std::optional<Verdict> verdict;             ///< absent for a crossable structure, which makes none
  std::string acceptedBy;  ///< who looked for it and did not see it (AcceptedUnknown); the verdict stays unknown
};

/// The program expects the structure there, and no person has confirmed it: no evidence.
bool isExpectedOnly(const Clearance& row);

/// The one definition: breach, near or clear; unknown when the bound exceeds kLargestUsableBoundMm.
Verdict judge(double distanceMm, double errorBoundMm, double marginMm, double nearBandMm = kNearBandMm);

/// Measures and judges. `freeLastMm`: length of the path's end that may touch this structure (0 but for targets).
Clearance clearanceOf(const Trajectory& trajectory, const Needle& needle, const anatomy::MeasuredStructure& structure,
                      double marginMm, double freeLastMm = 0, double nearBandMm = kNearBandMm);

}  // namespace planning::needle
