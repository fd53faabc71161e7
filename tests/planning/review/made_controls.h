#pragma once

#include <vector>

#include "planning/needle/trajectory.h"
#include "testdata/control_scan.h"

/// Made-up controls with known needles.
namespace controls {

/// A part of the lumbar phantom around a path, with at least 45 mm around it.
planning::Volume partAround(const planning::needle::Trajectory& path, const planning::Vector& voxelMm, unsigned seed);

/// A sound path of the phantom for a route: 0 is the first.
planning::needle::Trajectory soundPath(const std::string& routeId);

/// The needle that a hand would place: tip and entry off by some millimetres, at times not all the way in; straight or
/// bent by 2 to 4 % of its
/// length. Decided by the seed.
testdata::DrawnNeedle placed(const planning::needle::Trajectory& planned, double diameterMm, bool bent, unsigned seed);

}  // namespace controls
