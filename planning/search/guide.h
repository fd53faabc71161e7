#pragma once

#include <memory>
#include <vector>

#include "planning/anatomy/surface.h"
#include "planning/geometry.h"

namespace planning {

enum class GuideKind { Disc, Foramen, ForamenThird, ForamenTwoThirds, FacetJoint, LaminarGap, SacralHiatus };

/// What of a level's anatomy was found on the way to a target: a thin open surface to be drawn where a slice cuts it.
/// It is no structure, bars no needle and stands in no verdict. How far it may be off: TargetRegion::errorBoundMm.
/// ForamenThird and ForamenTwoThirds lie a third and two thirds of the foramen's height below the upper pedicle.
struct Guide {
  GuideKind kind;
  std::shared_ptr<const anatomy::Surface> surface;
};

/// The surface between lines of equally many places, each joined to the next; `closed`: each line returns to its first
/// place.
Guide guideThrough(GuideKind kind, const std::vector<std::vector<Point>>& lines, bool closed);

}  // namespace planning
