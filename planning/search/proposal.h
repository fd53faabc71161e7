#pragma once

#include <vector>

#include "planning/error.h"
#include "planning/needle/entry_search.h"
#include "planning/plan/assessment.h"
#include "planning/progress.h"
#include "planning/search/skin_search.h"

namespace planning {

/// What a proposal is better at than all others of its list.
struct Merits {
  bool mostRoom = false, shortest = false, flattest = false, leastChance = false;
};

/// A way in that the search found, assessed as a plan's needle is.
struct Proposal {
  PlannedNeedle needle;  ///< with its chances of touching each structure, sampled
  double roomMm = 0;     ///< more than margin and error bound, at the tightest structure; at most kMostRoomMm
  std::string tightest;  ///< that structure's name; empty where all are farther than kMostRoomMm
  Angle fromAxial = Angle::radians(0);  ///< |cranio-caudal angle|
  std::optional<double> chanceAtMost;  ///< certified: the chance of touching a structure but bone and disc is no larger
  std::optional<double> lungMm;        ///< needle's surface to the nearest lung, where one is known
  /// mm of ranking room (rankingRooms, lessenedByUnseen), less 1 for each 50 mm of path and each 15 degrees off the
  /// route's own axis, and less 2 at the edge of its approach, a quarter of that half way there.
  double score = 0;
  Merits merits{};
};

inline constexpr double kBetweenProposalsMm = 10.0;  ///< least distance between the entries of two proposals

/// The best entries on the skin for needle `which` of the plan (searchFor()), best score first: of those that no other
/// beats in room, path and angle, at most `most`. Never one that the verdicts would call a breach.
/// Errors: those of searchFor(), "no-way-in" with the commonest reason in the detail, "cancelled".
Expected<std::vector<Proposal>> proposeEntries(const PlanChoices& choices, std::size_t which, const Scene& scene,
                                               const procedure::Routes& routes, std::size_t most, Progress& progress);

/// The same from what a search has said of the skin's places already. Errors: "no-way-in", "cancelled".
Expected<std::vector<Proposal>> proposalsOf(const PlanChoices& choices, std::size_t which, const Scene& scene,
                                            const procedure::Routes& routes, const SkinSearch& search,
                                            const std::vector<Point>& places, const SkinRoom& room, std::size_t most,
                                            Progress& progress);

}  // namespace planning
