#include "planning/needle/placement.h"

#include <cmath>

namespace planning::needle {
namespace {

constexpr const char* kByPath = "doi 10.1259/bjr.20130310";

PlacementError transforaminal() {
  return {7.6, 2.8, Angle::degrees(9.9), Angle::degrees(4.7), "PMC10544812"};
}

bool beyondStraight(const Angle& angle) {
  return std::abs(angle.degrees()) > kStraightDegrees;
}

}  // namespace

PathKind pathKindOf(const TrajectoryAngles& angles) {
  if (!beyondStraight(angles.cranioCaudal)) return PathKind::InPlane;
  return angles.inPlane && beyondStraight(*angles.inPlane) ? PathKind::DoubleAngled : PathKind::Angled;
}

PlacementError publishedPlacementError(const std::string& routeId, const TrajectoryAngles& angles) {
  if (routeId == "lumbar-foraminal") return transforaminal();
  PlacementError error;
  error.source = kByPath;
  switch (pathKindOf(angles)) {
    case PathKind::InPlane:
      error.meanTipMm = 3.3;
      break;
    case PathKind::Angled:
      error.meanTipMm = 4.4;
      break;
    case PathKind::DoubleAngled:
      error.meanTipMm = 6.7;
      break;
  }
  return error;
}

PlacementError phantomPlacementError() {
  return {6.3, 3.6, Angle::degrees(3.4), Angle::degrees(3.1), "PMC4499536"};
}

}  // namespace planning::needle
