#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/search/proposal.h"
#include "planning/search/region.h"

namespace planning {

/// A needle whose target and entry were found together.
struct AutoNeedle {
  Proposal proposal;        ///< its room and its tightest structure are those of this target
  double preference = 0;    ///< of the target in its region (RegionSample)
  double fromMiddleMm = 0;  ///< the target from the region's most preferred place
  double score = 0;         ///< the proposal's, and kPreferenceMm for the target, less what broken rules cost
  /// Why it is as good as it is, most important first: Info "auto-nearest" (structure, mm, error bound),
  /// "auto-nearest-unconfirmed" (the same of one that nobody confirmed),
  /// "auto-in-the-middle", "auto-within" and "auto-at-the-edge" (route/rule), "auto-target-best", "auto-target-off"
  /// (mm); and what the plan of it would say of rules, reserve and length (planning/plan/rules.h).
  std::vector<Finding> reasons;
};

/// A target's way in the body's own directions, mm; a negative value is the opposite way.
struct TargetMove {
  double lateral = 0;  ///< to the plan's side; without one to the patient's left
  double up = 0;       ///< to the head
  double front = 0;
  Point place;  ///< where the target then is

  double mm() const { return (makeVector(lateral, up, front)).GetNorm(); }
};

/// Why no needle reaches the region. Of all ways from the skin to it that keep length and approach of the route, the
/// one structure without which most would be free; empty where no way keeps those.
struct AutoBlock {
  std::string structure;      ///< its name
  bool expectedOnly = false;  ///< nobody confirmed it: a sac or root that is given frees more than a move
  std::string bar;            ///< why the ways end, as needle::word() has it: "structure", "too-far", "approach", ...
  std::size_t blocked = 0;    ///< ways that this structure bars, ...
  std::size_t alone = 0;      ///< ... those that it alone bars, ...
  std::size_t ways = 0;       ///< ... and all that were tried
  std::optional<TargetMove> freed;  ///< the nearest place beyond the region with a way in; absent: none in 12 mm
};

struct AutoProposal {
  std::vector<AutoNeedle> needles;  ///< the best first; their entries or targets lie apart; empty where blocked
  std::optional<AutoBlock> block;   ///< where there is none
  /// Ids of what the route requires and nobody gave (found or expected by the program is not given): unknown, whatever
  /// the score.
  std::vector<std::string> missing;
};

inline constexpr double kPreferenceMm = 4.0;  ///< of room are worth a target in the region's middle (ours)

/// Target and entry of the plan's first needle searched together: every place of the region with the whole skin, from
/// coarse to fine; ranked as proposeEntries() does. Structures are those of the scene, with the roles of the choices'
/// route for each target; what is not there is not kept clear of, and is said in `missing`. Errors: those of
/// searchFor() but "target-needed", "cancelled".
Expected<AutoProposal> proposeTogether(const PlanChoices& choices, const TargetRegion& region, const Scene& scene,
                                       const procedure::Routes& routes, std::size_t most, Progress& progress);

}  // namespace planning
