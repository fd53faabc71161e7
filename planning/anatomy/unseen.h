#pragma once

#include <memory>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/geometry.h"

namespace planning::anatomy {

/// Where a mask may go on unseen: beyond each face of the region it was looked for in that it reaches. What goes on
/// begins where the mask touches the face, and runs outward at no more than 60 degrees from straight out (ours: a
/// vessel or root that is steeper than that runs along the face, and would be seen in it). Immutable.
class Unseen {
 public:
  /// Null where the mask reaches no face of `lookedIn`, which is of its own lattice.
  static std::shared_ptr<const Unseen> of(const Mask& mask, const Mask::RegionType& lookedIn);

  /// At least so far does the axis stay away from all that may be unseen, mm; 0 where it may meet it. Exact to 0.25 mm,
  /// never too much. Distances of `enoughMm` and more are not told apart from it.
  double distanceMm(const Segment& axis, double enoughMm) const;

  /// One face that the mask touches, seen from outside. Kept in the .cpp's words.
  struct Face {
    Point corner;               ///< in the border's plane, half a voxel beyond the last centres
    Vector outward;             ///< unit normal of that plane
    std::vector<Segment> rows;  ///< the touched voxels' rows in that plane, through their middles
    double halfRowMm = 0;       ///< a row reaches so far to its sides and beyond its ends
  };

 private:
  std::vector<Face> faces_;
};

}  // namespace planning::anatomy
