#pragma once

#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/spine.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace app {

/// All bones of a case as one; null when there are none.
planning::anatomy::Mask::Pointer loadedBones(const std::vector<planning::anatomy::MeasuredStructure>& structures);

/// The spine at a place, in the bones that were loaded (null: none) or in those that are found in the scan, whichever
/// shows more of it. Errors: those of planning::anatomy::findSpine() and findBone(), "cancelled".
planning::Expected<planning::anatomy::Spine> findSpineAt(const planning::Volume& scan,
                                                         const planning::anatomy::Mask::Pointer& loaded,
                                                         const planning::Point& place, planning::Progress& progress);

}  // namespace app
