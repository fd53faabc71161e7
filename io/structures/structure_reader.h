#pragma once

#include <filesystem>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/finding.h"
#include "planning/identity.h"
#include "planning/progress.h"

namespace io {

struct StructureSet {
  planning::SeriesIdentity identity;  ///< of the object the structures came from; its one instance is evidence
  std::vector<planning::anatomy::Structure> structures;
  std::vector<planning::Finding> findings;
};

/// Structures of a file, for a scan: DICOM SEG, binary or fractional (and, later, RTSTRUCT, NIfTI and NRRD label maps),
/// each cropped and on the file's own grid. Kinds are guessed from codes and names. A person's SEG (MANUAL,
/// SEMIAUTOMATIC) is confirmed, an AUTOMATIC one is not. Knows nothing but its arguments: safe in any process or
/// thread.
///
/// Errors: "no-such-path", "not-dicom", "file-damaged", "not-structures", "unsupported-transfer-syntax",
/// "unsupported-segmentation"; "patient-unknown", "another-patient", "frame-unknown", "another-frame" with both values;
/// "pixel-data-cut", "geometry-absent", "bad-geometry", "uneven-slices", "no-slice-spacing", "mixed-orientations",
/// "duplicate-frames", "bad-frames", "bad-segment", "cancelled".
/// Findings: "fractional-threshold" (kind, threshold), "slice-spacing-contradicted", "empty-structure" (name).
planning::Expected<StructureSet> readStructures(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                                planning::Progress& progress);

/// Kind from a code or, without one, from the name (TotalSegmentator's names among others).
planning::anatomy::Kind guessKind(const std::optional<planning::anatomy::Code>& code, const std::string& name);

}  // namespace io
