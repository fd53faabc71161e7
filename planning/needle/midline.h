#pragma once

#include <optional>
#include <vector>

#include "planning/geometry.h"

namespace planning {

/// The entry's lateral distance from a line over the spinous processes, positive to the patient's left: at the entry's
/// height along the line's own course. Absent without a line.
std::optional<double> fromMidlineMm(const std::vector<Point>& midline, const Point& entry);

}  // namespace planning
