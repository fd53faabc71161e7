#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/geometry.h"

namespace planning::procedure {

/// Gives each structure the role that the route has for its kind, and for a target structure by how near the target lies
/// to it (roleOnRoute). Without a route, or before a target, those of the general route and of a far target.
void assignRoles(std::vector<anatomy::MeasuredStructure>& structures, const std::string& routeId,
                 const std::optional<Point>& target);

}  // namespace planning::procedure
