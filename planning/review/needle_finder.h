#pragma once

#include <vector>

#include "planning/error.h"
#include "planning/needle/trajectory.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::review {

/// Where a needle is looked for: around the planned one, which only says where to look and which of several is meant.
struct NeedleSearch {
  needle::Trajectory planned;             ///< in the control scan's frame, LPS mm
  double reachMm = 40;                    ///< how far from the planned line and its ends
  Angle mostTurned = Angle::degrees(50);  ///< from the planned direction
};

/// A needle as it lies in a control scan, in that scan's frame.
struct FoundNeedle {
  needle::Trajectory trajectory;  ///< straight from the entry (where the axis goes through the skin) to the tip
  std::vector<Point> course;      ///< entry to tip, bent as it is; at least two places
  bool entrySeen = true;          ///< false: the scan ends before the skin, and `entry` is where it ends
  double bendMm = 0;              ///< largest distance of the course from the straight line
  double tipBoundMm = 0;          ///< error bound of the tip
  double entryBoundMm = 0;
  Angle angleBound = Angle::radians(0);  ///< of the direction
};

/// Finds the metal needle nearest to the planned line: thin bright pieces (their brightness against what lies across
/// them, so that bone, sheets and streaks drop out), followed along their axis, a smooth curve through the middles of
/// the cross-sections (a line for a short one), and the tip where the profile along it falls to one half. It must come
/// from outside the skin, or from the scan's end, and end in the scan. The tip lies within tipBoundMm and the direction
/// within angleBound of the truth on made-up scans (tests): a bound holds every place for the tip that the profile
/// leaves open among bone, streaks and noise. A needle whose tip is not known to 3 mm is refused. Errors:
/// "no-needle-found", "several-needles" (how many: another one lies nearly as near to the planned line),
/// "needle-tip-not-seen", "needle-too-faint" (bone or streaks leave the tip open), "cancelled".
Expected<FoundNeedle> findNeedle(const Volume& control, const NeedleSearch& search, Progress& progress);

/// A needle that the operator showed by two places: its bounds are a voxel's diagonal. Precondition: two places.
FoundNeedle clickedNeedle(const Volume& control, const Point& entry, const Point& tip);

}  // namespace planning::review
