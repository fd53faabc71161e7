#pragma once

#include <map>
#include <string>
#include <vector>

#include "planning/search/region.h"
#include "planning/search/skin_search.h"

/// One target of a region with every sixth millimetre of the skin, exactly. Only for auto_proposal.cpp.
namespace planning {

struct TargetTried {
  RegionSample sample;
  std::vector<std::string> names;                    ///< of the search's obstacles
  std::vector<std::vector<std::uint16_t>> barredBy;  ///< of each way that keeps the limits: the obstacles in its way
  std::map<needle::EntryBar, std::size_t> outside;   ///< ways that do not keep them, by why
  std::vector<Point> allowed;                        ///< entries
  std::optional<double> best;                        ///< score of the best of them
};

/// The scene's structures with the roles that they have for this target, and the choices with it.
struct OneTarget {
  PlanChoices choices;
  Scene scene;
};
OneTarget withTarget(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes,
                     const Point& target);

/// Errors: those of searchFor(), "cancelled".
Expected<TargetTried> tryTarget(const OneTarget& target, const RegionSample& sample, const procedure::Routes& routes,
                                const std::vector<Point>& entries, Progress& progress);

}  // namespace planning
