#include "planning/anatomy/flood.h"

#include <gtest/gtest.h>

#include <string>

namespace planning::anatomy {
namespace {

using Cells = std::vector<std::size_t>;

Cells besides(const CellBlock& block, std::size_t cell) {
  Cells all;
  block.forEachBeside(cell, [&](std::size_t beside) { all.push_back(beside); });
  return all;
}

/// The cells that are reached over '.', in their order.
Cells reached(const CellBlock& block, std::string picture, std::size_t seed) {
  Cells order{seed};
  picture[seed] = 'x';
  flood(block, {seed}, [&](std::size_t cell) {
    if (picture[cell] != '.') return false;
    picture[cell] = 'x';
    order.push_back(cell);
    return true;
  });
  return order;
}

}  // namespace

TEST(CellBlock, hasSixNeighboursInsideAndFewerAtItsBorder) {
  const CellBlock block{{3, 4, 5}};  // rows of 3, slices of 12
  EXPECT_EQ(besides(block, 16), (Cells{15, 17, 13, 19, 4, 28}));
  EXPECT_EQ(besides(block, 0), (Cells{1, 3, 12}));
  EXPECT_EQ(besides(block, 59), (Cells{58, 56, 47}));
  EXPECT_EQ(besides({{1, 1, 1}}, 0), Cells{});
}

TEST(Flood, goesAroundWallsAndNotThroughCornersOrTheEndOfARow) {
  EXPECT_EQ(reached({{4, 3, 1}},
                    "..#."
                    "#.#."
                    "..#.",
                    0),
            (Cells{0, 1, 5, 9, 8}));
  EXPECT_EQ(reached({{3, 2, 1}},
                    "##."
                    ".##",
                    2),
            Cells{2})
      << "the next row begins elsewhere";
}

TEST(Flood, takesTheNearestFirst) {
  EXPECT_EQ(reached({{5, 1, 1}}, ".....", 2), (Cells{2, 1, 3, 0, 4}));
}

TEST(Flood, goesFromSliceToSlice) {
  EXPECT_EQ(reached({{2, 1, 3}}, ".#..#.", 0), (Cells{0, 2, 3, 5}));
}

}  // namespace planning::anatomy
