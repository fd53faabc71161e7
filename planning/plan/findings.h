#pragma once

#include <vector>

#include "planning/plan/assessment.h"

/// What is odd about a plan's choices, by subject. Findings of a needle have its label as first argument.
namespace planning {

std::vector<Finding> scanFindings(const PlanChoices& choices, const Scene& scene);  ///< identity, tilt, the scan's own
std::vector<Finding> procedureFindings(const PlanChoices& choices,
                                       const procedure::Route* route);  ///< route, level, side, position
std::vector<Finding> structureFindings(const Scene& scene);             ///< error bounds, kinds guessed from names
/// Where target and entry lie. Both must be there.
std::vector<Finding> pointFindings(const PlannedNeedle& planned, const Scene& scene);

/// Nearer than this, target and entry are one place and there is no needle between them.
inline constexpr double kSamePlaceMm = 1e-3;

}  // namespace planning
