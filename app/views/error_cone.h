#pragma once

#include <functional>
#include <optional>

#include <QPointF>

#include "planning/plan/plan.h"

class QPainter;

namespace app::views {

/// Where needles planned alike end up, by the placement error that the plan assumes.
struct ErrorCone {
  planning::Segment axis;         ///< entry to target
  double entryMm = 0, tipMm = 0;  ///< standard deviations of each component across the path

  /// Across the path, `share` of all needles (0 to 1) pass within this of the axis, `part` of the way to the target
  /// (0 to 1): of two independent normal components, as planning::needle::PlacementSpread has them.
  double radiusMm(double part, double share) const;
};
/// Absent while the needle is not whole or no error is known.
std::optional<ErrorCone> coneOf(const planning::PlannedNeedle& needle);

inline constexpr double kHalf = 0.5, kNearlyAll = 0.95;

/// Faint: half of all needles pass inside the shade, 95 % inside the dotted line. `into`: the view's direction.
void paintCone(QPainter& painter, const ErrorCone& cone, const planning::Vector& into,
               const std::function<QPointF(const planning::Point&)>& toScreen);
/// Where a plane across the needle cuts it, `atMm` from the entry.
void paintConeAcross(QPainter& painter, const ErrorCone& cone, double atMm, const QPointF& middle, double mmPerPixel);

}  // namespace app::views
