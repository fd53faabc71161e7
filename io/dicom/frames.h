#pragma once

#include "io/dicom/attributes.h"
#include "io/dicom/instance.h"

namespace io::dicom {

/// Fills instance.planes: from the data set itself for single-frame classes, from the functional groups (per frame
/// first, then shared; PS3.3 C.7.6.16) for the enhanced ones, and for several frames in a single-frame class where it
/// has such groups. Without them only the first of those frames has a place.
void readPlanes(const Attributes& dataSet, Instance& instance);

}  // namespace io::dicom
