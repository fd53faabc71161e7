#pragma once

#include <vector>

#include "planning/anatomy/segmented.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// How a vessel full of contrast is told from what it touches.
struct VesselRule {
  double softTissueHu = 55;     ///< what surrounds a vessel; its wall lies halfway between this and its inside
  double leastContrastHu = 40;  ///< a vessel less than this brighter than that cannot be told from it
  double widening = 1.4;        ///< a place more than this times as wide as the vessel at the seed is a leak ...
  double wideningMm = 1.5;      ///< ... and wider by more than this in radius
  double reachMm = 120;         ///< how far from the seeds it is followed, along each axis of the scan
};

/// A vessel in a contrast CT, grown from places inside it (seeds, at least one), with the calcifications of its wall.
/// What is brighter than the vessel, and large, is bone and stops it; so do `notVessel` and the outside of `within`
/// (either may be null). What is too wide to be the same vessel (bone marrow, kidney, bowel, the heart) is cut off,
/// with the finding "vessel-leak" (volume in cm3). Errors: "cancelled", "no-seeds", "outside-scan", "no-vessels" (a
/// seed in bone), "too-little-contrast" with the numbers, "vessel-not-told-apart" from what it touches.
Expected<Segmented> findVessels(const Volume& volume, const std::vector<Point>& seeds, Progress& progress,
                                const VesselRule& rule = {}, const Mask* notVessel = nullptr,
                                const Mask* within = nullptr);

/// Bright tubes with radii between the two, around a place: a tubular filter on the Hessian at several scales (Frangi
/// 1998, as itk::HessianToObjectnessMeasureImageFilter). `halfSideMm`: of the cube that is searched. A measure of 1 is
/// the strongest tube there; `leastMeasure` of it counts. Errors: "cancelled", "outside-scan", "no-vessels".
struct TubeSearch {
  Point centre;
  double halfSideMm = 40;
  double leastRadiusMm = 1;
  double largestRadiusMm = 4;
  double leastMeasure = 0.15;
  double leastHu = 100;
};
Expected<Segmented> findTubularVessels(const Volume& volume, const TubeSearch& search, Progress& progress);

}  // namespace planning::anatomy
