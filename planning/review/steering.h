#pragma once

#include <optional>

#include "planning/review/review.h"

namespace planning::review {

/// What to change, with the needle part of the way in: all in the control's frame. The scan is the truth.
struct Steering {
  needle::Trajectory present;  ///< of what lies in the body: its direction is what a push follows
  Correction correction;       ///< from the tip on
  /// Straight from the tip to the target, assessed: its angles are the new ones. Not placed when the tip is there.
  PlannedNeedle toTarget;
  /// Straight on from the tip, as far as the target's depth, assessed: what the present direction would pass; its
  /// distances' bounds hold what the direction may be wrong by at that depth. Not placed when the tip is that deep.
  PlannedNeedle straightOn;
  /// From the entry to the target, assessed: for a needle that is drawn back to the skin.
  PlannedNeedle fromEntry;
};

/// How far a steering's numbers may be wrong. Angles end at 90 degrees: nothing is known of a direction then.
struct SteeringBounds {
  double remainingMm = 0;              ///< of the ways that end at the target
  double missMm = 0;                   ///< of the least distance to the target when pushed straight on
  Angle present = Angle::radians(0);   ///< of the present direction
  Angle toTarget = Angle::radians(0);  ///< of the direction from the tip
  Angle turn = Angle::radians(0);      ///< of the turn between the two
  std::optional<Angle> fromEntry{};    ///< absent where the control does not show the entry
};
SteeringBounds steeringBoundsOf(const Steering& steering, const ActualNeedle& needle, const Registration& registration);

/// The tip is at the target as well as can be told: no new angle is worth a turn.
bool isThere(const Steering& steering, const SteeringBounds& bounds);

/// `scene` as for reviewOf(). The present direction is that of the needle's last 5 mm where it is bent by more than
/// 1 mm, else that of the whole.
Steering steeringOf(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes,
                    const Registration& registration, const ActualNeedle& needle);

}  // namespace planning::review
