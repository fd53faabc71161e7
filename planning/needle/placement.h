#pragma once

#include <optional>
#include <string>

#include "planning/needle/trajectory.h"

namespace planning::needle {

/// How far from plan needles end up: a published or measured figure.
struct PlacementError {
  double meanTipMm = 0;                  ///< mean distance of the tip from the target
  std::optional<double> deviationTipMm;  ///< its standard deviation
  std::optional<Angle> meanAngle;        ///< between the planned and the actual direction
  std::optional<Angle> deviationAngle;
  std::string source;

  friend bool operator==(const PlacementError&, const PlacementError&) = default;
};

/// How a path lies to the axial slices. In plane: at most kStraightDegrees toward head or feet, whatever its in-plane
/// angle. Double-angled: more than that in both angles.
enum class PathKind { InPlane, Angled, DoubleAngled };
inline constexpr double kStraightDegrees = 5.0;  ///< ours: a hand's reading of a goniometer
PathKind pathKindOf(const TrajectoryAngles& angles);

/// The published error that fits best (procedures.md, "Numbers"): freehand lumbar transforaminal on cadavers for the
/// route "lumbar-foraminal", else that of the path's kind. Sources disagree; the larger is taken for foraminal routes.
PlacementError publishedPlacementError(const std::string& routeId, const TrajectoryAngles& angles);

/// Freehand under CT, on phantoms, over all paths.
PlacementError phantomPlacementError();

}  // namespace planning::needle
