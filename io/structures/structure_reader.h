#pragma once

#include <filesystem>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/finding.h"
#include "planning/identity.h"
#include "planning/progress.h"

namespace io {

/// A place that the file names: a POINT of an RTSTRUCT, a candidate for target or entry.
struct NamedPoint {
  std::string name;
  planning::Point place;
  std::string source;  ///< as Structure::source
};

struct StructureSet {
  planning::SeriesIdentity identity;  ///< of the object the structures came from; its one instance is evidence
  std::vector<planning::anatomy::Structure> structures;
  std::vector<NamedPoint> points;
  std::vector<planning::Finding> findings;
};

/// Structures of a file, for a scan: DICOM SEG, binary or fractional, and RTSTRUCT (later NIfTI and NRRD label maps), each
/// cropped and on the file's own grid. Kinds are guessed from codes and names. What a person drew (MANUAL,
/// SEMIAUTOMATIC) is confirmed, an AUTOMATIC one is not. Knows nothing but its arguments: safe in any process or thread.
///
/// Errors: "no-such-path", "not-dicom", "file-damaged", "not-structures", "unsupported-transfer-syntax",
/// "unsupported-segmentation"; "patient-unknown", "another-patient", "frame-unknown", "another-frame" with both values;
/// "pixel-data-cut", "geometry-absent", "bad-geometry", "uneven-slices", "no-slice-spacing", "mixed-orientations",
/// "duplicate-frames", "bad-frames", "bad-segment"; "bad-contour", "contour-not-planar", "no-contours"; "cancelled".
/// Findings (arguments): "fractional-threshold" (kind, threshold), "slice-spacing-contradicted", "empty-structure"
/// (name); of an RTSTRUCT "structure-left-out" (name, code, detail), "contour-planes-filled" and
/// "contour-planes-missing" (name, count), "contours-too-small" (name, count), "contours-duplicate" (name),
/// "contours-overlap" (name), "contours-not-closed" (name, count), "contours-sparse" (name, distance).
planning::Expected<StructureSet> readStructures(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                                planning::Progress& progress);

/// Kind from a code or, without one, from the name (TotalSegmentator's names among others).
planning::anatomy::Kind guessKind(const std::optional<planning::anatomy::Code>& code, const std::string& name);

}  // namespace io
