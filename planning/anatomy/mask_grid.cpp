#include "planning/anatomy/mask_grid.h"

#include <algorithm>
#include <cmath>

namespace planning::anatomy {
namespace {

itk::Matrix<double, 3, 3> stepsOf(const itk::ImageBase<3>& grid) {
  auto steps = grid.GetDirection();
  for (unsigned row = 0; row < 3; ++row)
    for (unsigned axis = 0; axis < 3; ++axis) steps(row, axis) *= grid.GetSpacing()[axis];
  return steps;
}

VoxelRange common(const VoxelRange& a, const VoxelRange& b) {
  VoxelRange both;
  for (unsigned axis = 0; axis < 3; ++axis) {
    both.first[axis] = std::max(a.first[axis], b.first[axis]);
    both.last[axis] = std::min(a.last[axis], b.last[axis]);
    if (both.last[axis] < both.first[axis]) return {};
  }
  return both;
}

}  // namespace

Mask::Pointer emptyMask(const itk::ImageBase<3>& grid, const VoxelRange& range) {
  Point origin;
  grid.TransformIndexToPhysicalPoint(range.first, origin);
  Mask::SizeType size;
  for (unsigned axis = 0; axis < 3; ++axis)
    size[axis] = static_cast<itk::SizeValueType>(range.last[axis] - range.first[axis] + 1);
  const auto mask = Mask::New();
  mask->SetRegions(size);
  mask->SetSpacing(grid.GetSpacing());
  mask->SetDirection(grid.GetDirection());
  mask->SetOrigin(origin);
  mask->Allocate(true);
  return mask;
}

VoxelRange rangeOf(const Mask& mask) {
  const auto size = mask.GetBufferedRegion().GetSize();
  const std::uint8_t* voxel = mask.GetBufferPointer();
  VoxelRange range{{{1 << 30, 1 << 30, 1 << 30}}, {{-1, -1, -1}}};
  for (itk::IndexValueType k = 0; k < static_cast<long>(size[2]); ++k)
    for (itk::IndexValueType j = 0; j < static_cast<long>(size[1]); ++j, voxel += size[0]) {
      const std::uint8_t* end = voxel + size[0];
      const std::uint8_t* first = std::find(voxel, end, 1);
      if (first == end) continue;
      const std::uint8_t* last = end - 1;
      while (*last == 0) --last;
      const long low[3] = {first - voxel, j, k}, high[3] = {last - voxel, j, k};
      for (unsigned axis = 0; axis < 3; ++axis) {
        range.first[axis] = std::min(range.first[axis], low[axis]);
        range.last[axis] = std::max(range.last[axis], high[axis]);
      }
    }
  return range.empty() ? VoxelRange{} : range;
}

VoxelRange wholeRange(const itk::ImageBase<3>& grid) {
  VoxelRange range;
  for (unsigned axis = 0; axis < 3; ++axis)
    range.last[axis] = static_cast<itk::IndexValueType>(grid.GetLargestPossibleRegion().GetSize(axis)) - 1;
  return range;
}

Mask::Pointer overRange(const Mask& mask, const VoxelRange& range) {
  const auto made = emptyMask(mask, range);
  const VoxelRange both = common(range, wholeRange(mask));
  if (both.empty()) return made;
  const auto length = static_cast<std::size_t>(both.last[0] - both.first[0] + 1);
  for (long k = both.first[2]; k <= both.last[2]; ++k)
    for (long j = both.first[1]; j <= both.last[1]; ++j) {
      const itk::Index<3> from{{both.first[0], j, k}};
      const itk::Index<3> to{{both.first[0] - range.first[0], j - range.first[1], k - range.first[2]}};
      std::copy_n(mask.GetBufferPointer() + mask.ComputeOffset(from), length,
                  made->GetBufferPointer() + made->ComputeOffset(to));
    }
  return made;
}

Mask::Pointer cropped(const Mask& mask) {
  const VoxelRange range = rangeOf(mask);
  return overRange(mask, range.empty() ? VoxelRange{{{0, 0, 0}}, {{0, 0, 0}}} : range);
}

itk::Size<3> voxelsWithin(const itk::ImageBase<3>& grid, double mm) {
  const itk::Matrix<double, 3, 3> inverse(stepsOf(grid).GetInverse());
  itk::Size<3> reach;
  for (unsigned axis = 0; axis < 3; ++axis) {
    const double perMm = std::hypot(inverse(axis, 0), inverse(axis, 1), inverse(axis, 2));
    reach[axis] = static_cast<itk::SizeValueType>(std::ceil(mm * perMm - 1e-9));
  }
  return reach;
}

VoxelRange widened(VoxelRange range, const itk::ImageBase<3>& grid, double mm) {
  const auto reach = voxelsWithin(grid, mm);
  const VoxelRange whole = wholeRange(grid);
  for (unsigned axis = 0; axis < 3; ++axis) {
    range.first[axis] = std::max(whole.first[axis], range.first[axis] - static_cast<long>(reach[axis]));
    range.last[axis] = std::min(whole.last[axis], range.last[axis] + static_cast<long>(reach[axis]));
  }
  return range;
}

bool contains(const Mask& mask, const Point& place) {
  itk::ContinuousIndex<double, 3> exact;
  mask.TransformPhysicalPointToContinuousIndex(place, exact);
  Mask::IndexType index;
  for (unsigned axis = 0; axis < 3; ++axis) index[axis] = std::lround(exact[axis]);
  return mask.GetBufferedRegion().IsInside(index) && mask.GetPixel(index) != 0;
}

std::optional<itk::Offset<3>> latticeOffset(const itk::ImageBase<3>& from, const itk::ImageBase<3>& to) {
  constexpr double kSameVoxel = 1e-3;
  const auto region = to.GetLargestPossibleRegion();
  std::optional<itk::Offset<3>> offset;
  for (unsigned end = 0; end < 4; ++end) {  // its first voxel, and the ends of its three edges
    auto index = region.GetIndex();
    if (end > 0) index[end - 1] += static_cast<long>(region.GetSize(end - 1)) - 1;
    Point place;
    to.TransformIndexToPhysicalPoint(index, place);
    itk::ContinuousIndex<double, 3> exact;
    from.TransformPhysicalPointToContinuousIndex(place, exact);
    itk::Offset<3> here;
    for (unsigned axis = 0; axis < 3; ++axis) {
      here[axis] = std::lround(exact[axis]) - index[axis];
      if (std::abs(exact[axis] - std::round(exact[axis])) > kSameVoxel) return std::nullopt;
    }
    if (offset && *offset != here) return std::nullopt;
    offset = here;
  }
  return offset;
}

Mask::Pointer onGrid(const Mask& mask, const itk::ImageBase<3>& grid) {
  VoxelRange range = boxOn(grid, mask, rangeOf(mask));
  if (!range.empty()) range = common(range, wholeRange(grid));
  if (range.empty()) return emptyMask(grid, {{{0, 0, 0}}, {{0, 0, 0}}});
  return cropped(*sampledOn(mask, *emptyMask(grid, range)));
}

std::optional<Mask::RegionType> regionIn(const Mask& mask, const itk::ImageBase<3>& grid) {
  const auto offset = latticeOffset(mask, grid);
  if (!offset) return std::nullopt;
  Mask::RegionType region = grid.GetLargestPossibleRegion();
  region.SetIndex(region.GetIndex() + *offset);
  return region;
}

VoxelRange boxOn(const itk::ImageBase<3>& grid, const Mask& mask, const VoxelRange& part) {
  if (part.empty()) return {};
  VoxelRange box;
  for (unsigned corner = 0; corner < 8; ++corner) {
    itk::ContinuousIndex<double, 3> index;
    for (unsigned axis = 0; axis < 3; ++axis)
      index[axis] = (corner >> axis & 1) ? static_cast<double>(part.last[axis]) + 0.5
                                         : static_cast<double>(part.first[axis]) - 0.5;
    Point place;
    mask.TransformContinuousIndexToPhysicalPoint(index, place);
    grid.TransformPhysicalPointToContinuousIndex(place, index);
    for (unsigned axis = 0; axis < 3; ++axis) {
      const long low = static_cast<long>(std::floor(index[axis])), high = static_cast<long>(std::ceil(index[axis]));
      box.first[axis] = corner == 0 ? low : std::min(box.first[axis], low);
      box.last[axis] = corner == 0 ? high : std::max(box.last[axis], high);
    }
  }
  return box;
}

Mask::Pointer sampledOn(const Mask& mask, const itk::ImageBase<3>& target) {
  const auto size = target.GetLargestPossibleRegion().GetSize();
  if (const auto offset = latticeOffset(mask, target)) {
    VoxelRange range;
    for (unsigned axis = 0; axis < 3; ++axis) {
      range.first[axis] = (*offset)[axis];
      range.last[axis] = (*offset)[axis] + static_cast<long>(size[axis]) - 1;
    }
    const auto copy = overRange(mask, range);
    copy->CopyInformation(emptyMask(target, {{{0, 0, 0}}, {{0, 0, 0}}}));
    copy->SetRegions(size);
    return copy;
  }
  const auto made = emptyMask(target, wholeRange(target));
  std::uint8_t* voxel = made->GetBufferPointer();
  Mask::IndexType index;
  for (index[2] = 0; index[2] < static_cast<long>(size[2]); ++index[2])
    for (index[1] = 0; index[1] < static_cast<long>(size[1]); ++index[1])
      for (index[0] = 0; index[0] < static_cast<long>(size[0]); ++index[0]) {
        Point centre;
        made->TransformIndexToPhysicalPoint(index, centre);
        *voxel++ = contains(mask, centre);
      }
  return made;
}

void addTo(Mask& mask, const Mask& other) {
  const auto size = mask.GetBufferedRegion().GetNumberOfPixels();
  std::transform(mask.GetBufferPointer(), mask.GetBufferPointer() + size, other.GetBufferPointer(),
                 mask.GetBufferPointer(),
                 [](std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(a | b); });
}

void removeFrom(Mask& mask, const Mask& other) {
  const auto size = mask.GetBufferedRegion().GetNumberOfPixels();
  std::transform(mask.GetBufferPointer(), mask.GetBufferPointer() + size, other.GetBufferPointer(),
                 mask.GetBufferPointer(),
                 [](std::uint8_t in, std::uint8_t out) { return static_cast<std::uint8_t>(in && !out); });
}

std::size_t voxelsIn(const Mask& mask) {
  const std::uint8_t* first = mask.GetBufferPointer();
  return static_cast<std::size_t>(std::count(first, first + mask.GetBufferedRegion().GetNumberOfPixels(), 1));
}

double volumeMm3(const Mask& mask) {
  const auto steps = stepsOf(mask);
  const auto step = [&](unsigned axis) { return makeVector(steps(0, axis), steps(1, axis), steps(2, axis)); };
  return static_cast<double>(voxelsIn(mask)) * std::abs(dot(cross(step(0), step(1)), step(2)));
}

}  // namespace planning::anatomy
