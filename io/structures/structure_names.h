#pragma once

#include <string>
#include <vector>

#include "planning/anatomy/structure.h"

namespace io::structures {

/// Side that a name states: "kidney_left", "Lung_R", "racine L5 gauche"; None when it states none.
planning::anatomy::Side guessSide(const std::string& name);

/// `wanted`, or "wanted 2", "wanted 3" ... until no other structure has it.
std::string uniqueName(const std::string& wanted, const std::vector<planning::anatomy::Structure>& others);

}  // namespace io::structures
