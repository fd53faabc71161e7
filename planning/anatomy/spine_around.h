#pragma once

#include <optional>

#include "planning/anatomy/segmented.h"
#include "planning/anatomy/spine.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// The spine of a scan, and the bone around a place of it.
struct SpineAround {
  Spine spine;                    ///< without bone
  std::optional<Segmented> bone;  ///< within 95 mm to the sides, all of the scan from head to feet; absent: none seen
};

/// The spine of a CT, with the bone around a place that lies near it; without a place, around the middle of its canal.
/// Errors: those of findSpine(), "not-on-spine".
Expected<SpineAround> findSpineAround(const Volume& scan, const std::optional<Point>& place, Progress& progress);

}  // namespace planning::anatomy
