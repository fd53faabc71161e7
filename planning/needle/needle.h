#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"

namespace planning::needle {

struct Needle {
  int gauge = 0;
  double lengthMm = 0;
  double outerDiameterMm = 0;

  double radiusMm() const { return outerDiameterMm / 2; }
  friend bool operator==(const Needle&, const Needle&) = default;
};

/// Outer diameters, regular-wall gauge chart (planning/procedure/README.md): 18, 20, 22, 23, 25, 26, 27 G.
std::optional<double> outerDiameterMm(int gauge);
const std::vector<int>& gauges();
/// Lengths offered in lists, mm; any length from 10 to 300 may be typed.
const std::vector<double>& usualLengthsMm();

/// Reads "22Gx90" (also "22G x 90", "22gx90.5"). Errors: "bad-needle", "unknown-gauge".
Expected<Needle> parseNeedle(const std::string& text);
/// "22Gx90"
std::string format(const Needle& needle);

}  // namespace planning::needle
