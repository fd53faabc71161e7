#pragma once

#include <string>
#include <vector>

#include "planning/anatomy/levels.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/geometry.h"
#include "planning/search/guide.h"
#include "planning/volume.h"

namespace planning {

/// A place that a needle may end in.
struct RegionSample {
  Point place;
  double preference = 0;  ///< 1 where the route wants it most, 0 at the region's edge; below 0 outside the region
};

/// Where a route's needle may end at a level and side: places in the patient, LPS mm. A proposal: nobody confirmed it.
struct TargetRegion {
  std::vector<RegionSample> samples;  ///< in the region, the most preferred first; never empty
  std::vector<RegionSample> around;   ///< beyond it within 12 mm, the nearest first: what a block is measured with
  Vector lateral, up, front;          ///< unit: to the plan's side (the patient's left where there is none), along the
                                      ///< canal to the head, to the vertebral bodies
  double errorBoundMm = 0;  ///< how far what was measured in the scan may be off: half the voxel diagonal, and more
                            ///< where a part of it was not seen but expected (`notSeen`)
  std::vector<std::string> notSeen{};  ///< "epidural-fat", "sac": placed by what is usual
  std::vector<Guide> guides{};         ///< what the region was measured in, to be drawn

  const Point& middle() const { return samples.front().place; }
};

/// What a region is measured in. `counted` has a spine, and that bone; structures may be none. Bones that are named by
/// one level ("L4 vertebra", "vertebrae_L4") and a structure of kind disc or dura there are taken where they are given.
struct RegionGround {
  const Volume& volume;
  const anatomy::CountedSpine& counted;
  const std::vector<anatomy::MeasuredStructure>& structures;
};

inline constexpr double kAroundRegionMm = 12.0;

}  // namespace planning
