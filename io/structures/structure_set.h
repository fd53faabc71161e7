#pragma once

#include <string>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/finding.h"
#include "planning/geometry.h"
#include "planning/identity.h"

namespace io {

/// A place that the file names: a POINT of an RTSTRUCT, a candidate for target or entry.
struct NamedPoint {
  std::string name;
  planning::Point place;
  std::string source;  ///< as Structure::source
};

struct StructureSet {
  planning::SeriesIdentity identity;  ///< of the object the structures came from; its one instance is evidence
  std::vector<planning::anatomy::Structure> structures;
  std::vector<NamedPoint> points;
  std::vector<planning::Finding> findings;
};

}  // namespace io
