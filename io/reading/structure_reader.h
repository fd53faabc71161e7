#pragma once

#include <filesystem>

#include "io/structures/structure_set.h"
#include "planning/error.h"
#include "planning/identity.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace io {

/// Structures of a file, for a scan: DICOM SEG, binary or fractional, RTSTRUCT, NIfTI and NRRD label maps, each cropped
/// and on the file's own grid. A structure that does not reach into the scan gets a finding; when none does, the file
/// is refused. A label map says neither whose it is nor in which frame of reference: it is taken because the operator
/// chose the file, with a finding. Kinds are guessed from codes and names. What a person drew (MANUAL, SEMIAUTOMATIC)
/// is confirmed, an AUTOMATIC one is not. The file is parsed in a child (io/reading/reading.h), which writes the voxels
/// into memory shared with it. Knows nothing but its arguments: safe in any thread.
///
/// Errors: those of dicom::prescan; "no-such-path", "file-damaged", "not-structures", "decoding-failed",
/// "unsupported-transfer-syntax", "unsupported-segmentation"; "patient-unknown", "another-patient", "frame-unknown",
/// "another-frame" with both values; "pixel-data-cut", "geometry-absent", "bad-geometry", "uneven-slices",
/// "no-slice-spacing", "mixed-orientations", "duplicate-frames", "bad-frames", "bad-segment"; "bad-contour",
/// "contour-not-planar", "no-contours"; "not-a-label-map", "unsupported-label-map", "ambiguous-geometry";
/// "outside-scan"; "needs-too-much-memory", "reader-failed"; "cancelled". Findings (arguments):
/// "drawn-on-another-series" (file, series); "fractional-threshold" (kind, threshold), "slice-spacing-contradicted",
/// "empty-structure" (name); of an RTSTRUCT "structure-left-out" (name, code, detail), "contour-planes-filled" and
/// "contour-planes-missing" (name, count), "contours-too-small" (name, count), "contours-duplicate" (name),
/// "contours-overlap" (name), "contours-not-closed" (name, count), "contours-sparse" (name, distance),
/// "contours-single-plane" (name, thickness); of a label map "label-map-without-patient" (file),
/// "label-map-units-assumed", "label-names-absent", "label-names-beside" (file); "structure-outside-scan" (name).
planning::Expected<StructureSet> readStructures(const std::filesystem::path& file, const planning::Volume& scan,
                                                planning::Progress& progress);

/// The same where only the scan's identity is known: nothing asks whether the structures reach into it, and label maps,
/// which nothing else would tie to the scan, are refused with "scan-needed".
planning::Expected<StructureSet> readStructures(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                                planning::Progress& progress);

}  // namespace io
