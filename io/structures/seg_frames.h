#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/volume.h"

namespace io::structures {

/// One frame of a SEG in the making.
struct SegFrame {
  std::size_t segment;  ///< index into the structures
  std::size_t slice;    ///< of the scan
};

/// All frames that hold a voxel, segment by segment, and their pixels; behind them an empty one at either end of the
/// slices that all structures were looked for in, where no other tells it.
struct SegFrames {
  std::vector<SegFrame> frames;
  /// One bit a pixel, lowest bit first, frames end to end without padding (PS3.5 8.1.1); an even number of bytes.
  std::vector<std::uint8_t> bits;
};

/// Errors: "another-grid", "nothing-to-write", "too-large".
planning::Expected<SegFrames> packFrames(const std::vector<planning::anatomy::Structure>& structures,
                                         const planning::Volume::Image& scan);

}  // namespace io::structures
