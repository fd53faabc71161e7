#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/volume.h"

namespace io {

/// Writes mask structures as one binary DICOM SEG on the scan's grid (every mask must have the grid of `scan`),
/// referencing its instances. Confirmed structures are MANUAL or SEMIAUTOMATIC, others AUTOMATIC. Returns the SEG's
/// identity. Errors: "cannot-write", "another-grid".
planning::Expected<planning::SeriesIdentity> writeSeg(const std::vector<planning::anatomy::Structure>& structures,
                                                      const planning::Volume& scan, const std::filesystem::path& file);

}  // namespace io
