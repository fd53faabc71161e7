#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace planning::anatomy {

/// A block of cells, row after row and slice after slice: cell = (k * size[1] + j) * size[0] + i. One slice of pixels
/// has size[2] = 1.
struct CellBlock {
  std::array<std::size_t, 3> size;

  /// Calls use(cell) for the up to six neighbours across the faces, those along i first, then j, then k.
  template <class Use>
  void forEachBeside(std::size_t cell, Use&& use) const {
    const std::size_t slice = size[0] * size[1];
    const std::size_t i = cell % size[0], j = cell / size[0] % size[1], k = cell / slice;
    if (i > 0) use(cell - 1);
    if (i + 1 < size[0]) use(cell + 1);
    if (j > 0) use(cell - size[0]);
    if (j + 1 < size[1]) use(cell + size[0]);
    if (k > 0) use(cell - slice);
    if (k + 1 < size[2]) use(cell + slice);
  }
};

/// Goes from the cells of `front`, which are taken already, to all that hang together with them across faces, nearest
/// (in steps) first. take(cell) takes a cell and says whether it did: false for one that is taken or stays out.
template <class Take>
void flood(const CellBlock& block, std::vector<std::size_t> front, Take&& take) {
  std::vector<std::size_t> next;
  while (!front.empty()) {
    for (const std::size_t cell : front)
      block.forEachBeside(cell, [&](std::size_t beside) {
        if (take(beside)) next.push_back(beside);
      });
    front.swap(next);
    next.clear();
  }
}

}  // namespace planning::anatomy
