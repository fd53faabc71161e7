#pragma once

#include <optional>
#include <string>
#include <vector>

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

/// A figure, and what it holds for.
struct PlacementFigure {
  std::string guidance;          ///< "CT" or "fluoroscopy"; empty: any
  std::optional<PathKind> path;  ///< absent: any
  PlacementError error;
  bool ofSite = false;  ///< measured where the program is used: goes before any published one

  friend bool operator==(const PlacementFigure&, const PlacementFigure&) = default;
};

/// The figure that fits: a site's own before a published one, then the one that says most exactly what it holds for,
/// then the first. Absent when none holds for this guidance and path.
std::optional<PlacementError> placementErrorFor(const std::vector<PlacementFigure>& figures,
                                                const std::string& guidance, const TrajectoryAngles& angles);

// Published figures (planning/procedure/README.md, "Numbers").
std::vector<PlacementFigure> publishedFiguresByPath();  ///< under CT: tip only, by the path's kind
PlacementFigure transforaminalFigure();                 ///< freehand under fluoroscopy, lumbar, on cadavers
PlacementFigure phantomFigure();                        ///< freehand under CT, on phantoms, over all paths

}  // namespace planning::needle
