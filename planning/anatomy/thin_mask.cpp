#include "planning/anatomy/thin_mask.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "planning/anatomy/surface.h"

namespace planning::anatomy {
namespace {

constexpr double kThinShare = 0.2;
constexpr std::size_t kMostPlaces = 100;  ///< of a piece that distances are taken from

/// A mask's bytes as a block with a border of one empty voxel, so that no neighbour lies outside.
struct Block {
  std::array<long, 3> size{};
  std::vector<std::uint8_t> voxels;

  explicit Block(const Mask& mask) {
    const auto& region = mask.GetBufferedRegion();
    for (unsigned axis = 0; axis < 3; ++axis) size[axis] = static_cast<long>(region.GetSize(axis)) + 2;
    voxels.assign(static_cast<std::size_t>(size[0] * size[1] * size[2]), 0);
    const std::uint8_t* from = mask.GetBufferPointer();
    for (long k = 1; k + 1 < size[2]; ++k)
      for (long j = 1; j + 1 < size[1]; ++j)
        for (long i = 1; i + 1 < size[0]; ++i) voxels[at(i, j, k)] = *from++ != 0;
  }
  std::size_t at(long i, long j, long k) const { return static_cast<std::size_t>((k * size[1] + j) * size[0] + i); }
  long step(unsigned axis) const { return axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1]; }
};

std::vector<long> cornerSteps(const Block& block, long from, long to) {
  std::vector<long> steps;
  for (long k = from; k <= to; ++k)
    for (long j = from; j <= to; ++j)
      for (long i = from; i <= to; ++i) steps.push_back(i + j * block.step(1) + k * block.step(2));
  return steps;
}

/// Marks every voxel within one of a full block of eight.
std::vector<std::uint8_t> nearThick(const Block& block) {
  const auto eight = cornerSteps(block, 0, 1), around = cornerSteps(block, -1, 2);
  std::vector<std::uint8_t> near(block.voxels.size(), 0);
  const auto in = [&](std::size_t at, long step) { return block.voxels[at + static_cast<std::size_t>(step)] != 0; };
  for (std::size_t at = 0; at < block.voxels.size(); ++at)
    if (block.voxels[at] != 0 && std::all_of(eight.begin(), eight.end(), [&](long step) { return in(at, step); }))
      for (const long step : around) near[at + static_cast<std::size_t>(step)] = 1;
  return near;
}

/// The pieces that hang together by faces, edges or corners: their voxels.
std::vector<std::vector<std::size_t>> piecesOf(const Block& block) {
  const auto around = cornerSteps(block, -1, 1);
  std::vector<std::uint8_t> open = block.voxels;
  std::vector<std::vector<std::size_t>> pieces;
  for (std::size_t seed = 0; seed < open.size(); ++seed) {
    if (open[seed] == 0) continue;
    std::vector<std::size_t> piece{seed};
    open[seed] = 0;
    for (std::size_t n = 0; n < piece.size(); ++n)
      for (const long step : around) {
        const std::size_t next = piece[n] + static_cast<std::size_t>(step);
        if (open[next] != 0) open[next] = 0, piece.push_back(next);
      }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::vector<Point> placesOf(const Mask& mask, const Block& block, const std::vector<std::size_t>& piece) {
  const auto first = mask.GetBufferedRegion().GetIndex();
  const std::size_t every = piece.size() / kMostPlaces + 1;
  std::vector<Point> places;
  for (std::size_t n = 0; n < piece.size(); n += every) {
    const auto at = static_cast<long>(piece[n]);
    const Mask::IndexType index{{at % block.size[0] - 1 + first[0], at / block.size[0] % block.size[1] - 1 + first[1],
                                 at / (block.size[0] * block.size[1]) - 1 + first[2]}};
    Point p;
    mask.TransformIndexToPhysicalPoint(index, p);
    places.push_back(p);
  }
  return places;
}

double apartMm(const std::vector<Point>& a, const std::vector<Point>& b) {
  double least = std::numeric_limits<double>::max();
  for (const Point& p : a)
    for (const Point& q : b) least = std::min(least, (p - q).GetNorm());
  return least;
}

/// The longest way that must be bridged to join all pieces (Prim's tree).
double longestGapMm(const std::vector<std::vector<Point>>& pieces) {
  std::vector<double> apart(pieces.size(), std::numeric_limits<double>::max());
  std::vector<std::uint8_t> joined(pieces.size(), 0);
  double longest = 0;
  std::size_t own = 0;
  for (std::size_t count = 1; count < pieces.size(); ++count) {
    joined[own] = 1;
    std::size_t next = own;
    for (std::size_t n = 0; n < pieces.size(); ++n) {
      if (joined[n] != 0) continue;
      apart[n] = std::min(apart[n], apartMm(pieces[own], pieces[n]));
      if (next == own || apart[n] < apart[next]) next = n;
    }
    longest = std::max(longest, apart[next]);
    own = next;
  }
  return longest;
}

/// From one corner of the mask's grid to the other: no gap is longer.
double extentMm(const Mask& mask) {
  const auto& region = mask.GetBufferedRegion();
  Point low, high;
  mask.TransformIndexToPhysicalPoint(region.GetIndex(), low);
  mask.TransformIndexToPhysicalPoint(region.GetUpperIndex(), high);
  return (high - low).GetNorm();
}

}  // namespace

double hiddenBySamplesMm(const Mask& mask) {
  constexpr std::size_t kMostPieces = 200;
  const Block block(mask);
  const auto near = nearThick(block);
  std::size_t all = 0, thin = 0;
  for (std::size_t at = 0; at < block.voxels.size(); ++at)
    if (block.voxels[at] != 0) ++all, thin += near[at] == 0;
  if (static_cast<double>(thin) <= kThinShare * static_cast<double>(all)) return 0;
  const double bulgeMm = surfaceErrorBoundMm(mask);
  const auto pieces = piecesOf(block);
  if (pieces.size() > kMostPieces) return bulgeMm + extentMm(mask) / 2;
  std::vector<std::vector<Point>> places;
  places.reserve(pieces.size());
  for (const auto& piece : pieces) places.push_back(placesOf(mask, block, piece));
  return bulgeMm + longestGapMm(places) / 2;
}

}  // namespace planning::anatomy
