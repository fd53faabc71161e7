#pragma once

#include <map>

#include "planning/anatomy/structure.h"

namespace planning::procedure {

/// What a needle keeps from each kind of structure, mm (planning/procedure/README.md, "Margins"); `duraMm` is that of
/// the dura.
std::map<anatomy::Kind, double> margins(double duraMm);
inline constexpr double kEpidural = 0.0;     ///< mm from the dura on an epidural route
inline constexpr double kNotEpidural = 2.0;  ///< on any other

/// Margin by kind where no route is chosen.
double defaultMarginMm(anatomy::Kind kind);

}  // namespace planning::procedure
