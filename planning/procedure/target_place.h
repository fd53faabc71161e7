#pragma once

#include <optional>
#include <string>

namespace planning::procedure {

/// What in the body a route's needle ends in, so that the program can look for it by itself. Which of the anatomy each
/// stands for, and how far off it may be: planning/search/target_region.h.
enum class TargetPlace {
  Disc,            ///< the middle third of the disc
  Foramen,         ///< its posterior and lower part, outside its upper third
  FacetJoint,      ///< the posterior recess of the joint
  EpiduralBehind,  ///< the epidural fat behind the sac, in the gap between the laminae, at the midline
  SacralHiatus,    ///< where the posterior wall of the sacral canal opens
};

/// Of a built-in route; absent for a route that has none ("general", a site's own) or whose place the program does not
/// look for: those of the neck, whose places were measured against no truth.
std::optional<TargetPlace> targetPlaceOf(const std::string& routeId);

}  // namespace planning::procedure
