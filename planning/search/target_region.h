#pragma once

#include <optional>
#include <string>

#include "planning/error.h"
#include "planning/search/region.h"

namespace planning {

/// The region of a route (procedure::targetPlaceOf) at a stated level:
/// - disc: the middle third of the disc from side to side and from back to front, in its plane;
/// - foramen: between the two pedicles, from the bodies' back to the joint, in the sagittal planes in which it is
///   closed all around: the lower two thirds of its height, the back 0.7 of its depth;
/// - joint: of the gap between the articular processes the posterior 5 mm;
/// - epidural: between the laminae, within 4 mm of the midline, of the fat behind the sac the middle 0.4 of its depth;
///   where no fat shows, 1 to 3 mm behind the sac;
/// - hiatus: the sacral canal from where its back opens to 5 mm above.
/// Errors: "no-target-region" (of this route, or this level of it, the program looks for none), "no-spine", "no-side",
/// "level-not-counted", "level-not-sure", "target-slices-too-thick" (a foramen in slices more than 2 mm apart), and
/// where the scan does not show it: "disc-not-seen", "foramen-not-seen", "joint-not-seen", "laminar-gap-not-seen",
/// "hiatus-not-seen".
Expected<TargetRegion> targetRegion(const RegionGround& ground, const std::string& routeId, const std::string& level,
                                    const std::optional<anatomy::Side>& side);

}  // namespace planning
