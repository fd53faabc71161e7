#include "planning/review/bone_image.h"

#include <algorithm>
#include <cmath>

#include "planning/anatomy/body.h"
#include "planning/parallel.h"

namespace planning::review {
namespace {

constexpr double kSoftHu = 100, kFullHu = 900;
constexpr float kBoneLevel = 120;  ///< of a cell that is bone: 220 HU on average
constexpr std::int16_t kMetalHu = 2000;
constexpr double kMetalReachMm = 6;

long blockOf(const Volume::Image& hu, unsigned axis, double cellMm) {
  const auto voxels = static_cast<long>(hu.GetBufferedRegion().GetSize(axis));
  return std::clamp(std::lround(cellMm / hu.GetSpacing()[axis]), 1L, std::max(1L, voxels));
}

/// Cells with metal in them or within reach of it.
std::vector<bool> metalCells(const Volume::Image& hu, const BoneImage& bones) {
  const auto size = bones.GetBufferedRegion().GetSize();
  const auto voxels = hu.GetBufferedRegion().GetSize();
  std::vector<bool> metal(bones.GetBufferedRegion().GetNumberOfPixels());
  long reach[3], block[3];
  for (unsigned axis = 0; axis < 3; ++axis) {
    reach[axis] = std::lround(std::ceil(kMetalReachMm / bones.GetSpacing()[axis]));
    block[axis] = std::lround(bones.GetSpacing()[axis] / hu.GetSpacing()[axis]);
  }
  const std::int16_t* value = hu.GetBufferPointer();
  for (long k = 0; k < long(voxels[2]); ++k)
    for (long j = 0; j < long(voxels[1]); ++j)
      for (long i = 0; i < long(voxels[0]); ++i, ++value) {
        if (*value < kMetalHu) continue;
        const long at[3] = {i / block[0], j / block[1], k / block[2]};
        long low[3], high[3];
        for (unsigned axis = 0; axis < 3; ++axis) {
          low[axis] = std::max(0L, at[axis] - reach[axis]);
          high[axis] = std::min(long(size[axis]) - 1, at[axis] + reach[axis]);
        }
        for (long z = low[2]; z <= high[2]; ++z)
          for (long y = low[1]; y <= high[1]; ++y)
            for (long x = low[0]; x <= high[0]; ++x)
              metal[static_cast<std::size_t>((z * long(size[1]) + y) * long(size[0]) + x)] = true;
      }
  return metal;
}

bool besideBone(const BoneImage& bones, const BoneImage::IndexType& at) {
  for (long n = 0; n < 27; ++n) {
    const BoneImage::IndexType beside{{at[0] + n % 3 - 1, at[1] + n / 3 % 3 - 1, at[2] + n / 9 - 1}};
    if (bones.GetBufferedRegion().IsInside(beside) && bones.GetPixel(beside) >= kBoneLevel) return true;
  }
  return false;
}

}  // namespace

BoneImage::Pointer boneImageOf(const Volume::Image& hu, double cellMm) {
  const auto voxels = hu.GetBufferedRegion().GetSize();
  const auto image = BoneImage::New();
  BoneImage::SizeType size;
  auto spacing = hu.GetSpacing();
  long block[3];
  itk::ContinuousIndex<double, 3> first;
  for (unsigned axis = 0; axis < 3; ++axis) {
    block[axis] = blockOf(hu, axis, cellMm);
    size[axis] = std::max<std::size_t>(1, voxels[axis] / static_cast<std::size_t>(block[axis]));
    spacing[axis] *= static_cast<double>(block[axis]);
    first[axis] = static_cast<double>(block[axis] - 1) / 2;
  }
  Point origin;
  hu.TransformContinuousIndexToPhysicalPoint(first, origin);
  image->SetRegions(size);
  image->SetSpacing(spacing);
  image->SetDirection(hu.GetDirection());
  image->SetOrigin(origin);
  image->Allocate(true);
  const double share = 1.0 / static_cast<double>(block[0] * block[1] * block[2]);
  forEachInParallel(size[2], [&](std::size_t cellK) {
    float* cells = image->GetBufferPointer() + cellK * size[0] * size[1];
    for (long k = long(cellK) * block[2]; k < (long(cellK) + 1) * block[2]; ++k)
      for (long j = 0; j < long(size[1]) * block[1]; ++j) {
        const std::int16_t* row = hu.GetBufferPointer() + (k * long(voxels[1]) + j) * long(voxels[0]);
        float* cellRow = cells + (j / block[1]) * long(size[0]);
        for (long i = 0; i < long(size[0]) * block[0]; ++i)
          if (row[i] > kSoftHu)
            cellRow[i / block[0]] += static_cast<float>((std::min<double>(row[i], kFullHu) - kSoftHu) * share);
      }
    return true;
  });
  return image;
}

BonePlaces bonePlacesOf(const Volume::Image& hu, const BoneImage& bones) {
  BonePlaces found;
  const auto metal = metalCells(hu, bones);
  const auto size = bones.GetBufferedRegion().GetSize();
  const auto spacing = bones.GetSpacing();
  BoneImage::IndexType at;
  std::size_t n = 0;
  for (at[2] = 0; at[2] < long(size[2]); ++at[2])
    for (at[1] = 0; at[1] < long(size[1]); ++at[1])
      for (at[0] = 0; at[0] < long(size[0]); ++at[0], ++n) {
        if (metal[n] || !besideBone(bones, at)) continue;
        Point place;
        bones.TransformIndexToPhysicalPoint(at, place);
        found.places.push_back(place);
        if (bones.GetPixel(at) < kBoneLevel) continue;
        found.boneCells.push_back(place);
        found.boneMm3 += spacing[0] * spacing[1] * spacing[2];
      }
  return found;
}

std::vector<Point> thinned(const std::vector<Point>& places, std::size_t count) {
  if (places.size() <= count) return places;
  std::vector<Point> kept;
  kept.reserve(count);
  // A multiple of the golden ratio: even over the list, and in no step with its rows.
  for (std::size_t n = 0; n < count; ++n) {
    const double whole = static_cast<double>(n) * 0.6180339887498949;
    kept.push_back(places[static_cast<std::size_t>((whole - std::floor(whole)) * static_cast<double>(places.size()))]);
  }
  return kept;
}

}  // namespace planning::review
