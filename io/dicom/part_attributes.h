#pragma once

#include <optional>
#include <span>
#include <string>

#include "io/dicom/candidate.h"

namespace io::dicom {

/// When frames that differ in an attribute are different volumes.
enum class Splits {
  Never,            ///< it only names parts that something else tells apart
  WhereUneven,      ///< where together they are no even stack, and apart they are nearer to it
  WherePhases,      ///< that, and where whole stacks lie between each other's slices: two times are two volumes
  WhereEachIsWhole  ///< where each value has a whole stack of its own, of three slices or more
};

/// What tells the parts of a DICOM series apart, by its keyword in the standard; of candidates that have a plane.
struct PartAttribute {
  const char* keyword;
  Splits splits;
  std::string (*value)(const Candidate&);
};

/// In the order in which they are tried, and in which they name a part.
std::span<const PartAttribute> partAttributes();

/// The value that all members of a group have; absent where they differ.
std::optional<std::string> valueOf(const Group& group, const PartAttribute& attribute);

}  // namespace io::dicom
