#include "io/structures/plane_lattice.h"

#include <algorithm>
#include <cmath>

#include "planning/finding.h"

namespace io::structures {
namespace {

using planning::Point;
using planning::Vector;

constexpr double kSamePlaneMm = 0.01;  // planes nearer than this are one plane
constexpr double kOffLatticeMm = 0.1;  // farther than this from the lattice is uneven
constexpr double kFarthestMm = 1e5;    // no scanner's coordinates reach this
constexpr int kMostPlanes = 20000;

std::string mm(double value) {
  return planning::numberText(value, 3) + " mm";
}

/// Heights along the normal, ascending, one a plane.
std::vector<double> distinct(std::vector<double> heights) {
  std::sort(heights.begin(), heights.end());
  heights.erase(std::unique(heights.begin(), heights.end(), [](double a, double b) { return b - a < kSamePlaneMm; }),
                heights.end());
  return heights;
}

bool isMultiple(double gap, double step) {
  const double times = std::round(gap / step);
  return times >= 1 && std::abs(gap - times * step) <= std::min(kOffLatticeMm, 0.05 * step);
}

struct Step {
  double mm = 0;
  bool contradicted = false;
};

/// The distance between planes: the one stated where every gap is a multiple of it (empty planes may be omitted), else
/// the least gap. Planes that are all twice or more the stated distance apart are believed, not the statement.
planning::Expected<Step> stepOf(const std::vector<double>& heights, double stated, double thickness) {
  if (heights.size() < 2) {
    const double single = stated > 0 ? stated : thickness;
    if (single <= 0)
      return planning::refuse("no-slice-spacing", {}, "a single plane, and neither spacing nor thickness");
    return Step{single, false};
  }
  std::vector<double> gaps;
  for (std::size_t i = 1; i < heights.size(); ++i) gaps.push_back(heights[i] - heights[i - 1]);
  const auto [least, largest] = std::minmax_element(gaps.begin(), gaps.end());
  const auto allMultiplesOf = [&](double step) {
    return std::all_of(gaps.begin(), gaps.end(), [step](double gap) { return isMultiple(gap, step); });
  };
  const bool evenlyFarApart = gaps.size() >= 2 && *least > 1.5 * stated && *largest - *least < kOffLatticeMm;
  if (stated > 0 && allMultiplesOf(stated) && !evenlyFarApart) return Step{stated, false};
  if (!allMultiplesOf(*least))
    return planning::refuse("uneven-slices", {}, "planes from " + mm(*least) + " to " + mm(*largest) + " apart");
  return Step{*least, stated > 0};
}

}  // namespace

planning::Expected<PlaneGeometry> makePlane(const std::vector<double>& orientation, const std::vector<double>& spacing,
                                            int columns, int rows) {
  if (orientation.size() != 6 || spacing.size() != 2)
    return planning::refuse("bad-geometry", {}, "no image orientation or no pixel spacing");
  Vector row = planning::makeVector(orientation[0], orientation[1], orientation[2]);
  Vector column = planning::makeVector(orientation[3], orientation[4], orientation[5]);
  const double skew = std::max({std::abs(row.GetNorm() - 1), std::abs(column.GetNorm() - 1), std::abs(row * column)});
  if (!(skew < 1e-3)) return planning::refuse("bad-geometry", {}, "image orientation is not orthonormal");
  row.Normalize();
  column.Normalize();
  const auto plausible = [](double step) { return step > 1e-3 && step < 100; };
  if (!plausible(spacing[0]) || !plausible(spacing[1]) || columns < 1 || rows < 1)
    return planning::refuse("bad-geometry", {}, "pixel spacing " + mm(spacing[0]) + ", " + mm(spacing[1]));
  return PlaneGeometry{row * spacing[1], column * spacing[0], columns, rows};
}

planning::Expected<PlaneLattice> findLattice(const PlaneGeometry& plane, const std::vector<Point>& places,
                                             double statedStepMm, double thicknessMm) {
  PlaneLattice lattice{plane, places.at(0), {}, 0, {}, false};
  Vector normal = planning::cross(plane.columnStep, plane.rowStep);
  normal.Normalize();
  std::vector<double> heights;
  for (const Point& place : places) {
    if (!(place.GetVectorFromOrigin().GetNorm() < kFarthestMm))
      return planning::refuse("bad-geometry", {}, "a plane lies outside any scanner");
    heights.push_back(place.GetVectorFromOrigin() * normal);
  }
  const auto step = stepOf(distinct(heights), statedStepMm, thicknessMm);
  if (!step) return tl::unexpected(step.error());
  const auto [lowest, highest] = std::minmax_element(heights.begin(), heights.end());
  if ((*highest - *lowest) / step->mm > kMostPlanes) return planning::refuse("bad-geometry", {}, "too many planes");

  const Point first = places[static_cast<std::size_t>(lowest - heights.begin())];
  const Point last = places[static_cast<std::size_t>(highest - heights.begin())];
  const double steps = std::round((*highest - *lowest) / step->mm);
  lattice.origin = first;
  lattice.planeStep = steps > 0 ? (last - first) / steps : normal * step->mm;
  lattice.planes = static_cast<int>(steps) + 1;
  lattice.statedStepContradicted = step->contradicted;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double k = std::round((heights[i] - *lowest) / step->mm);
    const double off = (places[i] - (first + lattice.planeStep * k)).GetNorm();
    if (off > kOffLatticeMm)
      return planning::refuse("uneven-slices", {}, "a plane lies " + mm(off) + " off the lattice");
    lattice.planeOf.push_back(static_cast<int>(k));
  }
  return lattice;
}

planning::anatomy::Mask::Pointer makeMask(const PlaneLattice& lattice, VoxelBox& box, MaskMemory& memory) {
  using planning::anatomy::Mask;
  if (box.empty()) box.first = box.last = {{0, 0, 0}};
  Mask::SizeType size;
  const Vector steps[3] = {lattice.plane.columnStep, lattice.plane.rowStep, lattice.planeStep};
  Mask::DirectionType direction;
  Mask::SpacingType spacing;
  Point origin = lattice.origin;
  for (unsigned axis = 0; axis < 3; ++axis) {
    spacing[axis] = steps[axis].GetNorm();
    for (unsigned i = 0; i < 3; ++i) direction(i, axis) = steps[axis][i] / spacing[axis];
    origin += steps[axis] * static_cast<double>(box.first[axis]);
    size[axis] = static_cast<itk::SizeValueType>(box.last[axis] - box.first[axis] + 1);
  }
  auto mask = Mask::New();
  mask->SetRegions(size);
  mask->SetSpacing(spacing);
  mask->SetDirection(direction);
  mask->SetOrigin(origin);
  memory.give(*mask);
  return mask;
}

planning::anatomy::Mask::RegionType wholeLattice(const PlaneLattice& lattice, const VoxelBox& box) {
  planning::anatomy::Mask::RegionType whole;
  const int sizes[3] = {lattice.plane.columns, lattice.plane.rows, lattice.planes};
  for (unsigned axis = 0; axis < 3; ++axis) {
    whole.SetIndex(axis, -box.first[axis]);
    whole.SetSize(axis, static_cast<itk::SizeValueType>(sizes[axis]));
  }
  return whole;
}

}  // namespace io::structures
