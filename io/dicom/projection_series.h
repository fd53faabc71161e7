#pragma once

#include "io/dicom/candidate.h"
#include "io/dicom/series.h"

namespace io::dicom {

/// A series of projections (XA, RF, secondary capture): loadable when a run of it is; with what its runs do not say of
/// their geometry. Its dimensions are columns, rows and the frames of all its runs together.
///
/// Findings (arguments): "no-positioner-angles", "positioner-angles-contradict", "no-source-to-detector",
/// "no-source-to-isocentre", "source-distances-impossible", "no-imager-spacing", "no-patient-orientation",
/// "positioner-moves-in-run", "table-moves-in-run", "one-plane-of-biplane" (which), "colour-as-grey",
/// "lossy-compression", "burned-in-annotation", "run-not-readable" (file, refusal). Refusals: those of checkPixels().
void describeProjections(const Group& group, SeriesInfo& info);

}  // namespace io::dicom
