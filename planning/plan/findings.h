#pragma once

#include <vector>

#include "planning/plan/assessment.h"

/// What is odd about a plan's choices, by subject. Findings of a needle have its label as first argument.
namespace planning {

std::vector<Finding> scanFindings(const PlanChoices& choices,
                                  const Scene& scene);  ///< identity, tilt, count, the scan's own
std::vector<Finding> procedureFindings(const PlanChoices& choices,
                                       const procedure::Route* route);  ///< route, operator, position
std::vector<Finding> structureFindings(const Scene& scene);  ///< error bounds, thin masks, kinds guessed from names
/// Structures that may go on unseen nearer than they were measured: "structure-cut-by-its-grid" (label, structure, the
/// distance to where they may be).
std::vector<Finding> cutFindings(const PlannedNeedle& planned);
/// "reserve-short" (label, what stays outside the skin, what should): an error without the operator's word.
std::vector<Finding> reserveFindings(const PlannedNeedle& planned, const procedure::Route* route, bool accepted);
/// Where target and entry lie. Both must be there.
std::vector<Finding> pointFindings(const PlannedNeedle& planned, const Scene& scene);

/// Nearer than this, target and entry are one place and there is no needle between them.
inline constexpr double kSamePlaceMm = 1e-3;

}  // namespace planning
