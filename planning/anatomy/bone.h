#pragma once

#include "planning/anatomy/segmented.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// One place is in bone where it is at least as bright, HU. Ours: above contrast in most vessels, below cortical bone.
inline constexpr int kBoneHu = 300;

/// How bone is told from the rest of a CT.
struct BoneRule {
  double shellHu = 180;       ///< the shell of a bone, thick enough to be seen whole
  double leastHu = 130;       ///< bone also is what is brighter than this beside the shell (thin shell blurred, marrow)
  double surelyHu = 400;      ///< only bone, metal and thick contrast are this bright
  double surelyShare = 0.03;  ///< a piece with less of its voxels that bright is contrast (vessel, kidney), not bone
  double leastPieceMm3 = 500;  ///< smaller pieces are calcifications or noise
  double marrowHu = 50;        ///< marrow is brighter than this; fluid, fat and roots in the vertebral canal are not
  double marrowReachMm = 30;   ///< marrow meets shell within this ...
  int marrowDirections = 24;   ///< ... in at least this many of 26 directions; a disc, a foramen is open to more sides
  double cavityLeastHu = -200,
         cavityMostHu = 180;  ///< what a shell encloses but for gaps of 4 to 6 mm, if in this range
};

/// The bones of a scan as one structure: threshold, pieces that are large and bright enough, the marrow that their
/// shells enclose, and what they enclose all around (marrow turned into fat). The vertebral canal and the foramina stay
/// open: they are darker than marrow and open to too many sides. Vessels full of contrast
/// that touch a bone, as findContrastVessels() finds them, are none, and neither is `notBone` (may be null). Errors:
/// "cancelled", "no-bone". Findings: "bone-values-not-hu" where the scan's values are no HU.
Expected<Segmented> findBone(const Volume& volume, Progress& progress, const BoneRule& rule = {},
                             const Mask* notBone = nullptr);

}  // namespace planning::anatomy
