#pragma once

#include <string>
#include <vector>

#include "planning/plan/plan.h"

namespace io::report {

/// A derived value of a needle that does not follow from its entry and target.
struct GeometryDifference {
  std::string what;     ///< "path-length", "in-plane", "cranio-caudal", "carm-primary", ...
  double stored = 0;    ///< mm or degrees
  double computed = 0;  ///< same
};

/// Compares path length (0.005 mm) and angles (0.1 degrees, and what rounding the points to 0.001 mm can turn the
/// needle by) with those computed from entry, target and the position of the patient (0018,5100). Empty while one of
/// them is missing.
std::vector<GeometryDifference> geometryDifferences(const planning::PlannedNeedle& needle,
                                                    const std::string& patientPosition);

}  // namespace io::report
