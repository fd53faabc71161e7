#pragma once

#include <span>
#include <vector>

#include "io/deidentification/picture_box.h"
#include "planning/error.h"

class DcmDataset;

namespace io::deidentification {

/// Where text seems to be burned into an image (text_in_picture.h): in its first frame, or in any. Errors:
/// "decoding-failed".
planning::Expected<std::vector<PictureBox>> textInFrames(DcmDataset& dataset, bool firstAlone);

/// Writes into each frame, within the boxes, the padding value, or the darkest value of the frame where none is stated;
/// compressed pixels become uncompressed. What of a box lies outside of the picture counts for nothing. Errors:
/// "cannot-blacken" (pixels that DCMTK cannot decode, as JPEG 2000, or colours other than RGB).
planning::Expected<void> blacken(DcmDataset& dataset, std::span<const PictureBox> boxes);

}  // namespace io::deidentification
