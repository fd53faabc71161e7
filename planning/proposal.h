#pragma once

#include <vector>

#include "planning/error.h"
#include "planning/needle/entry_search.h"
#include "planning/plan.h"
#include "planning/progress.h"

namespace planning {

/// A way in that the search found, assessed as a plan's needle is.
struct Proposal {
  PlannedNeedle needle;
  double roomMm = 0;     ///< more than margin and error bound, at the tightest structure; at most kMostRoomMm
  std::string tightest;  ///< that structure's name; empty where all are farther than kMostRoomMm
  Angle fromAxial = Angle::radians(0);  ///< |cranio-caudal angle|
  double score = 0;                     ///< mm of room, less 1 for each 50 mm of path and each 15 degrees from axial
};

inline constexpr double kMostRoomMm = 15.0;          ///< more room is not counted
inline constexpr double kBetweenProposalsMm = 10.0;  ///< least distance between the entries of two proposals

/// The best entries on the skin for the target, needle and route of the plan's first needle, best score first: of those
/// that no other beats in room, path and angle, at most `most`. Never one that the verdicts would call a breach. The
/// patient lies as the route says, else as scanned. Structures have their roles (procedure::assignRoles()).
/// Errors: "skin-not-found", "needle-needed", "no-way-in" with the commonest reason in the detail, "cancelled".
Expected<std::vector<Proposal>> proposeEntries(const Plan& choices, const Scene& scene, std::size_t most,
                                               Progress& progress);

}  // namespace planning
