#pragma once

#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/geometry.h"

namespace planning::anatomy {

/// What a plane cuts out of a tube, as lines of places in the plane. A closed line ends at the place where it begins.
struct TubeCut {
  std::vector<std::vector<Point>> parts;    ///< of each round cone that the plane meets: closed, convex; they overlap
  std::vector<std::vector<Point>> outline;  ///< of all of them together; may come in several pieces that meet
};

/// Every place lies in the plane and on the tube's surface to 1e-6 mm; between two, the straight line leaves it by less
/// than 0.03 mm. `normal` is a unit vector. Throws BrokenContract on a tube that is none.
TubeCut cutTube(const Tube& tube, const Point& inPlane, const Vector& normal);

/// The place of the tube's course that is nearest to p.
struct CoursePlace {
  std::size_t piece = 0;  ///< between vertices `piece` and `piece + 1`
  double fraction = 0;    ///< from 0 at the piece's first vertex to 1 at its second
  Point place;
  double apartMm = 0;  ///< from p
  double radiusMm = 0;
};
CoursePlace nearestOnCourse(const Tube& tube, const Point& p);

}  // namespace planning::anatomy
