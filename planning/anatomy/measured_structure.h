#pragma once

#include <memory>

#include "planning/anatomy/distance.h"
#include "planning/anatomy/structure.h"
#include "planning/anatomy/surface.h"

namespace planning::anatomy {

/// A structure ready to be measured and drawn; built once a shape, cheap to copy.
struct MeasuredStructure {
  Structure structure;
  std::shared_ptr<const Surface> surface;      ///< what is drawn; null when the shape is empty
  std::shared_ptr<const DistanceField> field;  ///< what is asked; null when the shape is empty: not measurable
  double errorBoundMm =
      0;  ///< half the voxel diagonal or the tube's radius uncertainty, plus the registration's residual
};

MeasuredStructure measure(Structure structure);

}  // namespace planning::anatomy
