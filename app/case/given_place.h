#pragma once

#include <vector>

#include "planning/anatomy/measured_structure.h"

namespace app {

/// Is what was found in the scan there already: does a good part of its surface lie on or in others of its kind (an
/// artery, a vein and a vessel are alike)? One vertebra of a file does not give the bone of a whole body, nor the aorta
/// another vessel. Asked of some hundred places of the surface, evenly taken; of an empty one: yes.
bool isGivenBy(const std::vector<planning::anatomy::MeasuredStructure>& known,
               const planning::anatomy::MeasuredStructure& found);

}  // namespace app
