#include "planning/anatomy/vessel_wall.h"

#include <algorithm>
#include <vector>

#include "planning/anatomy/hu_region.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_filter.h"
#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

constexpr double kWallMm = 3;          ///< a wall with its calcifications is no thicker
constexpr double kBridgeMm = 2.2;      ///< where it touches bone, so much is the wall's
constexpr double kBesideMm = 6;        ///< bone this far beyond the wall is looked at
constexpr double kLeastBoneMm3 = 500;  ///< less is calcified wall that stands out

std::size_t voxelsOf(const itk::ImageBase<3>& image) {
  return image.GetBufferedRegion().GetNumberOfPixels();
}

/// The pieces of a mask that hold a part of another.
Expected<Mask::Pointer> joinedPieces(const Mask& mask, const Mask& other, Progress& progress) {
  const auto pieces = piecesOf(mask, true, progress);
  if (!pieces) return tl::unexpected(pieces.error());
  const std::uint32_t* label = pieces->labels->GetBufferPointer();
  std::vector<std::uint8_t> kept(pieces->voxels.size());
  for (std::size_t n = 0; n < voxelsOf(mask); ++n) kept[label[n]] |= other.GetBufferPointer()[n];
  kept[0] = 0;
  const auto made = emptyMask(mask, wholeRange(mask));
  std::transform(label, label + voxelsOf(mask), made->GetBufferPointer(), [&](std::uint32_t n) { return kept[n]; });
  return made;
}

}  // namespace

Expected<Mask::Pointer> withCalcifiedWall(const Mask& lumen, const Volume::Image& hu, double leastHu,
                                          Progress& progress) {
  const VoxelRange range = widened(boxOn(hu, lumen, rangeOf(lumen)), hu, kWallMm + kBesideMm);
  const auto part = partOf(hu, range);
  const auto vessel = sampledOn(lumen, *part);
  const auto hull = dilated(*vessel, kWallMm, progress);
  if (!hull) return hull;
  const auto bright = emptyMask(*part, wholeRange(*part)), beyond = emptyMask(*part, wholeRange(*part));
  for (std::size_t n = 0; n < voxelsOf(*part); ++n) {
    bright->GetBufferPointer()[n] = part->GetBufferPointer()[n] >= leastHu;
    beyond->GetBufferPointer()[n] = bright->GetBufferPointer()[n] && !(*hull)->GetBufferPointer()[n];
  }
  auto bone = withoutSpecks(*beyond, kLeastBoneMm3, progress);
  if (!bone) return bone;
  bone = sampledOn(**bone, *part);
  const auto joined = joinedPieces(*bright, **bone, progress);
  if (!joined) return joined;
  const auto inVessel = depthInside(*vessel, progress), inBone = depthInside(**bone, progress);
  if (!inVessel || !inBone) return refuse("cancelled");
  for (std::size_t n = 0; n < voxelsOf(*part); ++n) {
    if (!bright->GetBufferPointer()[n] || !(*hull)->GetBufferPointer()[n]) continue;
    const double fromVesselMm = -static_cast<double>((*inVessel)->GetBufferPointer()[n]);
    const bool nearVessel =
        fromVesselMm <= kBridgeMm && (*inBone)->GetBufferPointer()[n] <= (*inVessel)->GetBufferPointer()[n];
    if (!(*joined)->GetBufferPointer()[n] || nearVessel) vessel->GetBufferPointer()[n] = 1;
  }
  return vessel;
}

}  // namespace planning::anatomy
