#pragma once

#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/progress.h"

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

/// The way through the spine that bone encloses most, in the spine that a place lies in (within 45 mm to the side and
/// 75 mm to the front or back of the canal there); as far up and down as it is enclosed. Errors: "cancelled",
/// "no-canal".
Expected<Canal> findCanal(const Mask& bone, const Point& inSpine, Progress& progress);

/// Index of the canal's place at the height of p: where p lies at right angles to the canal. The canal is not empty.
std::size_t canalIndexAt(const Canal& canal, const Point& p);

}  // namespace planning::anatomy
