#pragma once

#include "io/structures/reading.h"
#include "io/structures/structure_set.h"
#include "planning/error.h"

class DcmDataset;

namespace io::structures {

/// A FRACTIONAL pixel is in from this share of the largest value on: on the safe side for what a needle must avoid.
inline constexpr double kFractionalThreshold = 0.1;

/// Structures of a DICOM Segmentation or Label Map Segmentation (PS3.3 A.51), one cropped mask a segment on the SEG's
/// own grid; overlaps stay. In a label map, what is padding or coded as background is no structure. Frames without a
/// geometry of their own take that of the slice that they were derived from, where the scan is at hand and holds it.
/// `syntax`: the transfer syntax UID of its file. Errors: see readStructures.
planning::Expected<StructureSet> readSeg(DcmDataset& dataset, const std::string& syntax, const Reading& reading);

}  // namespace io::structures
