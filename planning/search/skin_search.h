#pragma once

#include <memory>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/needle/breach_chance.h"
#include "planning/needle/entry_search.h"
#include "planning/plan/assessment.h"
#include "planning/progress.h"

namespace planning {

/// All that decides where a needle of a plan may go in, as a value of its own: it outlives plan and scene.
struct SkinSearch {
  needle::EntryProblem problem;
  /// What stands behind each of the problem's obstacles.
  struct Kept {
    std::string name;
    anatomy::Kind kind = anatomy::Kind::Other;
    double marginMm = 0, errorBoundMm = 0;
    std::shared_ptr<const anatomy::Unseen> unseen{};  ///< where it may go on unseen; null: nowhere

    friend bool operator==(const Kept&, const Kept&) = default;
  };
  std::vector<Kept> kept;
  std::string approachRule;                        ///< "route/rule" of the limits' approach
  std::vector<std::string> placedLabels;           ///< of the problem's other needles
  std::vector<needle::PlacementFigure> placement;  ///< of the route
  std::string guidance;
};

/// The search for needle `which` of the plan, by its target, needle, and the route and side that are its own where it
/// has them (planning/plan/own_choices.h); the plan's other placed needles are kept clear of. The patient lies as the
/// route says, else as scanned. Structures have the roles of the plan's route (procedure::assignRoles()). Errors:
/// "target-needed", "needle-needed", "skin-not-found", "structure-being-measured".
Expected<SkinSearch> searchFor(const PlanChoices& choices, std::size_t which, const Scene& scene,
                               const procedure::Routes& routes);

/// Same problem, same answers: the target, the limits, every obstacle and margin.
bool sameSearch(const SkinSearch& a, const SkinSearch& b);

/// The places on real skin where a needle may go in: the surface's vertices without those on the scan's cut ends.
struct SkinPlaces {
  std::vector<Point> places;
  std::vector<std::uint32_t> vertices;  ///< of the skin's surface, one a place
  std::vector<std::uint32_t> coarse;    ///< indexes of places, one a cell of kCoarseMm
  std::vector<std::uint32_t> coarseOf;  ///< one a place: which of `coarse` stands for it
};
inline constexpr double kCoarseMm = 6.0;
SkinPlaces placesOn(const anatomy::Skin& skin);

inline constexpr double kMostRoomMm = 15.0;  ///< more room is not counted

/// What the search says of each place.
struct SkinRoom {
  std::vector<needle::EntryDecision> decisions;
  std::vector<std::optional<needle::EntryRoom>> rooms;  ///< up to kMostRoomMm; absent where forbidden
};
/// Every one of these places, exact. Errors: "cancelled".
Expected<SkinRoom> roomOn(const SkinSearch& search, const std::vector<Point>& places, Progress& progress);

/// The same rooms as a person ranks them: a needle that is stopped by bone or disc is not one that harms a root. Less
/// room counts against a needle at once for nerve, vessel and dura, 2 mm later for lung and organ, 4 mm later for bone
/// and disc (ours). Errors: "cancelled".
Expected<std::vector<std::optional<needle::EntryRoom>>> rankingRooms(const SkinSearch& search,
                                                                     const std::vector<Point>& places,
                                                                     const SkinRoom& room, Progress& progress);

/// Lessens a ranking room to what a structure leaves that may go on unseen; negative where it may be hit.
needle::EntryRoom lessenedByUnseen(const SkinSearch& search, const Point& entry, needle::EntryRoom room);

/// For each allowed place, never less than the chance of touching any structure but bone and disc from there
/// (needle::breachBound); absent where forbidden or where no placement error is known. Errors: "cancelled".
Expected<std::vector<std::optional<double>>> chanceBounds(const SkinSearch& search, const std::vector<Point>& places,
                                                          const SkinRoom& room, Progress& progress);

/// One place in full, by queries of its own: whatever the map says of its neighbours.
struct EntryReason {
  needle::EntryDecision decision;         ///< of several obstacles that bar it, the one that is most in the way
  std::optional<double> distanceMm;       ///< needle's surface to the obstacle named by decision.which, or by `room`
  std::optional<needle::EntryRoom> room;  ///< where allowed
  std::optional<double> chanceAtMost;     ///< as chanceBounds()
  double pathMm = 0;
};
EntryReason reasonFor(const SkinSearch& search, const Point& entry);

}  // namespace planning
