#include "tests/planning/search/lumbar_ground.h"

#include "planning/anatomy/spine_around.h"
#include "planning/check.h"
#include "testdata/lumbar_phantom.h"

namespace support {

using namespace planning;

const LumbarGround& lumbarGround() {
  static const LumbarGround made = [] {
    LumbarGround ground{testdata::makeLumbarPhantom({}), testdata::makeSpine(), {}, {}, {}};
    Progress progress;
    auto skin = anatomy::findSkin(ground.phantom.volume, progress);
    auto around = anatomy::findSpineAround(ground.phantom.volume, makePoint(0, 0, 0), progress);
    check(skin && around && around->bone, "skin, spine and bone of the drawn body are found");
    ground.skin = std::move(*skin);
    around->spine.bone = std::get<anatomy::Mask::Pointer>(around->bone->structure.shape);
    ground.counted =
        countLevels(std::make_shared<const anatomy::Spine>(std::move(around->spine)), makePoint(0, 0, 0), "L3");
    for (const auto& drawn : ground.phantom.structures) {
      if (drawn.structure.kind == anatomy::Kind::Skin) continue;
      ground.given.push_back(anatomy::measure(drawn.structure));
      ground.given.back().structure.confirmed = true;
    }
    return ground;
  }();
  return made;
}

}  // namespace support
