#pragma once

#include <filesystem>

#include "io/structures/mask_memory.h"
#include "planning/identity.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace io::structures {

/// One reading of structures: from which file, for which scan, and where the voxels go.
struct Reading {
  const std::filesystem::path& file;  ///< the subject of errors
  const planning::SeriesIdentity& scan;
  const planning::Volume* volume;  ///< the scan's grid; its voxels are not asked; null where only its identity is known
  MaskMemory& memory;
  planning::Progress& progress;
};

}  // namespace io::structures
