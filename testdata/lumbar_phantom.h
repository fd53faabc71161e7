#pragma once

#include <string>
#include <utility>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/geometry.h"
#include "planning/volume.h"
#include "testdata/shapes.h"

namespace testdata {

/// Which phantom to make.
struct PhantomOptions {
  int columns = 512, rows = 512, slices = 160;
  bool supine = false;  ///< else prone
  unsigned seed = 1;    ///< of the noise
};

struct PhantomStructure {
  planning::anatomy::Structure structure;  ///< with its mask on the CT's grid
  ShapePointer shape;                      ///< the truth
};

/// A route with its known answers.
struct PhantomAnswer {
  std::string routeId, level, side, needle;
  planning::Point target, entry;
  /// name -> distance of the needle's surface to the analytic shape, mm
  std::vector<std::pair<std::string, double>> distancesMm;
};

struct LumbarPhantom {
  planning::Volume volume;
  std::vector<PhantomStructure> structures;
  std::vector<PhantomAnswer> answers;
};

/// A lumbar body, L2 to S1, that a radiologist would recognise.
LumbarPhantom makeLumbarPhantom(const PhantomOptions& options);

}  // namespace testdata
