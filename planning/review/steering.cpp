#include "planning/review/steering.h"

#include "planning/check.h"

namespace planning::review {
namespace {

constexpr double kBentMm = 1.0;
constexpr double kThereMm = 0.5;  ///< a way shorter than this is none

PlannedNeedle assessed(const Plan& plan, const Scene& scene, const PlannedNeedle& planned, const Point& from,
                       const Point& to) {
  Plan one;
  one.scan = scene.volume->identity;
  one.routeId = plan.routeId;
  one.level = plan.level;
  one.side = plan.side;
  PlannedNeedle needle;
  needle.label = planned.label;
  needle.needle = planned.needle;
  if ((to - from).GetNorm() >= kThereMm) needle.entry = from, needle.target = to;
  one.needles.push_back(needle);
  return assess(std::move(one), scene).needles.front();
}

}  // namespace

Steering steeringOf(const Plan& plan, const Scene& scene, const Registration& registration,
                    const ActualNeedle& actual) {
  const PlannedNeedle& planned = plan.needles.at(actual.planned);
  const auto way = wayInControl(planned, registration);
  check(way.has_value(), "a needle is steered to a planned target");
  const FoundNeedle& found = actual.found;
  const Point tip = found.course.back();
  const bool bent = found.bendMm > kBentMm;
  const needle::Trajectory present =
      bent ? needle::Trajectory{found.course[found.course.size() - 2], tip} : found.trajectory;
  Steering steering;
  steering.correction = correctionOf(present, way->target);
  steering.toTarget = assessed(plan, scene, planned, tip, way->target);
  const double on = std::max(0.0, steering.correction.straightOnMm);
  steering.straightOn = assessed(plan, scene, planned, tip, tip + present.direction() * on);
  steering.fromEntry = assessed(plan, scene, planned, found.trajectory.entry, way->target);
  return steering;
}

}  // namespace planning::review
