#pragma once

#include "io/structures/structure_reader.h"

class DcmDataset;

namespace io::structures {

/// A FRACTIONAL pixel is in from this share of the largest value on: on the safe side for what a needle must avoid.
inline constexpr double kFractionalThreshold = 0.1;

/// Structures of a DICOM Segmentation (PS3.3 A.51), one cropped mask a segment on the SEG's own grid; overlaps stay.
/// `file` is the subject of errors. Frames without a geometry of their own take that of the slice that they were
/// derived from, where `volume` (may be null) is the scan itself and holds it. Errors: see readStructures.
planning::Expected<StructureSet> readSeg(DcmDataset& dataset, const std::filesystem::path& file,
                                         const planning::SeriesIdentity& scan, const planning::Volume* volume,
                                         planning::Progress& progress);

}  // namespace io::structures
