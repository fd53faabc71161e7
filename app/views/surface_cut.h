#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "planning/anatomy/surface.h"
#include "planning/geometry.h"

namespace app::views {

/// One line of a plane's cut through a surface, LPS mm. Closed where the surface is: the last place is the first again.
using Contour = std::vector<planning::Point>;

/// What the plane cuts of one triangle.
struct CutPiece {
  planning::Point from, to;
  std::uint32_t triangle;
};

/// The place on the lines that is nearest to p; absent when there are none.
std::optional<planning::Point> nearestOn(const std::vector<Contour>& contours, const planning::Point& p);

/// Cuts a surface by planes: the exact intersection of its triangles, the same that are measured. Triangles are kept in
/// runs with their bounds, so that a cut looks only at those near the plane.
class SurfaceCut {
 public:
  explicit SurfaceCut(std::shared_ptr<const planning::anatomy::Surface> surface);

  /// Through `place` at right angles to `normal` (unit). A corner exactly on the plane counts as above it.
  std::vector<CutPiece> piecesBy(const planning::Point& place, const planning::Vector& normal) const;
  std::vector<Contour> by(const planning::Point& place, const planning::Vector& normal) const;

 private:
  template <class Use>
  void eachRunAt(const planning::Point& place, const planning::Vector& normal, const Use& use) const;

  struct Run {
    std::size_t first, end;  ///< triangles
    float low[3], high[3];
  };

  std::shared_ptr<const planning::anatomy::Surface> surface_;
  std::vector<Run> runs_;
};

}  // namespace app::views
