#pragma once

#include "planning/plan/plan.h"

namespace planning {

/// How far from plan a needle of this path ends up, by the route (null: the general one) and the plan's guidance.
std::optional<needle::PlacementError> placementErrorOf(const procedure::Route* route, const std::string& guidance,
                                                       const needle::TrajectoryAngles& angles);

/// The chances of touching each structure, and any of those that are harmed by it, with their standard errors
/// (needle::breachChances). `rows[i]` belongs to structure i. The needle is placed and chosen.
/// None while a structure is being measured.
void addChances(PlannedNeedle& planned, const Plan& plan, const Scene& scene, const procedure::Route* route);

/// A chance above the route's threshold warns; it never turns the verdict. Findings: "breach-chance-high".
std::vector<Finding> chanceFindings(const PlannedNeedle& planned, const procedure::Route* route);

/// "37 %"; "< 1 %" for less than that and not 0.
std::string percentText(double probability);

}  // namespace planning
