#pragma once

#include <filesystem>

#include "planning/identity.h"
#include "testdata/lumbar_phantom.h"

namespace support {

/// The demo case, small (128 x 128 x 60, 3 x 3 x 4 mm), made once a process; its truth beside it.
const testdata::Phantom& smallPhantom();

/// The small case on disk, written once a process and removed at its end.
struct SmallCase {
  std::filesystem::path folder;
  std::filesystem::path ct;   ///< the prone series
  std::filesystem::path seg;  ///< all structures but the skin
  planning::SeriesIdentity scan;
  planning::SeriesIdentity structures;
};
const SmallCase& smallCase();
/// Thick enough for the small case's voxels to be judged there: the others are unknown.
bool isHeld(const planning::anatomy::Structure& structure);
/// The small case with those structures alone, in a folder of its own.
const SmallCase& heldCase();

}  // namespace support
