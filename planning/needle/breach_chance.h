#pragma once

#include <vector>

#include "planning/needle/entry_search.h"
#include "planning/needle/placement.h"
#include "planning/needle/trajectory.h"

namespace planning::needle {

/// How needles scatter about their plan, as standard deviations a component: the tip in all three directions, the entry
/// in the two across the path, all normal and independent.
struct PlacementSpread {
  double tipMm = 0;
  double entryMm = 0;
};

/// The spread with the error's second moments: of the tip's distance, mean^2 + deviation^2 = 3 tip^2 (without a
/// deviation that of a Maxwell distribution with this mean); of the direction, which the tip and the entry turn alike,
/// (mean^2 + deviation^2) length^2 = 2 tip^2 + 2 entry^2. An unknown angle, or one that the tip explains, gives entry
/// 0.
PlacementSpread spreadOf(const PlacementError& error, double pathMm);

/// Never less than the chance that a needle planned `clearanceMm` from a structure touches it: no place of the
/// displaced axis is farther from the planned one than its tip or its entry has moved (planning/needle/README.md, fact
/// 6). 1 for a breach.
double breachBound(double clearanceMm, const PlacementSpread& spread);

/// An estimate with its standard error.
struct BreachChance {
  double probability = 0;
  double standardError = 0;
};

struct BreachChances {
  std::vector<BreachChance> each;  ///< one an obstacle, in their order
  BreachChance any;                ///< of at least one of those that count
};

/// The chance that the needle comes nearer than keepMm to each obstacle (keepMm 0: touches it), the path's part that is
/// free staying the same share of it. `counts`: which obstacles `any` looks at; empty: all. By low-discrepancy points
/// under eight random shifts, from which the standard error follows; the same call gives the same numbers. Runs on all
/// processors. Precondition: entry differs from target, `points` > 0.
BreachChances breachChances(const Trajectory& path, double radiusMm, const std::vector<Obstacle>& obstacles,
                            const PlacementSpread& spread, int points = 256, const std::vector<bool>& counts = {});

}  // namespace planning::needle
