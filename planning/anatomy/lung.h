#pragma once

#include <optional>
#include <vector>

#include "planning/anatomy/segmented.h"
#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/geometry.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// The lungs as the program finds them, coarsely: places of theirs, one about every 4 mm.
struct FoundLung {
  std::vector<Point> places;
  double boundMm = 0;   ///< no part of a lung is farther from one of the places
  double volumeMl = 0;  ///< of all pieces
};

/// Air inside the body that is a lung: a piece of at least 30 ml, most of which is between -960 and -500 HU, air with
/// tissue in it. Gas in bowel or windpipe is as thin as outside air; a bubble in fat is small. (Both limits are ours; a
/// lung of severe emphysema may be missed.) Absent where no piece is one, and where the values are no Hounsfield units.
/// `body` as findBody() gives it. In one pass over about one value in 4 mm.
std::optional<FoundLung> findLung(const Volume& volume, const Mask& body);

/// The same lungs as one structure on every voxel of the scan: the air of at most -500 HU inside the body that hangs
/// together with them, windpipe and bronchi with it; vessels in them stay open. Errors: those of findBody(), "no-lung".
Expected<Segmented> findLungStructure(const Volume& volume, Progress& progress);

/// From a path to the nearest lung at most so far, at least boundMm less: the distance to the nearest place. Absent
/// where that is more than `withinMm`.
std::optional<double> toLungMm(const FoundLung& lung, const Segment& path, double withinMm);

}  // namespace planning::anatomy
