#pragma once

#include "planning/plan/assess.h"
#include "planning/plan/plan.h"

namespace support {

/// A plan of these choices, assessed with the routes in use; never saved.
inline planning::Plan assessed(planning::PlanChoices choices, const planning::Scene& scene) {
  planning::Assessment assessment = planning::assess(choices, scene, planning::procedure::routesInUse());
  return {std::move(choices), std::move(assessment), {}};
}

}  // namespace support
