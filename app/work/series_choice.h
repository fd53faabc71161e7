#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "io/reading/scan.h"
#include "planning/error.h"

namespace app {

/// Which scan a person named.
struct NamedScan {
  std::filesystem::path path;  ///< folder, DICOMDIR, or one of the scan's files
  std::string part;            ///< SeriesInfo::part, in any case; empty: not named
};

/// The series that can be volumes, CT and 3D X-ray, with those that are refused.
std::vector<io::dicom::SeriesInfo> volumesIn(const io::dicom::ScanResult& found);

/// The one volume to take: for every command, and for the window where it opens one without asking. A part of a series
/// whose other parts were refused, and what may be a slice of a refused series, is taken only if it is named. Errors:
/// "no-ct", "no-such-part" (the parts there are), "several-series" (their UIDs), "several-parts" (their names),
/// "only-a-part" (what was refused), and the series' own refusal.
planning::Expected<io::dicom::SeriesInfo> chooseSeries(const io::dicom::ScanResult& found, const NamedScan& named);

}  // namespace app
