#pragma once

#include <optional>

#include "io/dicom/instance.h"

namespace io::dicom {

/// Why the pixels of this frame (from 0) cannot be read; absent when they can. `colour` allows RGB and YBR of 8 bits,
/// native or JPEG, to be read as grey. Codes: "pixel-data-cut", "no-pixel-data", "unsupported-pixel-format",
/// "unsupported-transfer-syntax".
std::optional<planning::Error> checkPixels(const Instance& instance, int frame, bool colour);

}  // namespace io::dicom
