#include "app/views/contour_cache.h"

#include <algorithm>
#include <cmath>

namespace app::views {

const std::vector<Contour>& ContourCache::of(const Surface& surface, const ViewPlane& plane) {
  return upToDate(surface, plane).contours;
}

const std::vector<CutPiece>& ContourCache::piecesOf(const Surface& surface, const ViewPlane& plane) {
  Entry& entry = upToDate(surface, plane);
  if (!entry.hasPieces) entry.pieces = entry.cutter->piecesBy(plane.centre, entry.normal);
  entry.hasPieces = true;
  return entry.pieces;
}

ContourCache::Entry& ContourCache::upToDate(const Surface& surface, const ViewPlane& plane) {
  auto& entry = entries_[surface];
  if (!entry.cutter) entry.cutter = std::make_unique<SurfaceCut>(surface);
  const auto normal = plane.axes.into();
  const double offset = planning::dot(normal, plane.centre.GetVectorFromOrigin());
  if (!entry.valid || entry.normal != normal || std::abs(entry.offset - offset) > 1e-9) {
    entry.contours = entry.cutter->by(plane.centre, normal);
    entry.normal = normal;
    entry.offset = offset;
    entry.valid = true;
    entry.hasPieces = false;
    entry.pieces.clear();
  }
  return entry;
}

void ContourCache::keepOnly(const std::vector<Surface>& surfaces) {
  std::erase_if(entries_, [&](const auto& entry) {
    return std::find(surfaces.begin(), surfaces.end(), entry.first) == surfaces.end();
  });
}

}  // namespace app::views
