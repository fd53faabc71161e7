#pragma once

#include "planning/anatomy/segmented.h"
#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// The body without table and outside air; inner air counts as body. On the scan's grid, but every second voxel of a
/// slice where those are finer than 1 mm: the mask's own geometry says. Where the volume's values are no Hounsfield
/// units (Volume::isHu) tissue is told from air by Otsu's threshold. Errors: "cancelled", "no-body".
Expected<Mask::Pointer> findBody(const Volume& volume, Progress& progress);

/// The body as a structure of kind skin, on every voxel of the scan. Finding: "skin-against-padding" (Surroundings).
/// Errors: "cancelled", "no-body", "no-skin" (it fills all that was scanned).
Expected<Segmented> findSkinStructure(const Volume& volume, Progress& progress);

/// The body on every voxel of the scan, from what findBody() found on every second one: between a voxel in and one out,
/// what is tissue is in.
Mask::Pointer bodyOnEveryVoxel(const Volume& volume, const Mask& body);

/// Every voxel of the scan that is not in the body, by the same rule: air, table, clothes.
Mask::Pointer outsideBody(const Volume& volume, const Mask& body);

}  // namespace planning::anatomy
