#pragma once

#include <optional>
#include <vector>

#include "io/structures/mask_memory.h"
#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/geometry.h"

namespace io::structures {

/// A closed planar outline, LPS mm; the last point joins the first.
using Contour = std::vector<planning::Point>;

/// Outlines turned into voxels, and what had to be decided on the way.
struct ContourMask {
  planning::anatomy::Mask::Pointer mask;
  int planesFilled = 0;      ///< empty planes between outlines that overlap: given both neighbours' voxels (safe side)
  int planesMissing = 0;     ///< empty planes between outlines that do not overlap, or more than three: left empty
  int tooSmall = 0;          ///< outlines smaller than a pixel: kept as one pixel
  bool duplicates = false;   ///< the same outline twice in a plane: taken once
  bool overlapping = false;  ///< outlines that cross in a plane: united
  bool singlePlane = false;  ///< all outlines lie in one plane, which stands for a slab
};

/// What is known of the distance between planes beside the outlines themselves.
struct PlaneSpacing {
  double usualMm = 0;                             ///< that of most structures of the object, or 0
  std::optional<planning::Vector> scanStep = {};  ///< from a slice of the scan to the next, along the slices' normal
};

/// Distance between neighbouring planes of outlines: the least gap; absent with fewer than two planes.
std::optional<double> planeSpacingMm(const std::vector<Contour>& contours);

/// Voxels of parallel outlines, on a grid that follows their planes (oblique ones too): the planes' own spacing, and
/// pixels of 0.2 to 0.5 mm, larger where the structure would need more than 600 of them side by side. A voxel is in
/// when its centre is; an outline inside another is a hole, one inside a hole an island (PS3.3 C.8.8.6.3). The last
/// planes stand for half a spacing beyond them; a single plane is a slab of the object's usual spacing, else of the
/// scan's where it lies along its slices. Errors: "contour-not-planar", "uneven-slices", "no-slice-spacing",
/// "bad-geometry".
planning::Expected<ContourMask> maskOf(const std::vector<Contour>& contours, const PlaneSpacing& spacing,
                                       MaskMemory& memory);

}  // namespace io::structures
