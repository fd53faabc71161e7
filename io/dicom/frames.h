#pragma once

#include "io/dicom/attributes.h"
#include "io/dicom/instance.h"

namespace io::dicom {

/// Fills instance.planes: from the data set itself for single-frame classes, from the functional groups (per frame
/// first, then shared; PS3.3 C.7.6.16) for the enhanced ones.
void readPlanes(const Attributes& dataSet, Instance& instance);

}  // namespace io::dicom
