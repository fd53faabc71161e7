#pragma once

#include <filesystem>

#include "planning/volume.h"

namespace support {

/// A volume as MetaImage (.mha), for programs that read no DICOM here. Orthonormal volumes only.
void writeMetaImage(const planning::Volume& volume, const std::filesystem::path& file);

}  // namespace support
