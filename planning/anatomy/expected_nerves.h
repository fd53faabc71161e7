#pragma once

#include <optional>

#include "planning/anatomy/levels.h"
#include "planning/error.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// Where the thecal sac and a root are expected, from the bone around them. CT shows neither well: these are drawn as
/// expected, and count for nothing until a person has looked.
struct ExpectedNerves {
  Tube sac;   ///< 70 mm up and down from the level, or to the canal's end; not below S2's middle
  Tube root;  ///< from the sac under the pedicle through the foramen and 15 mm on
  bool foramenSeen =
      true;  ///< false: the bone does not show where the foramen begins; the root is placed by proportion
};

/// The root that leaves below the pedicle of `vertebra` ("L4", of the lumbar spine or S1's neighbour above) on a side
/// (left or right). The sac fills the canal but for its fat, where the scan shows any; the root hugs the pedicle's
/// lower border, behind the body, drawn to what is denser than fat there. `radiusUncertaintyMm` of both is how far 95 %
/// of their surface was from the truth where it is known (tests/planning/anatomy/expected_nerves_test.cpp,
/// tests/io/spine_on_real_scans_test.cpp). Errors: "no-spine", "level-not-counted",
/// "vertebra-cut" (by the scan's edge).
Expected<ExpectedNerves> expectNerves(const Volume& volume, const CountedSpine& counted, const std::string& vertebra,
                                      Side side);

inline constexpr double kSacUncertaintyMm = 3.0;
inline constexpr double kRootUncertaintyMm = 4.0;
inline constexpr double kRootGuessedUncertaintyMm = 5.0;  ///< where the foramen was not seen

/// Where a pedicle bounds the canal, and the foramen below it. Lengths from the canal's middle at lowerIndex.
struct Pedicle {
  std::size_t lowerIndex = 0;  ///< of the canal, at its lower border
  double medialMm = 0;         ///< to its medial wall
  double widthMm = 0;
  double backMm = 0;  ///< forward to the body's back
  bool seen = true;   ///< false: the sides do not open below it; its lower border is put in the usual place
};
Pedicle findPedicle(const Spine& spine, std::size_t vertebra, Side side);

}  // namespace planning::anatomy
