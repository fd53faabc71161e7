#include "planning/needle/placement.h"

#include <algorithm>
#include <cmath>

namespace planning::needle {
namespace {

bool beyondStraight(const Angle& angle) {
  return std::abs(angle.degrees()) > kStraightDegrees;
}

PlacementFigure ofTip(PathKind path, double meanMm) {
  PlacementError error;
  error.meanTipMm = meanMm;
  error.source = "doi 10.1259/bjr.20130310";
  return {"CT", path, error};
}

/// How well a figure fits; absent when it does not.
std::optional<int> fitOf(const PlacementFigure& figure, const std::string& guidance, PathKind path) {
  if ((!figure.guidance.empty() && figure.guidance != guidance) || (figure.path && *figure.path != path))
    return std::nullopt;
  return (figure.ofSite ? 4 : 0) + (figure.guidance.empty() ? 0 : 2) + (figure.path ? 1 : 0);
}

}  // namespace

PathKind pathKindOf(const TrajectoryAngles& angles) {
  if (!beyondStraight(angles.cranioCaudal)) return PathKind::InPlane;
  return angles.inPlane && beyondStraight(*angles.inPlane) ? PathKind::DoubleAngled : PathKind::Angled;
}

std::optional<PlacementError> placementErrorFor(const std::vector<PlacementFigure>& figures,
                                                const std::string& guidance, const TrajectoryAngles& angles) {
  const PathKind path = pathKindOf(angles);
  const auto best = std::max_element(figures.begin(), figures.end(), [&](const auto& a, const auto& b) {
    return fitOf(a, guidance, path) < fitOf(b, guidance, path);
  });
  if (best == figures.end() || !fitOf(*best, guidance, path)) return std::nullopt;
  return best->error;
}

std::vector<PlacementFigure> publishedFiguresByPath() {
  return {ofTip(PathKind::InPlane, 3.3), ofTip(PathKind::Angled, 4.4), ofTip(PathKind::DoubleAngled, 6.7)};
}

PlacementFigure transforaminalFigure() {
  return {"fluoroscopy", {}, {7.6, 2.8, Angle::degrees(9.9), Angle::degrees(4.7), "PMC10544812"}};
}

PlacementFigure phantomFigure() {
  return {"CT", {}, {6.3, 3.6, Angle::degrees(3.4), Angle::degrees(3.1), "PMC4499536"}};
}

}  // namespace planning::needle
