#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "planning/anatomy/distance.h"
#include "planning/geometry.h"
#include "planning/needle/approach.h"
#include "planning/needle/needle.h"
#include "planning/needle/trajectory.h"
#include "planning/progress.h"

namespace planning::needle {

/// A structure that no needle may come near: an entry is forbidden when the needle's surface would come nearer than
/// keepMm.
struct Obstacle {
  std::shared_ptr<const anatomy::DistanceField> field;
  double keepMm = 0;      ///< margin + error bound, so that what is allowed is what judge() does not call a breach
  double freeLastMm = 0;  ///< of the path, before the target, that may touch it (0 but for targets)
};

/// A needle that is already planned; the new one must not come nearer than keepMm, surface to surface.
struct PlacedNeedle {
  Trajectory trajectory;  ///< from its hub (shaftOf())
  double radiusMm = 0;
  double keepMm = 0;
};

/// Where the part of the needle outside the patient must fit.
struct Bore {
  Point centre;  ///< a place on its axis, which runs along the patient's z
  double radiusMm = 350;
};

/// What a needle to one target must keep to. What is absent does not limit.
struct EntryLimits {
  Needle needle;
  double shortestMm = 0;                        ///< paths shorter than this are no path
  std::optional<Angle> mostCranioCaudal;        ///< largest |cranio-caudal angle|
  std::optional<Angle> mostInPlane;             ///< largest |in-plane angle|
  std::optional<Vector> up;                     ///< unit, away from gravity: the hub must be above the target ...
  Angle mostFromVertical = Angle::degrees(90);  ///< ... within this angle
  std::vector<ApproachRange> approaches;        ///< from where the route's needle comes, any of them ...
  std::optional<anatomy::Side> side;            ///< ... on this side
  std::optional<Bore> bore;                     ///< the whole needle, its hub outside included, must lie in it
};

/// One search: all that decides which entries are allowed.
struct EntryProblem {
  Point target;
  EntryLimits limits;
  std::vector<Obstacle> obstacles;
  std::vector<PlacedNeedle> placed;
  std::shared_ptr<const anatomy::DistanceField> body;  ///< null: not known. The path must not leave it on the way
  double bodyBoundMm = 0;                              ///< its error bound: leaving it this near the entry is none
};

/// Why an entry is forbidden.
enum class EntryBar : std::uint8_t {
  None,           ///< allowed
  TooFar,         ///< beyond the needle's length
  TooNear,        ///< nearer than the shortest path
  CranioCaudal,   ///< steeper than the largest angle
  InPlane,        ///< likewise
  FromBelow,      ///< the patient lies on it
  Approach,       ///< not from where the route's needle comes
  Bore,           ///< the hub would hit the gantry
  Structure,      ///< comes too near to obstacle `which`
  PlacedNeedle,   ///< comes too near to placed needle `which`
  LeavesTheBody,  ///< passes through air between skin and target
};
const char* word(EntryBar bar);  ///< "too-far", ...: code for JSON and sentences

/// The bars are tried in the order above, obstacles and needles in the problem's; of several obstacles that bar an
/// entry any one may be named.
struct EntryDecision {
  EntryBar bar = EntryBar::None;
  std::uint16_t which = 0;

  bool allowed() const { return bar == EntryBar::None; }
};

/// Decides every entry exactly: whether an obstacle bars it is `field.distance(path) < keepMm + radius`, with the
/// path's last freeLastMm left out. Nearly all entries are decided by the directions in which an obstacle is seen from
/// the target (planning/needle/README.md, facts 1 to 4), the rest by the field itself. Runs on all processors. An empty
/// result when stopped.
std::vector<EntryDecision> decideEntries(const EntryProblem& problem, const std::vector<Point>& entries,
                                         Progress& progress);

/// The bars that need no obstacle: length, angles, reach. None when the entry passes them.
EntryBar barByLimits(const EntryProblem& problem, const Point& entry);

/// How much room a path has.
struct EntryRoom {
  double excessMm =
      0;  ///< least, over the obstacles, of distance from the needle's surface minus keepMm; >= 0 if allowed
  std::uint16_t obstacle = 0;  ///< that has it
};

/// The room of each allowed entry, exact up to `capMm`, which stands for all that is more. Absent for a barred entry.
std::vector<std::optional<EntryRoom>> roomOfEntries(const EntryProblem& problem, const std::vector<Point>& entries,
                                                    const std::vector<EntryDecision>& decisions, double capMm,
                                                    Progress& progress);

}  // namespace planning::needle
