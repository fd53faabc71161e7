#pragma once

#include <dcmtk/dcmdata/dctagkey.h>

#include <optional>

#include "planning/anatomy/structure.h"

class DcmItem;

namespace io::structures {

/// First code of a code sequence (PS3.3 8.8), with the old SNOMED-RT identifiers of the structures that matter here
/// (scheme SRT, SNM3 or 99SDM) turned into SNOMED CT (scheme SCT). Absent when there is none.
std::optional<planning::anatomy::Code> readCode(DcmItem& dataset, DcmItem& item, const DcmTagKey& sequence);

/// Kind that a SNOMED CT code states; absent for a code that states none ("Tissue").
std::optional<planning::anatomy::Kind> kindOf(const planning::anatomy::Code& code);

/// Side that a laterality code states (CID 244).
planning::anatomy::Side sideOf(const std::optional<planning::anatomy::Code>& code);

}  // namespace io::structures
