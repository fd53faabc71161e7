#pragma once

#include <functional>

#include "io/reading/scan.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace io {

/// Called from the reading thread as slices become valid: the volume's image is allocated in full before the first call
/// (kOutsideScan where nothing is read yet), and slice `k` is final. The middle slice comes first.
using SliceArrived = std::function<void(const planning::Volume& volume, int k)>;

/// Reads a series that scan() found into one volume. Errors carry file and tag: "not-loadable", "pixel-data-cut",
/// "unsupported-transfer-syntax", "uneven-slices", "cancelled", ...
planning::Expected<planning::Volume> readCt(const dicom::SeriesInfo& series, planning::Progress& progress,
                                            const SliceArrived& sliceArrived = {});

}  // namespace io
