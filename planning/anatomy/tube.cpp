#include "planning/anatomy/tube.h"

#include "planning/check.h"

namespace planning::anatomy {

std::vector<RoundCone> roundConesOf(const Tube& tube) {
  const auto& course = tube.centreline;
  check(course.size() >= 2 && course.size() == tube.radiiMm.size(),
        "a tube has two vertices or more, and a radius for each");
  for (double radius : tube.radiiMm) check(radius > 0, "a tube's radii are positive");
  std::vector<RoundCone> cones;
  for (std::size_t i = 1; i < course.size(); ++i)
    cones.push_back({course[i - 1], course[i], tube.radiiMm[i - 1], tube.radiiMm[i]});
  return cones;
}

}  // namespace planning::anatomy
