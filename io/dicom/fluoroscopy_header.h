#pragma once

#include "planning/fluoroscopy/view.h"
#include "planning/identity.h"

class DcmItem;

namespace io::dicom {

struct Instance;

/// XA, RF, their enhanced kinds, and secondary capture: images that may be projections.
bool isProjection(const planning::SeriesIdentity& identity);

/// What a projection's data set says of its geometry: all of View but identity, rows, columns and frames. A broken
/// value is absent. The enhanced kinds keep theirs in functional groups; distances, spacing and field of view that
/// change from frame to frame are absent.
planning::fluoroscopy::View readView(DcmItem& dataSet, int frames);

/// The whole view of a projection's header; the instance has one.
planning::fluoroscopy::View viewOf(const Instance& instance);

}  // namespace io::dicom
