#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/dicom/slice.h"
#include "planning/error.h"
#include "planning/finding.h"
#include "planning/fluoroscopy/view.h"
#include "planning/identity.h"
#include "planning/progress.h"

namespace io::dicom {

/// One series as found, before any pixel is read.
struct SeriesInfo {
  planning::SeriesIdentity identity;  ///< instances in slice order where the series is a volume
  std::string
      part;  ///< which part of a DICOM series that holds several volumes: "AcquisitionNumber 2"; empty: all of it
  int seriesNumber = 0;
  std::vector<std::filesystem::path> files;  ///< same order as identity.instances
  std::vector<int> dimensions;               ///< columns, rows, slices (or frames)
  std::vector<double>
      spacingMm;          ///< between columns, between rows, between slices (along the step from slice to slice)
  bool loadable = false;  ///< can be opened as what its modality says
  std::optional<planning::Error> refusal;  ///< why not
  std::vector<planning::Finding> findings;

  std::vector<Slice> slices;                       ///< of a loadable volume, in slice order: what readCt() needs
  std::optional<StackGeometry> geometry;           ///< of a loadable volume
  std::vector<planning::fluoroscopy::View> views;  ///< of projections: one a file, in the same order; else empty
};

struct RejectedFile {
  std::filesystem::path file;
  planning::Error reason;
};

struct ScanResult {
  std::vector<SeriesInfo> series;
  std::vector<RejectedFile> rejectedFiles;
};

/// Every series under a path (folder at any depth, DICOMDIR, file). Files that are no DICOM are rejected files, not an
/// error. A symbolic link, or an entry of a DICOMDIR, that leads out of the folder is rejected and never opened.
/// Errors: "no-such-path", "empty-folder", "no-dicom", "cancelled"; where nothing is readable and DICOM is there, why
/// its first file is not.
planning::Expected<ScanResult> scan(const std::filesystem::path& path, planning::Progress& progress);

}  // namespace io::dicom
