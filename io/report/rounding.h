#pragma once

#include "planning/rounding.h"

namespace io::report {

using planning::rounded;

}  // namespace io::report
