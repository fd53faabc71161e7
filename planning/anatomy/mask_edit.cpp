#include "planning/anatomy/mask_edit.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "planning/anatomy/mask_filter.h"
#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

std::size_t voxelsOf(const Mask& mask) {
  return mask.GetBufferedRegion().GetNumberOfPixels();
}

/// With empty voxels around, as many as `mm` reach, and one more.
Mask::Pointer withRoom(const Mask& mask, double mm) {
  VoxelRange range = rangeOf(mask);
  if (range.empty()) range = {{{0, 0, 0}}, {{0, 0, 0}}};
  const auto reach = voxelsWithin(mask, mm);
  for (unsigned axis = 0; axis < 3; ++axis) {
    range.first[axis] -= static_cast<itk::IndexValueType>(reach[axis]) + 1;
    range.last[axis] += static_cast<itk::IndexValueType>(reach[axis]) + 1;
  }
  return overRange(mask, range);
}

Expected<Mask::Pointer> croppedOr(const Expected<Mask::Pointer>& made) {
  if (!made) return made;
  return cropped(**made);
}

/// Keeps the pieces that `keeps(number)` wants.
Mask::Pointer only(const Mask& mask, const Pieces& pieces, const std::function<bool(std::uint32_t)>& keeps) {
  std::vector<std::uint8_t> kept(pieces.voxels.size());
  for (std::uint32_t n = 1; n < kept.size(); ++n) kept[n] = keeps(n);
  const auto made = emptyMask(mask, wholeRange(mask));
  const std::uint32_t* label = pieces.labels->GetBufferPointer();
  std::transform(label, label + voxelsOf(mask), made->GetBufferPointer(), [&](std::uint32_t n) { return kept[n]; });
  return cropped(*made);
}

void include(VoxelRange& range, const VoxelRange& other) {
  for (unsigned axis = 0; axis < 3; ++axis) {
    range.first[axis] = std::min(range.first[axis], other.first[axis]);
    range.last[axis] = std::max(range.last[axis], other.last[axis]);
  }
}

/// The range of a's lattice that holds all of b's voxels (in), beside a's own.
VoxelRange rangeWith(const Mask& a, const Mask& b) {
  VoxelRange range = wholeRange(a);
  const VoxelRange other = boxOn(a, b, rangeOf(b));
  if (!other.empty()) include(range, other);
  return range;
}

VoxelRange rangeOfBall(const Mask& mask, const Point& centre, double radiusMm) {
  itk::ContinuousIndex<double, 3> middle;
  mask.TransformPhysicalPointToContinuousIndex(centre, middle);
  const auto reach = voxelsWithin(mask, radiusMm);
  VoxelRange ball;
  for (unsigned axis = 0; axis < 3; ++axis) {
    ball.first[axis] = std::lround(middle[axis]) - static_cast<long>(reach[axis]) - 1;
    ball.last[axis] = std::lround(middle[axis]) + static_cast<long>(reach[axis]) + 1;
  }
  return ball;
}

template <class Rule>
Mask::Pointer combined(const Mask& a, const Mask& b, const VoxelRange& range, Rule rule) {
  const auto made = overRange(a, range);
  const auto other = sampledOn(b, *made);
  std::transform(made->GetBufferPointer(), made->GetBufferPointer() + voxelsOf(*made), other->GetBufferPointer(),
                 made->GetBufferPointer(),
                 [&](std::uint8_t x, std::uint8_t y) { return static_cast<std::uint8_t>(rule(x != 0, y != 0)); });
  return cropped(*made);
}

}  // namespace

Expected<Mask::Pointer> grown(const Mask& mask, double mm, Progress& progress) {
  const auto room = withRoom(mask, std::max(mm, 0.0));
  return croppedOr(mm < 0 ? eroded(*room, -mm, progress) : dilated(*room, mm, progress));
}

Expected<Mask::Pointer> smoothed(const Mask& mask, double mm, Progress& progress) {
  return croppedOr(blurred(*withRoom(mask, 3 * mm), mm, progress));
}

Expected<Mask::Pointer> filled(const Mask& mask, Progress& progress) {
  return croppedOr(cavitiesFilled(*withRoom(mask, 0), progress));
}

Expected<Mask::Pointer> largestPiece(const Mask& mask, Progress& progress) {
  const auto pieces = piecesOf(mask, true, progress);
  if (!pieces) return tl::unexpected(pieces.error());
  const auto largest = std::max_element(pieces->voxels.begin(), pieces->voxels.end()) - pieces->voxels.begin();
  return only(mask, *pieces, [&](std::uint32_t n) { return n == static_cast<std::uint32_t>(largest); });
}

Expected<Mask::Pointer> pieceAt(const Mask& mask, const Point& place, Progress& progress) {
  if (!contains(mask, place)) return refuse("not-in-structure");
  const auto pieces = piecesOf(mask, true, progress);
  if (!pieces) return tl::unexpected(pieces.error());
  itk::ContinuousIndex<double, 3> exact;
  mask.TransformPhysicalPointToContinuousIndex(place, exact);
  Mask::IndexType index;
  for (unsigned axis = 0; axis < 3; ++axis) index[axis] = std::lround(exact[axis]);
  const std::uint32_t wanted = pieces->labels->GetPixel(index);
  return only(mask, *pieces, [&](std::uint32_t n) { return n == wanted; });
}

Expected<Mask::Pointer> withoutSpecks(const Mask& mask, double leastMm3, Progress& progress) {
  const auto pieces = piecesOf(mask, true, progress);
  if (!pieces) return tl::unexpected(pieces.error());
  const double voxelMm3 = volumeMm3(mask) / std::max(1.0, static_cast<double>(voxelsIn(mask)));
  return only(mask, *pieces,
              [&](std::uint32_t n) { return static_cast<double>(pieces->voxels[n]) * voxelMm3 >= leastMm3; });
}

Mask::Pointer united(const Mask& a, const Mask& b) {
  return combined(a, b, rangeWith(a, b), std::logical_or<>());
}

Mask::Pointer intersected(const Mask& a, const Mask& b) {
  return combined(a, b, wholeRange(a), std::logical_and<>());
}

Mask::Pointer without(const Mask& a, const Mask& b) {
  return combined(a, b, wholeRange(a), [](bool x, bool y) { return x && !y; });
}

Mask::Pointer painted(const Mask& mask, const std::vector<Point>& centres, double radiusMm, bool in) {
  std::vector<VoxelRange> balls;
  VoxelRange range = wholeRange(mask);
  for (const Point& centre : centres) {
    balls.push_back(rangeOfBall(mask, centre, radiusMm));
    if (in) include(range, balls.back());
  }
  const auto made = overRange(mask, range);
  for (std::size_t n = 0; n < centres.size(); ++n) {
    const VoxelRange& ball = balls[n];
    for (long k = ball.first[2]; k <= ball.last[2]; ++k)
      for (long j = ball.first[1]; j <= ball.last[1]; ++j)
        for (long i = ball.first[0]; i <= ball.last[0]; ++i) {
          Point place;
          mask.TransformIndexToPhysicalPoint({{i, j, k}}, place);
          const Mask::IndexType index{{i - range.first[0], j - range.first[1], k - range.first[2]}};
          if ((place - centres[n]).GetNorm() <= radiusMm && made->GetBufferedRegion().IsInside(index))
            made->SetPixel(index, in);
        }
  }
  return cropped(*made);
}

}  // namespace planning::anatomy
