#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/volume.h"

namespace io {

/// Under what a SEG is written; whatever is empty is made: new UIDs, now.
struct SegCreation {
  std::string seriesUid;
  std::string sopInstanceUid;
  std::string date;  ///< YYYYMMDD
  std::string time;  ///< HHMMSS
};

/// Writes mask structures as one binary DICOM SEG on the scan's grid, referencing its instances; slices in which a
/// structure has no voxel get no frame. A mask may cover a part of the scan, but its voxels must be voxels of the scan.
/// Confirmed structures are MANUAL, or SEMIAUTOMATIC where the program found them; others AUTOMATIC. Returns the SEG's
/// identity. Errors: "cannot-write", "another-grid" with the structure's name, "nothing-to-write" when no mask has a
/// voxel, "too-large".
planning::Expected<planning::SeriesIdentity> writeSeg(const std::vector<planning::anatomy::Structure>& structures,
                                                      const planning::Volume& scan, const std::filesystem::path& file,
                                                      const SegCreation& creation = {});

}  // namespace io
