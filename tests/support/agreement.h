#pragma once

#include "planning/anatomy/structure.h"

namespace support {

/// How well a segmentation agrees with the truth.
struct Agreement {
  double dice = 0;           ///< 2 |A and B| / (|A| + |B|) in mm3, on the truth's grid
  double hausdorff95Mm = 0;  ///< 95 % of the surface voxels of either lie within this of the other's
};

/// Both measured on the truth's grid, within `within` (may be null): voxels outside it count for neither.
Agreement agreement(const planning::anatomy::Mask& found, const planning::anatomy::Mask& truth,
                    const planning::anatomy::Mask* within = nullptr);

}  // namespace support
