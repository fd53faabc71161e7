#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/canal.h"
#include "planning/anatomy/disc_signs.h"
#include "planning/anatomy/structure.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// Between two vertebral bodies. The rest of one between S1 and S2 may be found too.
struct Disc {
  std::size_t canalIndex = 0;  ///< where the disc's plane meets the canal
  Point middle;                ///< of the disc
  Vector up;                   ///< unit normal, toward the head
  double clearness = 0;        ///< how much it looks like a disc (DiscSign::score)
  double margin = 0;           ///< how much worse the row of discs would be without it here (RowDisc::margin)
  std::optional<std::string> otherAbove{};  ///< name of the vertebra above it in the second-best count
};

/// The canal, and the discs beside it from the feet to the head. Vertebra n lies above disc n - 1 and below disc n:
/// there is one more vertebra than discs, the first and the last perhaps cut by the scan or not a vertebra at all.
struct Spine {
  Canal canal;
  std::vector<DiscSign> signs;  ///< one a place of the canal
  std::vector<Disc> discs;
  Mask::Pointer bone;  ///< around it, from which nerves are expected; may be null

  /// Within 80 mm of the canal.
  bool isNear(const Point& p) const;
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

/// The spine of a CT without a click, by findCanal(), discSigns() and bestDiscRow(); without bone. Errors: those of
/// findCanal(), "no-discs".
Expected<Spine> findSpine(const Volume& volume, Progress& progress);

/// The same spine, its discs those that fit best when the vertebra at a place is `name` (one of levelNames()).
struct NamedSpine {
  Spine spine;
  std::size_t vertebra = 0;  ///< the named one
};
NamedSpine withNamed(const Spine& spine, const Point& place, const std::string& name);

}  // namespace planning::anatomy
