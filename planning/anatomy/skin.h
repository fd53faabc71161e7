#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "planning/anatomy/distance.h"
#include "planning/anatomy/lung.h"
#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// The body in a scan and its skin: what an entry snaps to and a depth is measured from.
struct Skin {
  Mask::Pointer body;                      ///< on the scan's grid (possibly every second voxel; its own geometry says)
  std::shared_ptr<const Surface> surface;  ///< closed: skin, and where the scan's end cuts the body
  std::uint32_t cutTriangles = 0;          ///< how many of the surface's triangles, the last, are such cuts
  std::shared_ptr<const DistanceField> field;  ///< negative inside the body
  double errorBoundMm = 0;
  bool againstPadding =
      false;  ///< the body ends where the scan is marked as not measured (Surroundings): to be checked
  std::shared_ptr<const FoundLung> lung;  ///< in this body (findLung()); null: none
};

/// The boundary of findBody(), and the lungs in it. Errors: "cancelled", "no-body", "no-skin" (the body fills all that
/// was scanned).
Expected<Skin> findSkin(const Volume& volume, Progress& progress);

/// The skin's place nearest to p; never where the scan's end cuts the body.
Point nearestOnSkin(const Skin& skin, const Point& p);

/// Where the line from the target through the entry, and beyond it up to 500 mm, first leaves the body: in mm from the
/// target. Absent when the target is not in the body or the line leaves only through the scan's end.
std::optional<double> skinDepthMm(const Skin& skin, const Point& target, const Point& entry);

}  // namespace planning::anatomy
