#pragma once

#include <vector>

#include "planning/geometry.h"
#include "testdata/phantom.h"

namespace testdata {

/// The least signed distance of a shape along the needle's axis: its clearance before the needle's radius, or,
/// negative, minus the axis' greatest depth in it. Within 1e-3 mm for certain (no interval is left that could hold
/// less), and to 1e-6 mm where the least place is then refined.
double leastDistanceMm(const Shape& shape, const planning::Segment& axis);

/// Length of the path's part inside the body, from the target back to where it first leaves the skin; to 1e-9 mm.
double skinDepthMm(const Shape& skin, const planning::Segment& axis);

/// A path as a radiologist thinks of it: a target, and the way back to the skin.
struct Wish {
  const char *route, *level, *side, *needle;
  double radiusMm;
  planning::Point target;
  double leftDegrees;  ///< of the way back, from straight back toward the patient's left
  double upDegrees;    ///< and toward the head
  const char* crosses = "";
};

/// Regular-wall outer radii (planning/procedure/README.md), mm.
inline constexpr double k18G = 1.270 / 2, k22G = 0.718 / 2, k25G = 0.514 / 2;

/// The paths that a body is made for, with what is known of them.
std::vector<PhantomAnswer> makeAnswers(const std::vector<Wish>& wishes,
                                       const std::vector<PhantomStructure>& structures);

}  // namespace testdata
