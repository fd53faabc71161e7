#pragma once

#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/plan/choices.h"
#include "planning/procedure/routes.h"

/// A needle may have its own route, level and side: a session of six facets is one plan.
namespace planning {

/// The plan as one of its needles has it: route, level and side are the needle's own where it has them.
PlanChoices ownChoices(const PlanChoices& choices, const NeedleChoice& needle);

/// A needle's route, level and side, its own or the plan's: route and level may be empty.
struct OwnSite {
  std::string routeId;
  std::string level;
  std::optional<anatomy::Side> side;
};
OwnSite ownSiteOf(const PlanChoices& choices, const NeedleChoice& needle);

/// Gives needle `which` another route, level and side; every other needle keeps what it has. Afterwards the plan's are
/// those of its first needle, and another needle has its own where they differ; but empty in the plan where a needle
/// has none, as a report keeps no empty one of a needle's own.
void giveSite(PlanChoices& choices, std::size_t which, const OwnSite& site);
/// Behind the others, with its own route, level and side.
void addNeedle(PlanChoices& choices, NeedleChoice needle);
/// The others keep what they have.
void removeNeedle(PlanChoices& choices, std::size_t which);

/// The structures with the roles that the needle's own route has for them, by its own target. A role that is another
/// than the plan's route would give was set by the operator, and stays.
std::vector<anatomy::MeasuredStructure> ownStructures(const std::vector<anatomy::MeasuredStructure>& structures,
                                                      const PlanChoices& choices, const NeedleChoice& needle,
                                                      const procedure::Routes& routes);

/// The targets of all needles that have one.
std::vector<Point> targetsOf(const PlanChoices& choices);

}  // namespace planning
