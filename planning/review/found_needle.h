#pragma once

#include <tuple>
#include <vector>

#include "planning/needle/trajectory.h"

namespace planning::review {

/// A needle as it lies in a control scan, in that scan's frame.
struct FoundNeedle {
  needle::Trajectory trajectory;  ///< straight from the entry (where the axis goes through the skin) to the tip
  std::vector<Point> course;      ///< entry to tip, bent as it is; at least two places
  bool entrySeen = true;          ///< false: the scan ends before the skin, and `entry` is where it ends
  double bendMm = 0;              ///< largest distance of the course from the straight line
  double tipBoundMm = 0;          ///< error bound of the tip
  double entryBoundMm = 0;
  Angle angleBound = Angle::radians(0);  ///< of the direction

  friend bool operator==(const FoundNeedle& a, const FoundNeedle& b) {
    const auto all = [](const FoundNeedle& x) {
      return std::tie(x.trajectory.entry, x.trajectory.target, x.course, x.entrySeen, x.bendMm, x.tipBoundMm,
                      x.entryBoundMm, x.angleBound);
    };
    return all(a) == all(b);
  }
};

}  // namespace planning::review
