#include "io/structures/seg_frames.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace io::structures {
namespace {

using planning::Expected;
using planning::Point;
using planning::refuse;
using planning::anatomy::Mask;
using Scan = planning::Volume::Image;

constexpr double kSameVoxel = 1e-3;  ///< of a voxel

/// A mask and where its first voxel lies in the scan, counted from the scan's first.
struct PlacedMask {
  const Mask* mask = nullptr;
  std::array<std::size_t, 3> first{};
};

/// The scan's voxel in which a corner of the mask lies, when it is that voxel's centre.
std::optional<itk::Index<3>> voxelOfScan(const Mask& mask, const itk::Index<3>& corner, const Scan& scan) {
  Point place;
  mask.TransformIndexToPhysicalPoint(corner, place);
  itk::ContinuousIndex<double, 3> continuous;
  scan.TransformPhysicalPointToContinuousIndex(place, continuous);
  itk::Index<3> index;
  for (unsigned d = 0; d < 3; ++d) {
    index[d] = std::lround(continuous[d]);
    if (std::abs(continuous[d] - static_cast<double>(index[d])) > kSameVoxel) return std::nullopt;
  }
  return index;
}

/// Absent when the mask's voxels are no voxels of the scan: checked at its first corner and the ends of its three
/// edges.
std::optional<PlacedMask> placeInScan(const Mask& mask, const Scan& scan) {
  const auto region = mask.GetLargestPossibleRegion();
  const auto whole = scan.GetLargestPossibleRegion();
  const auto first = voxelOfScan(mask, region.GetIndex(), scan);
  if (!first || !whole.IsInside(itk::ImageRegion<3>(*first, region.GetSize()))) return std::nullopt;
  for (unsigned d = 0; d < 3; ++d) {
    itk::Offset<3> edge{};
    edge[d] = static_cast<itk::OffsetValueType>(region.GetSize(d)) - 1;
    const auto end = voxelOfScan(mask, region.GetIndex() + edge, scan);
    if (!end || *end != *first + edge) return std::nullopt;
  }
  PlacedMask placed{&mask, {}};
  for (unsigned d = 0; d < 3; ++d) placed.first[d] = static_cast<std::size_t>((*first)[d] - whole.GetIndex(d));
  return placed;
}

bool hasVoxelIn(const PlacedMask& placed, std::size_t slice) {
  const auto size = placed.mask->GetLargestPossibleRegion().GetSize();
  const std::uint8_t* begin = placed.mask->GetBufferPointer() + slice * size[0] * size[1];
  return std::any_of(begin, begin + size[0] * size[1], [](std::uint8_t voxel) { return voxel != 0; });
}

void packFrame(const PlacedMask& placed, std::size_t slice, std::size_t columns, std::size_t firstBit,
               std::vector<std::uint8_t>& bits) {
  const auto size = placed.mask->GetLargestPossibleRegion().GetSize();
  const std::uint8_t* voxel = placed.mask->GetBufferPointer() + slice * size[0] * size[1];
  for (std::size_t j = 0; j < size[1]; ++j) {
    const std::size_t row = firstBit + (placed.first[1] + j) * columns + placed.first[0];
    for (std::size_t i = 0; i < size[0]; ++i)
      if (*voxel++) bits[(row + i) / 8] = static_cast<std::uint8_t>(bits[(row + i) / 8] | (1U << ((row + i) % 8)));
  }
}

Expected<std::vector<PlacedMask>> placeAll(const std::vector<planning::anatomy::Structure>& structures,
                                           const Scan& scan) {
  std::vector<PlacedMask> all;
  for (const auto& structure : structures) {
    const auto* mask = std::get_if<Mask::Pointer>(&structure.shape);
    if (!mask || mask->IsNull()) return refuse("another-grid", structure.name, "not a mask");
    const auto placed = placeInScan(**mask, scan);
    if (!placed) return refuse("another-grid", structure.name, "its voxels are not voxels of the scan");
    all.push_back(*placed);
  }
  return all;
}

/// First and last slice of the scan in which all structures were looked for; what is not told was looked for in all.
std::pair<long, long> lookedAt(const std::vector<planning::anatomy::Structure>& structures,
                               const std::vector<PlacedMask>& masks, const Scan& scan) {
  long first = 0, last = static_cast<long>(scan.GetLargestPossibleRegion().GetSize(2)) - 1;
  for (std::size_t n = 0; n < masks.size(); ++n) {
    const auto& looked = structures[n].lookedIn;
    if (!looked) continue;
    const long own = static_cast<long>(masks[n].first[2]) + looked->GetIndex(2) -
                     masks[n].mask->GetLargestPossibleRegion().GetIndex(2);
    first = std::max(first, own);
    last = std::min(last, own + static_cast<long>(looked->GetSize(2)) - 1);
  }
  return {first, last};
}

/// A reader takes the slices that have a frame for those that were looked at: an empty frame at either end says so.
void addEmptyEnds(std::vector<SegFrame>& frames, const std::pair<long, long>& looked) {
  if (looked.first > looked.second) return;
  for (const long end : {looked.first, looked.second}) {
    const auto slice = static_cast<std::size_t>(end);
    if (std::none_of(frames.begin(), frames.end(), [&](const SegFrame& frame) { return frame.slice == slice; }))
      frames.push_back({0, slice});
  }
}

bool reaches(const PlacedMask& placed, std::size_t slice) {
  return slice >= placed.first[2] && slice - placed.first[2] < placed.mask->GetLargestPossibleRegion().GetSize(2);
}

}  // namespace

Expected<SegFrames> packFrames(const std::vector<planning::anatomy::Structure>& structures, const Scan& scan) {
  const auto masks = placeAll(structures, scan);
  if (!masks) return tl::unexpected(masks.error());
  SegFrames packed;
  for (std::size_t n = 0; n < masks->size(); ++n) {
    const PlacedMask& placed = (*masks)[n];
    for (std::size_t k = 0; k < placed.mask->GetLargestPossibleRegion().GetSize(2); ++k)
      if (hasVoxelIn(placed, k)) packed.frames.push_back({n, placed.first[2] + k});
  }
  if (packed.frames.empty()) return refuse("nothing-to-write");
  addEmptyEnds(packed.frames, lookedAt(structures, *masks, scan));

  const auto size = scan.GetLargestPossibleRegion().GetSize();
  const std::size_t frameBits = size[0] * size[1], bytes = (packed.frames.size() * frameBits + 7) / 8;
  if (bytes > std::numeric_limits<std::uint32_t>::max() - 1) return refuse("too-large", {}, std::to_string(bytes));
  packed.bits.assign(bytes + bytes % 2, 0);
  for (std::size_t f = 0; f < packed.frames.size(); ++f) {
    const PlacedMask& placed = (*masks)[packed.frames[f].segment];
    if (reaches(placed, packed.frames[f].slice))
      packFrame(placed, packed.frames[f].slice - placed.first[2], size[0], f * frameBits, packed.bits);
  }
  return packed;
}

}  // namespace io::structures
