#include "planning/plan/assessment.h"

#include "planning/procedure/margins.h"

namespace planning {

bool stopsTheNeedle(anatomy::Kind kind) {
  return kind == anatomy::Kind::Bone || kind == anatomy::Kind::Disc;
}

double effectiveMarginMm(const anatomy::Structure& structure, const procedure::Route* route) {
  if (structure.marginMm) return *structure.marginMm;
  return route ? route->marginsMm.at(structure.kind) : procedure::defaultMarginMm(structure.kind);
}

}  // namespace planning
