#pragma once

#include <filesystem>
#include <vector>

#include "io/dicom/series.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace io::dicom {

struct ScanResult {
  std::vector<SeriesInfo> series;
  std::vector<RejectedFile> rejectedFiles;
};

/// Every series under a path (folder at any depth, DICOMDIR, file). Files that are no DICOM are rejected files, not an
/// error. A symbolic link, or an entry of a DICOMDIR, that leads out of the folder is rejected and never opened.
/// Errors: "no-such-path", "empty-folder", "no-dicom", "cancelled"; where nothing is readable and DICOM is there, why
/// its first file is not.
planning::Expected<ScanResult> scan(const std::filesystem::path& path, planning::Progress& progress);

/// The finding that other parts of this one's series were refused: then it is never taken without being named. Null
/// where none were.
const planning::Finding* fragmentFinding(const SeriesInfo& series);

/// The volume that a plan was made on, by what the plan says of its scan: of the same series, and of its parts the one
/// with the same instances. Null where none that opens is it, or several may be.
const SeriesInfo* seriesOf(const std::vector<SeriesInfo>& found, const planning::SeriesIdentity& scan);

}  // namespace io::dicom
