#pragma once

#include "planning/plan/assessment.h"
#include "planning/plan/requirement.h"

namespace planning {

/// The route's geometric rules that a needle breaks ("rule-broken", a warning; "rule-needs-word"), or that cannot be
/// judged for want of a structure ("rule-not-judged") or of measured pedicles ("rule-unknown"); arguments: the needle's
/// label and "route/rule". A rule that needs the operator's word is an error without it, broken or not judged: what
/// nobody measured, somebody must have looked at. `planned.clearances[i]` belongs to structure i; the needle is placed.
std::vector<Finding> ruleFindings(const PlannedNeedle& planned, const PlanChoices& choices, const Scene& scene,
                                  const procedure::Route* route, const std::vector<Requirement>& requirements);

/// How much of the path's first `uptoMm` runs through what is bone by its density, mm. Absent where the values are no
/// Hounsfield units.
std::optional<double> throughBoneMm(const Volume& volume, const Segment& axis, double uptoMm);

/// Where to stop and take a control image, in mm from the entry, ascending.
struct ControlStop {
  double atMm = 0;
  std::string structure;  ///< the one that comes near behind it; empty: the last stop before the target
};

/// Before the first place where a structure to avoid is as near as makes a verdict near or worse, and before the target
/// as the route says. Bone and disc do not count: they stop the needle. The needle is placed and chosen.
/// None while a structure is being measured.
std::vector<ControlStop> controlStops(const PlannedNeedle& planned, const PlanChoices& choices, const Scene& scene,
                                      const procedure::Route* route);
/// The stop before a structure, as Info. Findings: "control-stop".
std::vector<Finding> stopFindings(const PlannedNeedle& planned, const std::vector<ControlStop>& stops);

}  // namespace planning
