#pragma once

#include <vector>

#include "planning/anatomy/levels.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/skin.h"
#include "testdata/phantom.h"
#include "testdata/spine.h"

namespace support {

/// The drawn lumbar body at full size, counted from a click on L3; made once a process.
struct LumbarGround {
  testdata::Phantom phantom;
  testdata::Spine drawn;
  planning::anatomy::Skin skin;
  planning::anatomy::CountedSpine counted;                  ///< with the bone that was found
  std::vector<planning::anatomy::MeasuredStructure> given;  ///< all that is drawn but the skin, confirmed
};
const LumbarGround& lumbarGround();

}  // namespace support
