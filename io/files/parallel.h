#pragma once

#include "planning/parallel.h"

namespace io {

using planning::forEachInParallel;

}  // namespace io
