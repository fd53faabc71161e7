#pragma once

#include "io/dicom/candidate.h"
#include "io/dicom/series.h"

namespace io::dicom {

/// One group as a series to be shown and opened: its slices in order, its geometry, what is odd about it, and why it is
/// refused where it is.
///
/// Refusals: "localizer-image", "mr-not-read", "not-a-volume",
/// "bad-value", "pixel-data-cut", "no-pixel-data", "unsupported-pixel-format", "unsupported-transfer-syntax",
/// "no-position", "no-orientation", "no-pixel-spacing", "orientation-not-orthogonal", "duplicate-position",
/// "missing-slices", "uneven-slices", "planes-differ", "not-a-stack", "frames-without-place",
/// "single-slice-no-thickness", "volume-too-large".
///
/// Findings (code: arguments): "no-patient-id", "no-study-uid", "no-series-uid", "no-frame-of-reference",
/// "no-instance-uid", "no-patient-position", "undecodable-text": tag; "values-not-hu": rescale type; "no-rescale";
/// "lossy-compression"; "burned-in-annotation"; "single-slice"; "gantry-tilt": degrees; "slices-slightly-uneven": mm;
/// "gap-between-slices": step mm, thickness mm; "mixed-thickness": least, greatest mm; "mixed-kernels": kernels;
/// "duplicate-ignored": files; "position-changes"; "frames-of-reference-differ": how many, "studies-differ": how many
/// (the identity then has none); "instance-uids-repeat": images.
SeriesInfo describeSeries(Group group, const SameValues& sameValues);

}  // namespace io::dicom
