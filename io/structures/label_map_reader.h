#pragma once

#include "io/structures/reading.h"
#include "io/structures/structure_set.h"
#include "planning/error.h"

namespace io::structures {

/// The file is a label map by its first bytes (gzipped or plain NIfTI, NRRD), not by its name.
bool isLabelMap(const std::filesystem::path& file);

/// Structures of a NIfTI or NRRD label map, one cropped mask a label on the map's own grid, all unconfirmed: such a
/// file names neither patient nor frame of reference, and a finding says so. Names come from the file itself, else from
/// a names file beside it. Errors and findings: see readStructures.
planning::Expected<StructureSet> readLabelMap(const Reading& reading);

}  // namespace io::structures
