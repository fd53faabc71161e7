#pragma once

#include <vector>

#include "planning/finding.h"
#include "planning/plan/site.h"

namespace planning {

/// What keeps a needle from being at the side and level that were stated, or from being known to be; `choices` are its
/// own (ownChoices), the route may be null. Each has the needle's label as first argument. Errors:
///
/// "side-not-stated"; "side-contradicts" (stated side, measured side, "21.4 mm", Middle's word); "target-on-midline"
/// and "entry-on-midline" ("1.2 mm", Middle's word) where that place tells the side; "side-not-measured" (stated side);
/// "level-not-stated"; "level-not-of-the-list" (what was stated, the route's levels); "level-not-readable" (what was
/// stated, where the route has no list); "level-contradicts" (stated level, measured levels, empty where at none that
/// was counted); "level-not-counted" (stated level).
///
/// Warning: "level-near-border" (stated level, the one that the target lies in): between them, within the tolerance.
///
/// Info: "level-seen" and "side-seen" (stated, by, how), in the place of the "not" ones where a person has said so.
std::vector<Finding> siteFindings(const NeedleChoice& needle, const MeasuredSite& site, const PlanChoices& choices,
                                  const procedure::Route* route);

}  // namespace planning
