#include "planning/procedure/roles.h"

#include <limits>

#include "planning/check.h"
#include "planning/procedure/route.h"

namespace planning::procedure {

void assignRoles(std::vector<anatomy::MeasuredStructure>& structures, const std::string& routeId,
                 const std::optional<Point>& target) {
  const auto* route = findRoute(routeId.empty() ? "general" : routeId);
  check(route != nullptr, "the route exists");
  for (auto& measured : structures) {
    const bool measurable = target && measured.field;
    const double distanceMm =
        measurable ? measured.field->signedDistance(*target) : std::numeric_limits<double>::infinity();
    measured.structure.role = roleOnRoute(*route, measured.structure.kind, distanceMm);
  }
}

}  // namespace planning::procedure
