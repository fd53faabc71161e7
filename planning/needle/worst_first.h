#pragma once

#include <vector>

#include "planning/needle/clearance.h"

namespace planning::needle {

/// By verdict, then by what is left beyond bound and margin; crossable structures last.
void sortWorstFirst(std::vector<Clearance>& rows);

}  // namespace planning::needle
