#include "app/panels/show_structure.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/case/shown_scan.h"

namespace app::panels {
namespace {

using planning::Point;

std::optional<Point> nearestToNeedle(const ShownScan& scan, const std::string& trackingUid) {
  const auto& needles = scan.plan().assessment.needles;
  const auto index = static_cast<std::size_t>(std::max(0, scan.currentNeedle()));
  if (index >= needles.size()) return std::nullopt;
  for (const auto& row : needles[index].clearances)
    if (row.structureTrackingUid == trackingUid && row.closestOnStructure) return row.closestOnStructure;
  return std::nullopt;
}

Point pointOf(const std::array<float, 3>& vertex) {
  return planning::makePoint(vertex[0], vertex[1], vertex[2]);
}

/// A place of the surface: the middle itself may lie outside of what is bent.
std::optional<Point> middleOf(const planning::anatomy::Surface& surface) {
  if (surface.vertices.empty()) return std::nullopt;
  planning::Vector sum = planning::makeVector(0, 0, 0);
  for (const auto& vertex : surface.vertices) sum += pointOf(vertex).GetVectorFromOrigin();
  const Point middle = planning::makePoint(0, 0, 0) + sum / static_cast<double>(surface.vertices.size());
  const auto away = [&](const auto& vertex) { return (pointOf(vertex) - middle).GetSquaredNorm(); };
  return pointOf(*std::min_element(surface.vertices.begin(), surface.vertices.end(),
                                   [&](const auto& a, const auto& b) { return away(a) < away(b); }));
}

}  // namespace

void jumpTo(ShownScan& scan, int structure) {
  if (structure < 0 || structure >= static_cast<int>(scan.structures().size())) return;
  const auto& measured = scan.structures()[static_cast<std::size_t>(structure)];
  auto place = nearestToNeedle(scan, measured.structure.trackingUid);
  if (!place && measured.surface) place = middleOf(*measured.surface);
  auto display = scan.display(structure);
  display.visible = true;
  scan.setDisplay(structure, display);
  if (place) scan.setCrosshair(*place);
}

}  // namespace app::panels
