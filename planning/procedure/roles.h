#pragma once

#include <set>
#include <string>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/geometry.h"
#include "planning/procedure/route.h"

namespace planning::procedure {

/// Gives each structure the role that the route has for its kind, and for a target structure by how near the nearest
/// target lies to it (roleOnRoute); without targets that of a far one. Structures whose tracking UID is in `keep` stay.
void assignRoles(std::vector<anatomy::MeasuredStructure>& structures, const Route& route,
                 const std::vector<Point>& targets, const std::set<std::string>& keep = {});

}  // namespace planning::procedure
