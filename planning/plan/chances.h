#pragma once

#include "planning/plan/assessment.h"

namespace planning {

/// The chances of touching each structure, and any of those that are harmed by it, with their standard errors
/// (needle::breachChances), by how far from plan the route's needles end up (the general route's where none is chosen).
/// `planned.clearances[i]` belongs to structure i. The needle is placed and chosen.
/// None while a structure is being measured.
void addChances(PlannedNeedle& planned, const PlanChoices& choices, const Scene& scene,
                const procedure::Routes& routes);

/// A chance above the route's threshold warns; it never turns the verdict. Findings: "breach-chance-high".
std::vector<Finding> chanceFindings(const PlannedNeedle& planned, const procedure::Route* route);

/// "37 %"; "< 1 %" for less than that and not 0.
std::string percentText(double probability);

}  // namespace planning
