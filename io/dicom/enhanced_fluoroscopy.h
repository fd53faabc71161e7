#pragma once

#include "io/dicom/attributes.h"
#include "planning/fluoroscopy/view.h"

namespace io::dicom {

inline constexpr int kMostFrames = 65536;  ///< with angles of their own

/// What the functional groups of an Enhanced XA or XRF say (PS3.3 A.47, A.48): positioner, distances, spacing, field of
/// view, isocentre system, orientation and window. What is in no group stays as it is in `view`.
void readEnhanced(const Attributes& dataSet, int frames, planning::fluoroscopy::View& view);

}  // namespace io::dicom
