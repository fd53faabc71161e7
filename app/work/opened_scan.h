#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/reading/scan.h"
#include "planning/error.h"
#include "planning/plan/plan.h"

namespace app::commands {

/// A scan with its structures, as a command opens it.
struct OpenedScan {
  planning::Volume volume;
  std::optional<planning::anatomy::Skin> skin;
  std::vector<planning::anatomy::MeasuredStructure> structures;
  std::vector<planning::SeriesIdentity> structureEvidence;
  std::vector<planning::Finding> findings;  ///< of reading the structures

  planning::Scene scene() const;
};

/// The one CT series under a path: the folder's, or that of the file named. Errors: those of scan(), "no-ct",
/// "several-series" with their UIDs, and the series' own refusal.
planning::Expected<io::dicom::SeriesInfo> findCt(const std::filesystem::path& path);

/// Loads the CT, finds the skin, reads and measures the structures.
planning::Expected<OpenedScan> openScan(const std::filesystem::path& series,
                                        const std::vector<std::filesystem::path>& structureFiles);

}  // namespace app::commands
