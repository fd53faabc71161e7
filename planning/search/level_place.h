#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/mask_grid.h"
#include "planning/error.h"
#include "planning/search/region.h"

/// What the regions of the routes have in common. Only for target_region*.cpp.
namespace planning {

/// A level in the scan, and how the spine stands there.
struct LevelPlace {
  const RegionGround& ground;
  std::string upper, lower;    ///< the vertebrae that bound it
  std::size_t disc = 0;        ///< of the spine
  Point discMiddle;            ///< halfway between its plates
  Vector discUp;               ///< its normal, likewise
  double discHalfMm = 0;       ///< from its middle to its plates, on average
  std::size_t canalIndex = 0;  ///< of the canal's place at right angles to the disc's middle: heights count from it
  double sign = 1;             ///< of the plan's side along the patient's left; 1 where there is none

  const anatomy::Spine& spine() const { return *ground.counted.spine; }
  /// The canal so many mm above the disc's middle; at its ends the last place goes on. Absent beyond 1 mm of its ends.
  std::optional<anatomy::CanalPlace> at(double upMm) const;
  /// In that section: to the side, to the front, mm from the canal's middle.
  static Point place(const anatomy::CanalPlace& at, double sign, double sideMm, double frontMm) {
    return at.centre + at.left * (sign * sideMm) + at.front * frontMm;
  }

  /// The bone of the two vertebrae where both are given, else all that was found.
  bool isBone(const Point& p) const;
  /// The bone that is named by this vertebra alone and holds its body's middle as counted; null: not given.
  const anatomy::Mask* vertebra(const std::string& name) const;
  /// In front of the canal's middle the bodies begin, so many mm above the disc: measured at bodies, between them on a
  /// straight line.
  double backWallMm(double upMm) const;

  void lookAtBones();
  bool lookAtDisc();  ///< false: no plates on both sides of where the count has it

  const anatomy::Mask* upperBone = nullptr;
  const anatomy::Mask* lowerBone = nullptr;
};

/// Half the voxel diagonal of the scan.
double scanBoundMm(const Volume& volume);

/// The place of a section as a region counts it, before it becomes a sample.
struct Candidate {
  double sideMm, upMm, frontMm;  ///< as LevelPlace::place()
  Point place;
  double preference;
};

/// TargetRegion's own.
struct RegionAxes {
  Vector lateral, up, front;
};

/// The samples thinned to one a `apartMm`, the most preferred first; around them a grid outside that is no bone, as far
/// as kAroundRegionMm. Absent for none.
std::optional<TargetRegion> regionOf(const RegionGround& ground, const RegionAxes& axes, std::vector<Candidate> inside,
                                     double apartMm, const std::function<bool(const Point&)>& isBone);
/// At a level: along the canal beside the most preferred place. What is barred is left out around it, too.
std::optional<TargetRegion> regionOf(const LevelPlace& level, std::vector<Candidate> inside, double apartMm,
                                     const std::function<bool(const Point&)>& isBarred = {});

Expected<TargetRegion> discRegion(const LevelPlace& level);
Expected<TargetRegion> foramenRegion(const LevelPlace& level, const std::string& stated);
Expected<TargetRegion> jointRegion(const LevelPlace& level);
Expected<TargetRegion> epiduralRegion(const LevelPlace& level);
Expected<TargetRegion> hiatusRegion(const RegionGround& ground);

}  // namespace planning
