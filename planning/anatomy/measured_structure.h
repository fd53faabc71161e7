#pragma once

#include <memory>
#include <vector>

#include "planning/anatomy/distance.h"
#include "planning/anatomy/structure.h"
#include "planning/anatomy/surface.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace planning::anatomy {

/// A structure ready to be measured and drawn; built once a shape, cheap to copy.
struct MeasuredStructure {
  Structure structure;
  std::shared_ptr<const Surface> surface;      ///< what is drawn; null when the shape is empty
  std::shared_ptr<const DistanceField> field;  ///< what is asked; null when the shape is empty: not measurable
  double errorBoundMm =
      0;  ///< half the voxel diagonal or the tube's radius uncertainty, plus the registration's residual
  /// The shape is there, and is being measured: surface and field are null until it is, and no distance is known.
  bool beingMeasured = false;
};

MeasuredStructure measure(Structure structure);
/// The same in a thread that can be stopped. Errors: "cancelled".
Expected<MeasuredStructure> measure(Structure structure, Progress& progress);

/// The first that is still being measured; null when there is none.
const MeasuredStructure* firstBeingMeasured(const std::vector<MeasuredStructure>& structures);

}  // namespace planning::anatomy
