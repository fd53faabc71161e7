#pragma once

#include <vector>

#include "planning/anatomy/canal.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// Between two vertebral bodies. Sacral ones, grown together, are found too.
struct Disc {
  std::size_t canalIndex = 0;  ///< where the disc's plane meets the canal
  Point middle;                ///< in the body's axis
  Vector up;                   ///< unit normal, toward the head
  double clearness = 0;        ///< darker than the plates beside it, of the clearest discs; 1 is clear, 0 none
};

/// The canal, and the discs beside it from the feet to the head. Vertebra n lies above disc n - 1 and below disc n:
/// there is one more vertebra than discs, the first and the last perhaps cut by the scan or not a vertebra at all.
struct Spine {
  Canal canal;
  std::vector<Disc> discs;
  Mask::Pointer bone;  ///< in which they were found

  std::size_t vertebrae() const { return discs.size() + 1; }
  /// The vertebra that a place of a body belongs to; that of a place behind the canal is judged 12 mm higher, as
  /// spinous processes hang.
  std::size_t vertebraAt(const Point& p) const;
  /// The disc whose plane is nearest to p. There is one.
  std::size_t discNearest(const Point& p) const;
  /// In the middle of the vertebral body.
  Point middleOf(std::size_t vertebra) const;
  /// Places of the canal that belong to a vertebra: [first, last).
  std::size_t firstIndex(std::size_t vertebra) const;
  std::size_t lastIndex(std::size_t vertebra) const;
};

/// Discs are dark between bright plates, and at each the canal opens to both sides (the foramina), while pedicles close
/// it in between: the row of discs, 18 to 48 mm apart and never far from its neighbours' distance, that fits this best.
/// Errors: "cancelled", "no-canal", "no-discs".
Expected<Spine> findSpine(const Volume& volume, const Mask::Pointer& bone, const Point& inSpine, Progress& progress);

}  // namespace planning::anatomy
