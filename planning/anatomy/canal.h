#pragma once

#include <vector>

#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// A place in the middle of the vertebral canal, and how the spine stands there: unit vectors at right angles.
struct CanalPlace {
  Point centre;
  Vector up;     ///< along the canal, toward the head
  Vector left;   ///< the patient's
  Vector front;  ///< toward the vertebral bodies
};

/// One place a millimetre, from the feet to the head.
using Canal = std::vector<CanalPlace>;

/// The canal of a CT without a click: the way through all slices that sees bone within 20 mm in most directions and a
/// vertebral body in front of it; as far up and down as it is so enclosed. A proposal: how far it lies from labelled
/// canals is measured in tests/io/spine_on_real_scans_test.cpp. Errors: "cancelled", "canal-needs-hu",
/// "canal-slices-too-thick" (more than 5 mm apart), "no-canal" (no spine, or a canal that the scan cuts or metal
/// hides).
Expected<Canal> findCanal(const Volume& volume, Progress& progress);

/// Index of the canal's place at the height of p: where p lies at right angles to the canal. The canal is not empty.
std::size_t canalIndexAt(const Canal& canal, const Point& p);

}  // namespace planning::anatomy
