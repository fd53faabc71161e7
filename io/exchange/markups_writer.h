#pragma once

#include <string>

#include "planning/error.h"
#include "planning/plan/plan.h"

namespace io::exchange {

/// The plan's needles as Slicer markups (.mrk.json, schema 1.0.3), UTF-8: one Line a placed needle, from entry to
/// target, and one Fiducial list with both; LPS, mm, rounded to 0.001 as everywhere. Neither patient nor scan is named:
/// the format has no place for them. Errors: "plan-not-in-patient" for a plan on projections, "no-placed-needle" where
/// no needle is placed.
planning::Expected<std::string> toMarkups(const planning::Plan& plan);

}  // namespace io::exchange
