#pragma once

#include <cmath>
#include <optional>

#include "planning/geometry.h"

namespace planning {

/// To 0.001, the step in which a plan is written (io/report/README.md, "Numbers"); never -0. A float32 of less than
/// 4000 mm comes back to the same value.
inline double rounded(double value) {
  return std::round(value * 1000.0) / 1000.0 + 0.0;
}
inline Point rounded(const Point& p) {
  return makePoint(rounded(p[0]), rounded(p[1]), rounded(p[2]));
}
template <class Value>
std::optional<Value> rounded(const std::optional<Value>& value) {
  return value ? std::optional<Value>(rounded(*value)) : std::nullopt;
}

}  // namespace planning
