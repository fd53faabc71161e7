#pragma once

#include "io/structures/reading.h"
#include "io/structures/structure_set.h"
#include "planning/error.h"

namespace io::structures {

/// Parses the file in this process: what readStructures() has done in a child. Errors and findings: as there, but for
/// what concerns the place of the structures in the scan.
planning::Expected<StructureSet> parseStructures(const Reading& reading);

}  // namespace io::structures
