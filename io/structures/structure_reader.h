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

/// Structures of a file, for a scan: DICOM SEG (and, later, RTSTRUCT, NIfTI and NRRD label maps). Kinds are guessed from
/// codes and names. A person's SEG (MANUAL, SEMIAUTOMATIC) is confirmed, an AUTOMATIC one is not.
/// Errors: "not-structures", "another-patient" and "another-frame" with both values, "pixel-data-cut", ...
planning::Expected<StructureSet> readStructures(const std::filesystem::path& file,
                                                const planning::SeriesIdentity& scan, planning::Progress& progress);

/// Kind from a code or, without one, from the name (TotalSegmentator's names among others).
planning::anatomy::Kind guessKind(const std::optional<planning::anatomy::Code>& code, const std::string& name);

}  // namespace io
