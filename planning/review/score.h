#pragma once

#include <string>
#include <vector>

#include "planning/plan.h"

namespace planning::review {

/// What a trainee did in an exercise: everything that the score needs, so that it can be computed again.
struct Attempt {
  Plan plan;              ///< assessed on the exercise's scan and structures
  int corrections = 0;    ///< of the needle's direction, after it was first set to go in
  int controlSlices = 0;  ///< taken on the way
  double seconds = 0;     ///< from the scan shown to the plan handed in
};

/// The sealed answer: one or more experts' plans for the case, assessed in the same way.
struct Reference {
  std::vector<Plan> experts;
  double targetZoneMm = 5.0;  ///< a target within this distance of an expert's is a hit
};

/// One clear part of a score, with the values that explain it.
struct ScorePart {
  std::string id;  ///< "target", "margins", "length", "angle", "corrections", "control-slices", "time"
  double points = 0;
  double outOf = 0;
  std::vector<std::string> arguments;  ///< what was measured, rounded, with unit; then what full points want
};

/// The parts of the first needle's score, against the expert whose target lies nearest; out of 100 together. Each is
/// full up to what full points want, and falls evenly to none at the second figure: target 30 (zone, three zones away),
/// margins 30 (verdict no worse than the expert's; near where the expert is clear gives 20; unknown and breach none),
/// length 10 (10 mm, 40 mm longer path), angle 10 (10, 40 degrees), corrections 10 (0, 4), control slices 5 (3, 13),
/// time 5 (120 s, 600 s). No needle with both points, or no expert's: no points but those of the last three, and these
/// only when there is a needle.
std::vector<ScorePart> scoreOf(const Attempt& attempt, const Reference& reference);

double total(const std::vector<ScorePart>& parts);

}  // namespace planning::review
