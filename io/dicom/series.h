#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/dicom/slice.h"
#include "planning/error.h"
#include "planning/finding.h"
#include "planning/fluoroscopy/view.h"
#include "planning/identity.h"

namespace io::dicom {

/// One series as found, before any pixel is read.
struct SeriesInfo {
  planning::SeriesIdentity identity;  ///< instances in slice order where the series is a volume
  /// Which part of a DICOM series that holds several: "TemporalPosition 2". No other part of it is called so; shown
  /// wherever the series is, and how a person names it. Empty: all of the series.
  std::string part;
  int seriesNumber = 0;
  std::vector<std::filesystem::path> files;  ///< same order as identity.instances
  std::vector<int> dimensions;               ///< columns, rows, slices (or frames)
  std::vector<double>
      spacingMm;          ///< between columns, between rows, between slices (along the step from slice to slice)
  bool isVolume = false;  ///< of a class whose images are slices, CT or 3D X-ray, whether it can be opened or not
  /// Files of the same DICOM series of which images are in no slice of this one: other parts, localizers, duplicates.
  std::vector<std::filesystem::path> leftOutFiles;
  bool loadable = false;                   ///< can be opened as what its modality says
  std::optional<planning::Error> refusal;  ///< why not
  std::vector<planning::Finding> findings;
  bool isHu = true;  ///< of a volume: its values are Hounsfield units

  std::vector<Slice> slices;                       ///< of a loadable volume, in slice order: what readCt() needs
  std::optional<StackGeometry> geometry;           ///< of a loadable volume
  std::vector<planning::fluoroscopy::View> views;  ///< of projections: one a file, in the same order; else empty
};

struct RejectedFile {
  std::filesystem::path file;
  planning::Error reason;
};

}  // namespace io::dicom
