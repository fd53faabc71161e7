#pragma once

#include <string>
#include <vector>

#include "planning/finding.h"
#include "planning/plan/choices.h"

/// The check of patient, side, level, entry and target on one picture, by a person, before a plan is completed.
namespace planning {

/// The check of the choices as they are now.
SiteCheck siteCheckOf(const PlanChoices& choices, const std::string& by, const std::string& at);

/// Why a check is void: "site-check-stale", a warning with what has changed: "patient", "needles", or a needle's
/// "route", "level", "side", "entry" or "target" followed by its label. Empty while it stands, and without a check.
/// Places kept in a report are rounded: they are the same within 0.01 mm.
std::vector<Finding> siteCheckFindings(const PlanChoices& choices);

}  // namespace planning
