#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "planning/plan/assessment.h"

namespace planning {

/// A structure that the route requires, and which of the structures at hand meet it.
struct Requirement {
  const procedure::RequiredStructure* required = nullptr;  ///< of the route; outlives the assessment
  anatomy::Side side = anatomy::Side::None;                ///< on which it must lie; None: no matter, or not given
  std::vector<std::size_t> metBy;  ///< indexes of structures on that side and level, as far as can be told
  bool placeTold = true;           ///< false: the names of those in metBy tell no side or level
};

/// All that the route requires on the plan's side and level; for both sides, each is required. Empty without a route.
std::vector<Requirement> requirementsOf(const procedure::Route* route, const PlanChoices& choices,
                                        const std::vector<anatomy::MeasuredStructure>& structures);

/// Lets the requirements judge the rows of one needle: `rows[i]` belongs to structure i. A required structure that is
/// not confirmed, not measurable or crossable is unknown (a breach stays one); one that is absent gets a row behind the
/// others.
void applyRequirements(std::vector<needle::Clearance>& rows, const std::vector<Requirement>& requirements,
                       const procedure::Route* route);

/// Absent, unconfirmed, and side or level not told. The arguments name requirements by their id.
std::vector<Finding> requirementFindings(const std::vector<Requirement>& requirements,
                                         const std::vector<anatomy::MeasuredStructure>& structures);

}  // namespace planning
