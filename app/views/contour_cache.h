#pragma once

#include <map>
#include <memory>
#include <vector>

#include "app/views/surface_cut.h"
#include "app/views/view_plane.h"

namespace app::views {

/// Cuts of surfaces by one view's plane, made again only when the plane or the surface changes.
class ContourCache {
 public:
  using Surface = std::shared_ptr<const planning::anatomy::Surface>;

  const std::vector<Contour>& of(const Surface& surface, const ViewPlane& plane);
  /// The same cut, triangle by triangle.
  const std::vector<CutPiece>& piecesOf(const Surface& surface, const ViewPlane& plane);
  /// Lets go of surfaces that are no longer among these.
  void keepOnly(const std::vector<Surface>& surfaces);

 private:
  struct Entry {
    std::unique_ptr<SurfaceCut> cutter;
    planning::Vector normal;
    double offset = 0;
    bool valid = false, hasPieces = false;
    std::vector<Contour> contours;
    std::vector<CutPiece> pieces;
  };
  Entry& upToDate(const Surface& surface, const ViewPlane& plane);

  std::map<Surface, Entry> entries_;
};

}  // namespace app::views
