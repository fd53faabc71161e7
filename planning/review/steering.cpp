#include "planning/review/steering.h"

#include <algorithm>
#include <cmath>

#include "planning/check.h"

namespace planning::review {
namespace {

/// What an error across a way turns it by.
Angle turnedBy(double mm, double lengthMm) {
  return Angle::radians(std::asin(lengthMm > mm ? mm / lengthMm : 1.0));
}

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

/// The same scene, where the needle's way is less sure by so much.
Scene lessSure(Scene scene, double mm) {
  for (auto& structure : scene.structures) structure.errorBoundMm += mm;
  return scene;
}

/// Of the direction that a push follows. That of a bent needle is of its last piece alone, whose ends are each as
/// uncertain as the tip.
Angle presentBound(const FoundNeedle& found, const needle::Trajectory& present) {
  return found.bendMm > kBentMm ? turnedBy(found.tipBoundMm, present.pathLengthMm()) : found.angleBound;
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
  steering.present = present;
  steering.correction = correctionOf(present, way->target);
  steering.toTarget = assessed(plan, scene, planned, tip, way->target);
  const double on = std::max(0.0, steering.correction.straightOnMm);
  const double swayMm = on * std::sin(presentBound(found, present).radians());
  steering.straightOn = assessed(plan, lessSure(scene, swayMm), planned, tip, tip + present.direction() * on);
  steering.fromEntry = assessed(plan, lessSure(scene, std::max(0.0, found.entryBoundMm - found.tipBoundMm)), planned,
                                found.trajectory.entry, way->target);
  return steering;
}

SteeringBounds steeringBoundsOf(const Steering& steering, const ActualNeedle& needle,
                                const Registration& registration) {
  const FoundNeedle& found = needle.found;
  const ErrorBounds errors = errorBoundsOf(needle, registration);
  SteeringBounds bounds;
  bounds.remainingMm = errors.tipMm;
  bounds.present = presentBound(found, steering.present);
  bounds.toTarget = turnedBy(errors.tipMm, steering.correction.remainingMm);
  bounds.turn = std::min(Angle::degrees(90), Angle::radians(bounds.present.radians() + bounds.toTarget.radians()));
  const double onMm = std::max(0.0, steering.correction.straightOnMm);
  bounds.missMm = errors.tipMm + onMm * std::sin(bounds.present.radians());
  if (errors.entryMm && steering.fromEntry.pathLengthMm)
    bounds.fromEntry = turnedBy(*errors.entryMm, *steering.fromEntry.pathLengthMm);
  return bounds;
}

bool isThere(const Steering& steering, const SteeringBounds& bounds) {
  return steering.correction.remainingMm <= bounds.remainingMm;
}

}  // namespace planning::review
