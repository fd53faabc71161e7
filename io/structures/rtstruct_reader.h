#pragma once

#include "io/structures/reading.h"
#include "io/structures/structure_set.h"
#include "planning/error.h"

class DcmDataset;

namespace io::structures {

/// Structures and points of an RT Structure Set (PS3.3 A.19). An ROI that cannot be read, or is in another frame of
/// reference, is left out with a finding; when nothing is left, that is the error. Errors: see readStructures.
planning::Expected<StructureSet> readRtStruct(DcmDataset& dataset, const Reading& reading);

}  // namespace io::structures
