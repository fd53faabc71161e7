#pragma once

#include <string>
#include <vector>

#include "planning/anatomy/levels.h"

namespace support {

/// A vertebra that the program found and is sure of: its body's middle 25 mm in front of the canal.
inline planning::anatomy::CountedLevel counted(std::string name, double x, double pediclesZ, double bodyZ,
                                               double canalY = -10) {
  planning::anatomy::CountedLevel level;
  level.name = std::move(name);
  level.middle = planning::makePoint(x, canalY - 25, bodyZ);
  level.inCanal = planning::makePoint(x, canalY, pediclesZ);
  return level;
}

/// S1 to L3, upright, the canal's middle at x = `x`, y = -10: pedicles at z -47 (S1), -13 (L5), 19 (L4) and 55 (L3).
inline std::vector<planning::anatomy::CountedLevel> lumbarColumn(double x = 0) {
  return {counted("S1", x, -47, -54.3), counted("L5", x, -13, -20.3), counted("L4", x, 19, 13.6),
          counted("L3", x, 55, 48.5)};
}

}  // namespace support
