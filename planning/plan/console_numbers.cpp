#include "planning/plan/console_numbers.h"

#include <algorithm>
#include <cmath>

#include "planning/check.h"
#include "planning/needle/trajectory.h"
#include "planning/plan/own_choices.h"

namespace planning {
namespace {

constexpr double kNothing = 1e-9;      ///< of a unit vector: no direction in that plane
constexpr double kUprightSine = 1e-3;  ///< a hub that leans by less than 0.06 degrees leans nowhere

Vector stepOf(const Volume& volume, int axis) {
  Vector step;
  for (int row = 0; row < 3; ++row)
    step[row] = volume.hu->GetDirection()[static_cast<unsigned>(row)][static_cast<unsigned>(axis)] *
                volume.hu->GetSpacing()[static_cast<unsigned>(axis)];
  return step;
}

/// As the slices lie: a tilted gantry's voxels are sheared, and their longer diagonal counts.
double halfVoxelDiagonalMm(const Volume& volume) {
  const Vector i = stepOf(volume, 0), j = stepOf(volume, 1), k = stepOf(volume, 2);
  double longest = 0;
  for (const double a : {1.0, -1.0})
    for (const double b : {1.0, -1.0}) longest = std::max(longest, (i * a + j * b + k).GetNorm());
  return longest / 2;
}

double halfSliceStepMm(const Volume& volume) {
  const Vector normal = cross(stepOf(volume, 0), stepOf(volume, 1));
  return std::abs(dot(stepOf(volume, 2), normal)) / normal.GetNorm() / 2;
}

std::optional<double> sliceLocationMm(const Volume& volume, const Point& place) {
  Volume::Image::IndexType index;
  if (!volume.hu->TransformPhysicalPointToIndex(place, index)) return std::nullopt;
  const auto k = static_cast<std::size_t>(index[2]);
  return k < volume.sliceLocationsMm.size() ? std::optional(volume.sliceLocationsMm[k]) : std::nullopt;
}

/// The line over the spinous processes is drawn through two places, each as exact as the scan: at the share t of the
/// way from one to the other it is off by at most |1 - t| + |t| of that, and the entry by one more.
double midlineBoundMm(const std::vector<Point>& midline, const Point& entry, double placeBoundMm) {
  if (midline.empty()) return 0;
  const double heightMm = midline.back()[2] - midline.front()[2];
  if (std::abs(heightMm) < 1.0) return 2 * placeBoundMm;  // fromMidlineMm() takes the middle of the two then
  const double t = (entry[2] - midline.front()[2]) / heightMm;
  return placeBoundMm * (1 + std::abs(1 - t) + std::abs(t));
}

/// The most by which a line of this length turns when one end moves by `boundMm`.
Angle turnedBy(double boundMm, double lengthMm) {
  return Angle::radians(std::asin(std::min(1.0, boundMm / std::max(lengthMm, 1e-9))));
}

std::optional<Vector> hubLeansTo(const Vector& direction, const std::string& patientPosition) {
  const auto down = needle::gravityOf(patientPosition);
  if (!down) return std::nullopt;
  const Vector hub = makeVector(-direction[0], -direction[1], 0);
  const Vector across = hub - *down * dot(hub, *down);
  if (across.GetNorm() < kUprightSine) return std::nullopt;
  return across / across.GetNorm();
}

/// Horizontal and in the axial plane, to the patient's left or back.
Vector acrossFrom(const Vector& gravity) {
  return makeVector(std::abs(gravity[1]), std::abs(gravity[0]), 0);
}

void addAcross(ConsoleNumbers& numbers, const needle::Trajectory& line) {
  const auto down = needle::gravityOf(numbers.patientPosition);
  if (!down) return;
  const Vector across = acrossFrom(*down), way = line.target - line.entry;
  numbers.across = AcrossPatient{across, dot(line.entry - makePoint(0, 0, 0), across)};
  numbers.tilted = tiltedSlice(line, numbers.patientPosition);
  numbers.tiltBound = turnedBy(numbers.placeBoundMm, std::hypot(dot(way, *down), way[2]));
}

NeedleStop stopAt(double insideMm, const std::optional<needle::Needle>& needle) {
  return {insideMm, needle ? std::optional(needle->lengthMm - insideMm) : std::nullopt};
}

void addStops(ConsoleNumbers& numbers, const PlannedNeedle& planned, const procedure::Route& route) {
  if (!planned.depthMm) return;
  numbers.atTarget = stopAt(*planned.depthMm, planned.needle);
  if (route.stopBeforeTargetMm && *planned.depthMm > *route.stopBeforeTargetMm)
    numbers.lastControl = stopAt(*planned.depthMm - *route.stopBeforeTargetMm, planned.needle);
}

}  // namespace

std::optional<TiltedSlice> tiltedSlice(const needle::Trajectory& line, const std::string& patientPosition) {
  const auto down = needle::gravityOf(patientPosition);
  if (!down) return std::nullopt;
  const Vector d = line.direction(), across = acrossFrom(*down);
  const double deep = std::abs(dot(d, *down));
  if (std::hypot(deep, d[2]) <= kNothing) return std::nullopt;
  return TiltedSlice{across, Angle::radians(std::atan2(d[2], deep)),
                     Angle::radians(std::asin(std::clamp(dot(d, across), -1.0, 1.0)))};
}

ConsoleNumbers consoleNumbers(const Plan& plan, std::size_t which, const Volume& volume,
                              const procedure::Routes& routes) {
  const PlannedNeedle planned = plan.needle(which);
  check(planned.entry && planned.target && *planned.entry != *planned.target, "the needle is placed");
  const Point &entry = *planned.entry, &target = *planned.target;
  const needle::Trajectory line{entry, target};
  const Vector way = target - entry;
  ConsoleNumbers numbers;
  numbers.patientPosition = plan.choices.scan.patientPosition;
  numbers.entrySliceLocationMm = sliceLocationMm(volume, entry);
  numbers.targetSliceLocationMm = sliceLocationMm(volume, target);
  numbers.sliceBoundMm = halfSliceStepMm(volume);
  numbers.placeBoundMm = halfVoxelDiagonalMm(volume);
  numbers.fromMidlineMm = planned.fromMidlineMm;
  numbers.midlineBoundMm = midlineBoundMm(plan.choices.midline, entry, numbers.placeBoundMm);
  numbers.fromVertical = angleFromVertical(line, numbers.patientPosition);
  numbers.hubLeansTo = hubLeansTo(line.direction(), numbers.patientPosition);
  numbers.angleBound = turnedBy(numbers.placeBoundMm, std::hypot(way[0], way[1]));
  addAcross(numbers, line);
  addStops(numbers, planned, routes.rulesFor(ownChoices(plan.choices, plan.choices.needles[which]).routeId));
  return numbers;
}

}  // namespace planning
