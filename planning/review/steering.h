#pragma once

#include <optional>

#include "planning/review/review.h"

namespace planning::review {

/// What to change, with the needle part of the way in: all in the control's frame. The scan is the truth.
struct Steering {
  Correction correction;  ///< from the tip on
  /// Straight from the tip to the target, assessed: its angles are the new ones. Not placed when the tip is there.
  PlannedNeedle toTarget;
  /// Straight on from the tip, as far as the target's depth, assessed: what the present direction would pass. Not
  /// placed when the tip is that deep already.
  PlannedNeedle straightOn;
  /// From the entry to the target, assessed: for a needle that is drawn back to the skin.
  PlannedNeedle fromEntry;
};

/// `scene` as for reviewOf(). The present direction is that of the needle's last 5 mm where it is bent by more than
/// 1 mm, else that of the whole.
Steering steeringOf(const Plan& plan, const Scene& scene, const Registration& registration, const ActualNeedle& needle);

}  // namespace planning::review
