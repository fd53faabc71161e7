#pragma once

#include <memory>
#include <vector>

#include "planning/anatomy/distance.h"
#include "planning/anatomy/structure.h"
#include "planning/anatomy/surface.h"
#include "planning/anatomy/unseen.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace planning::anatomy {

/// A structure ready to be measured and drawn; built once a shape, cheap to copy.
struct MeasuredStructure {
  Structure structure;
  std::shared_ptr<const Surface> surface;      ///< what is drawn; null when the shape is empty
  std::shared_ptr<const DistanceField> field;  ///< what is asked; null when the shape is empty: not measurable
  /// Half the voxel diagonal and hiddenMm, or the tube's radius uncertainty; plus the registration's residual.
  double errorBoundMm = 0;
  double hiddenMm = 0;                   ///< of a thin mask: what its samples can hide (hiddenBySamplesMm)
  std::shared_ptr<const Unseen> unseen;  ///< where it may go on unseen; null: nowhere, or not told
  /// The shape is there, and is being measured: surface and field are null until it is, and no distance is known.
  bool beingMeasured = false;
};

MeasuredStructure measure(Structure structure);
/// The same in a thread that can be stopped. Errors: "cancelled".
Expected<MeasuredStructure> measure(Structure structure, Progress& progress);

/// The first that is still being measured; null when there is none.
const MeasuredStructure* firstBeingMeasured(const std::vector<MeasuredStructure>& structures);

}  // namespace planning::anatomy
