#include "planning/procedure/roles.h"

#include <algorithm>
#include <limits>

namespace planning::procedure {
namespace {

/// Negative inside; infinite where there is nothing to measure.
double targetDistanceMm(const anatomy::MeasuredStructure& structure, const std::vector<Point>& targets) {
  double nearest = std::numeric_limits<double>::infinity();
  if (!structure.field) return nearest;
  for (const Point& target : targets) nearest = std::min(nearest, structure.field->signedDistance(target));
  return nearest;
}

}  // namespace

void assignRoles(std::vector<anatomy::MeasuredStructure>& structures, const Route& route,
                 const std::vector<Point>& targets, const std::set<std::string>& keep) {
  for (auto& measured : structures)
    if (!keep.contains(measured.structure.trackingUid))
      measured.structure.role = roleOnRoute(route, measured.structure.kind, targetDistanceMm(measured, targets));
}

}  // namespace planning::procedure
