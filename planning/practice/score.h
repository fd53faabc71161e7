#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/practice/attempt.h"
#include "planning/practice/exercise.h"

namespace planning::practice {

enum class Part { Target, Margins, Length, Angle, Corrections, ControlSlices, Time };
const char* word(Part part);  ///< "target", "margins", "length", "angle", "corrections", "control-slices", "time"

/// The number behind a part: mm, degrees, a count, or seconds.
enum class Unit { Millimetres, Degrees, Count, Seconds };

/// One clear part of a score, with all that explains it.
struct ScorePart {
  Part part = Part::Target;
  double points = 0;
  double outOf = 0;
  /// Why. target: "tip-in-zone", "tip-near-zone", "tip-missed". margins: "margins-kept", "margins-near",
  /// "margins-breached", "margins-unknown". length: "length-short", "length-long". angle: "angle-good", "angle-off".
  /// corrections: "corrections-none", "corrections-some". control-slices: "slices-few", "slices-many", "slices-none".
  /// time: "time-short", "time-long". Of any part: "no-points-missed" (the tip missed), of the last but one and two
  /// also "not-put-in".
  std::string reason;
  Unit unit = Unit::Millimetres;
  std::optional<double> value;         ///< what was measured; absent: nothing could be
  std::optional<double> errorBoundMm;  ///< of the value; absent: it is exact
  std::optional<double> compared;      ///< with what: the zone's radius, the margin, the expert's path length
  Scale scale{};                       ///< of the value, or of its excess over `compared` for length
  std::string structure{};             ///< of margins: the one that decided
};

/// A score with what its pictures show.
struct Score {
  std::vector<ScorePart> parts;          ///< one of each, out of 100 together
  needle::Trajectory planned;            ///< the trainee's plan
  std::vector<needle::Trajectory> ways;  ///< that the needle took, each to its deepest place; the plan where none did
  Point tip;                             ///< of the needle as it was left; the planned target where it was not put in
  bool putIn = false;
  needle::Needle needle;
  needle::Trajectory expert;  ///< the one whose plan this one is nearest to
  std::size_t expertIndex = 0;
  TargetZone zone;                           ///< the nearest
  std::optional<needle::Clearance> nearest;  ///< of all ways and structures the worst
  std::size_t nearestWay = 0;                ///< index into ways

  double total() const;
};

/// What attempts are judged in. Holds no copy: both must outlive it.
struct Ground {
  const Scene& scene;
  const procedure::Routes& routes;
};

/// Scores a finished attempt. `ground.scene` has the exercise's scan, skin and structures, with the expert's word on
/// them (takeChoices()); they are given the route's roles here. Each part is full up to what it wants, and falls evenly
/// to none at its second figure:
///   target 30          the tip's distance from the nearest zone's centre: its radius, three radii
///   margins 30         the worst verdict along all the needle's ways, no worse than the expert's; near where the
///                      expert is clear gives 20; breach and unknown none
///   length 10          of the planned path, 10 and 40 mm longer than the expert's
///   angle 10           between the planned direction and the expert's, 10 and 40 degrees
///   corrections 10     0 and 4
///   control slices 5   1 to 3, and 13; none taken: none
///   time 5             as the exercise says
/// A tip three radii away or more missed: no other part gives points then. Corrections and control slices give points
/// only to a needle that was put in. Of several experts the one that gives most is taken. Same attempt, same exercise,
/// same score.
/// Errors: "attempt-of-another-exercise", "attempt-not-finished"; those of courseOf().
Expected<Score> scoreOf(const Exercise& exercise, const Answers& answers, const Attempt& attempt, const Ground& ground);

/// An expert's needle, assessed on the ground as scoreOf() does it.
PlannedNeedle assessedExpert(const Exercise& exercise, const Plan& expert, const Ground& ground);

/// The first placed needle of a plan; null when it has none.
const NeedleChoice* placedNeedle(const Plan& plan);

}  // namespace planning::practice
