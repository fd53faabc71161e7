#pragma once

#include "planning/geometry.h"
#include "planning/needle/trajectory.h"

namespace planning::review {

/// Where a needle is looked for: around the planned one, which only says where to look and which of several is meant.
struct NeedleSearch {
  needle::Trajectory planned;             ///< in the control scan's frame, LPS mm
  double reachMm = 40;                    ///< how far from the planned line and its ends
  Angle mostTurned = Angle::degrees(50);  ///< from the planned direction
};

}  // namespace planning::review
