#pragma once

#include <vector>

#include "planning/anatomy/canal.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// What beside one place of the canal speaks for a disc there.
struct DiscSign {
  Point middle;        ///< of the vertebral column's body part there, halfway from its back to its front
  double depthMm = 0;  ///< of the bodies there, from their back to their front
  double tilt =
      0;  ///< of the plane that looks most like a disc, about that middle; radians, positive: rises to the front
  double score =
      0;  ///< a dark plate between two bright ones without a cortical ring: about 1 and more; none: 0 and less
};

/// One a place of the canal (which is not empty). A disc is dark between two bright endplates 2 to 6 mm from its
/// middle, and the ring of cortical bone that a body has at its front and sides is missing there.
std::vector<DiscSign> discSigns(const Volume::Image& hu, const Canal& canal);

}  // namespace planning::anatomy
