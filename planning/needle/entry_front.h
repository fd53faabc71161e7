#pragma once

#include <cstddef>
#include <vector>

#include "planning/needle/entry_search.h"

namespace planning::needle {

/// An allowed entry with what speaks for and against it.
struct EntryOption {
  std::size_t entry = 0;  ///< index
  EntryRoom room;         ///< more is better
  double pathMm = 0;      ///< less is better
  /// How far the cranio-caudal angle is from the route's own, the middle of its approach (0 without one): less is
  /// better.
  Angle offAxis = Angle::radians(0);
};

/// The allowed entries of a search, in their order.
std::vector<EntryOption> optionsOf(const EntryProblem& problem, const std::vector<Point>& entries,
                                   const std::vector<std::optional<EntryRoom>>& rooms);

/// Those that no other beats: none has at least as much room, at most the path and at most the angle off the axis, and
/// is better in one of them. Of equal ones all stay. Most room first. In O(n log n).
std::vector<EntryOption> paretoFront(std::vector<EntryOption> options);

}  // namespace planning::needle
