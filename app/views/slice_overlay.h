#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "app/views/slice_scene.h"
#include "app/views/surface_cut.h"

class QPainter;

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

/// "I 210.5 mm": the coordinate that the plane keeps, named by its direction as everywhere; of a plane that follows the
/// needle, where it is along it.
QString positionText(const SliceScene& scene);

/// Contours, crosshair, needles, points, ruler, letters, scale bar, text, and the band of a contradicted site. Logical
/// pixels. `paintMarks` stands in for
/// the needles of the case's plan.
void paintOverSlice(QPainter& painter, const SliceScene& scene, ContourCache& contours,
                    const std::function<void()>& paintMarks);

}  // namespace app::views
