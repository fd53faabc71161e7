#pragma once

#include <optional>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/spine.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace app {

/// All bones of a case as one; null when there are none.
planning::anatomy::Mask::Pointer loadedBones(const std::vector<planning::anatomy::MeasuredStructure>& structures);

/// The spine of a scan, when a place is near to it, with the bone around the place: found in the scan, or, where none
/// is, the one that was loaded (null: none). Without a place the whole spine, with the bone around the canal's middle.
/// Errors: those of planning::anatomy::findSpine(), "not-on-spine".
planning::Expected<planning::anatomy::Spine> findSpineAt(const planning::Volume& scan,
                                                         const planning::anatomy::Mask::Pointer& loaded,
                                                         const std::optional<planning::Point>& place,
                                                         planning::Progress& progress);

}  // namespace app
