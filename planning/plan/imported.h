#pragma once

#include <vector>

#include "planning/finding.h"
#include "planning/plan/choices.h"

/// Needles whose places no person chose: another program's file gave them, and whoever made it may have meant another
/// scan, another frame or another order of the two places; or they were made from another needle of the plan, and the
/// body is not the same on both sides and at each level; or this program proposed them. So a person looks before the
/// plan can be ready.
namespace planning {

/// ImportedPlaces::source of places that this program proposed itself (planning/search/auto_proposal.h): they too are
/// not verified until a person has seen them on the scan.
inline constexpr const char* kProposedHere = "needleplan auto";

/// Whether a place of the needle is still as the file gave it (within 0.01 mm: reports round). One that was set anew
/// since is the operator's own.
bool isImported(const NeedleChoice& needle);

/// Findings: "imported-not-seen", an error with the needle's label and the source, until a person has seen the places;
/// then "imported-seen" with who did. Of places made from another needle of the plan (planning/plan/session.h) the same
/// with that needle's label as source: "mirrored-not-seen", "mirrored-seen", "next-level-not-seen", "next-level-seen".
/// Of what was proposed here "proposed-not-seen" and "proposed-seen".
std::vector<Finding> importedFindings(const PlanChoices& choices);

}  // namespace planning
