#pragma once

#include <vector>

#include "planning/anatomy/segmented.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// Where a vessel runs: places in its middle, from the feet to the head.
struct VesselTrack {
  std::vector<Point> places;
  std::vector<double> radiiMm;  ///< at each place, of the largest disc that fits into its cross-section
};

/// Large vessels full of contrast that run across the slices: bright, round spots of 3 to 17 mm radius, darker around,
/// that follow each other over 40 mm or more (or most of a lower scan); longest first. `notVessel` (may be null) is
/// bone. Vessels within the slices and thin ones are not found. Errors: "cancelled".
Expected<std::vector<VesselTrack>> findVesselTracks(const Volume& volume, const Mask* notVessel, Progress& progress);

/// Those vessels, each grown from its track as findVessels() does, but only around the track: of a branch just its root
/// is found. "Vessel 1", "Vessel 2", ...: none holds a part of another. Errors: "cancelled", "no-contrast-vessels" (as
/// in a scan without contrast).
Expected<std::vector<Segmented>> findContrastVessels(const Volume& volume, const Mask* notVessel, Progress& progress);

}  // namespace planning::anatomy
