#pragma once

#include "planning/plan/assessment.h"

namespace planning {

/// All results for the choices, computed afresh: lengths, angles, clearances, verdicts, findings, ready. The
/// structures' roles are taken as they are: procedure::assignRoles() gives them those of the route. The places of a
/// plan on projections are taken as they are: placedFromViews() gives them.
///
/// Ready: every needle is placed, chosen and long enough, its depth below the skin known; the verdict is clear, or near
/// with nearAccepted, rows apart that are unknown and accepted by name (Clearance::acceptedBy); and no finding is an
/// Error. Findings of a needle have its label as first argument.
Assessment assess(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes);

}  // namespace planning
