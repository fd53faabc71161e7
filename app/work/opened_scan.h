#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/work/series_choice.h"
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

/// The volume that is named, by its path and its part. Errors: those of scan() and of chooseSeries().
planning::Expected<io::dicom::SeriesInfo> findScan(const NamedScan& named);

/// Errors: "another-patient", "another-series", both with the two values.
planning::Expected<void> mustBeTheScanOf(const planning::Plan& plan, const planning::SeriesIdentity& scan,
                                         const NamedScan& series);

/// Loads the scan, finds the skin, reads and measures the structures.
planning::Expected<OpenedScan> openScan(const NamedScan& named,
                                        const std::vector<std::filesystem::path>& structureFiles);

}  // namespace app::commands
