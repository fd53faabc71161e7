#pragma once

#include <set>
#include <string>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/plan/choices.h"
#include "planning/procedure/routes.h"

/// From what the operator chose to choices that assess() can judge: the same for the window and a command.
namespace planning {

/// Where the operator overruled what the route makes of roles and needles.
struct Overruled {
  std::set<std::string> roles;    ///< tracking UIDs of structures whose role the operator set
  std::set<std::string> needles;  ///< tracking UIDs of needles that the operator took from the catalogue
};

/// Of choices that were all made in one go: a needle that is there was chosen.
Overruled overruledBy(const PlanChoices& choices);

/// Gives the structures the roles that the route has for them, by the nearest of all targets, and each needle the
/// route's usual one, if it has one; but for what was overruled.
void followRoute(PlanChoices& choices, std::vector<anatomy::MeasuredStructure>& structures, const Overruled& overruled,
                 const procedure::Routes& routes);

/// The choices as made on a scan, with the tubes among the structures, which live in the plan. A needle's places are on
/// whole thousandths of a millimetre, as a report keeps them: what is assessed is what is written and assessed again.
PlanChoices prepared(PlanChoices choices, const SeriesIdentity& scan, std::vector<SeriesIdentity> structureEvidence,
                     const std::vector<anatomy::MeasuredStructure>& structures);

/// The choices with the places that follow from the views of a plan on projections: the first needle's target and entry
/// are those, or absent. Without views they stay as they are.
PlanChoices placedFromViews(PlanChoices choices);

}  // namespace planning
