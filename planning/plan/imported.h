#pragma once

#include <vector>

#include "planning/finding.h"
#include "planning/plan/choices.h"

/// Needles whose places another program's file gave: whoever made it may have meant another scan, another frame or
/// another order of the two places, so a person looks before the plan can be ready.
namespace planning {

/// Whether a place of the needle is still as the file gave it (within 0.01 mm: reports round). One that was set anew
/// since is the operator's own.
bool isImported(const NeedleChoice& needle);

/// Findings: "imported-not-seen", an error with the needle's label and the source, until a person has seen the places;
/// then "imported-seen" with who did.
std::vector<Finding> importedFindings(const PlanChoices& choices);

}  // namespace planning
