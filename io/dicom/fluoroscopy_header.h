#pragma once

#include "planning/fluoroscopy/view.h"
#include "planning/identity.h"

class DcmItem;

namespace io::dicom {

/// XA, RF, their enhanced kinds, and secondary capture: images that may be projections.
bool isProjection(const planning::SeriesIdentity& identity);

/// What a projection's data set says of its geometry: all of View but identity, rows, columns and frames. A broken
/// value is absent. Of the enhanced kinds, which keep theirs in functional groups, nothing is read yet.
planning::fluoroscopy::View readView(DcmItem& dataSet, int frames);

}  // namespace io::dicom
