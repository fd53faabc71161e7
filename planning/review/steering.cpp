#include "planning/review/steering.h"

#include <algorithm>
#include <cmath>

#include "planning/check.h"
#include "planning/plan/assess.h"

namespace planning::review {
namespace {

/// What an error across a way turns it by.
Angle turnedBy(double mm, double lengthMm) {
  return Angle::radians(std::asin(lengthMm > mm ? mm / lengthMm : 1.0));
}

constexpr double kBentMm = 1.0;
constexpr double kThereMm = 0.5;  ///< a way shorter than this is none

/// Assesses ways of one planned needle, in place of the way that was planned.
class Assessed {
 public:
  Assessed(const PlanChoices& plan, const NeedleChoice& planned, const Scene& scene, const procedure::Routes& routes)
      : routes_(routes) {
    one_.scan = scene.volume->identity;
    one_.routeId = plan.routeId;
    one_.level = plan.level;
    one_.side = plan.side;
    NeedleChoice& needle = one_.needles.emplace_back();
    needle.label = planned.label;
    needle.needle = planned.needle;
  }

  PlannedNeedle way(const Scene& scene, const Point& from, const Point& to) const {
    PlanChoices one = one_;
    NeedleChoice& needle = one.needles.front();
    if ((to - from).GetNorm() >= kThereMm) needle.entry = from, needle.target = to;
    return {needle, assess(one, scene, routes_).needles.front()};
  }

 private:
  const procedure::Routes& routes_;
  PlanChoices one_;
};

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

Steering steeringOf(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes,
                    const Registration& registration, const ActualNeedle& actual) {
  const NeedleChoice& planned = choices.needles.at(actual.planned);
  const auto way = wayInControl(planned, registration);
  check(way.has_value(), "a needle is steered to a planned target");
  const FoundNeedle& found = actual.found;
  const Point tip = found.course.back();
  const bool bent = found.bendMm > kBentMm;
  const needle::Trajectory present =
      bent ? needle::Trajectory{found.course[found.course.size() - 2], tip} : found.trajectory;
  const Assessed assessed(choices, planned, scene, routes);
  Steering steering;
  steering.present = present;
  steering.correction = correctionOf(present, way->target);
  steering.toTarget = assessed.way(scene, tip, way->target);
  const double on = std::max(0.0, steering.correction.straightOnMm);
  const double swayMm = on * std::sin(presentBound(found, present).radians());
  steering.straightOn = assessed.way(lessSure(scene, swayMm), tip, tip + present.direction() * on);
  steering.fromEntry = assessed.way(lessSure(scene, std::max(0.0, found.entryBoundMm - found.tipBoundMm)),
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
