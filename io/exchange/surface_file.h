#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/error.h"
#include "planning/plan/plan.h"

namespace io::exchange {

/// The surfaces that are shown and measured, and each placed needle from entry to target, as one Wavefront OBJ text:
/// LPS mm, which its first line states as Slicer reads it (SPACE=LPS). One object a structure or needle, by its name
/// with "_" for what is no letter, digit, '.' or '-' of ASCII; outer side counter-clockwise. Places of surfaces with
/// all the digits of a 32-bit float. A needle is a closed prism of 24 sides whose edges lie at its radius, so that its
/// faces lie at most 1 % of that inside; without a chosen needle its axis is one of 0.1 mm. Errors:
/// "plan-not-in-patient", "no-placed-needle" where there is no surface at all.
planning::Expected<std::string> toObj(const planning::Plan& plan,
                                      const std::vector<planning::anatomy::MeasuredStructure>& structures);

/// The same triangles as one binary STL, which has no names; its header says SPACE=LPS too, and normals point out.
planning::Expected<std::string> toStl(const planning::Plan& plan,
                                      const std::vector<planning::anatomy::MeasuredStructure>& structures);

/// STL for a file that ends in .stl, else OBJ.
planning::Expected<std::string> toSurfaces(const std::filesystem::path& file, const planning::Plan& plan,
                                           const std::vector<planning::anatomy::MeasuredStructure>& structures);

}  // namespace io::exchange
