#include "planning/anatomy/packed_mask.h"

#include <algorithm>

#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {

PackedMask::PackedMask(const Mask& mask) : grid_(itk::ImageBase<3>::New()) {
  grid_->CopyInformation(&mask);
  grid_->SetRegions(mask.GetBufferedRegion());
  const std::uint8_t* voxel = mask.GetBufferPointer();
  const std::uint8_t* end = voxel + mask.GetBufferedRegion().GetNumberOfPixels();
  for (std::uint8_t value = 0; voxel != end; value ^= 1) {
    const std::uint8_t* next = std::find(voxel, end, static_cast<std::uint8_t>(value ^ 1));
    auto length = static_cast<std::size_t>(next - voxel);
    for (; length >= 128; length >>= 7) runs_.push_back(static_cast<std::uint8_t>(length | 128));
    runs_.push_back(static_cast<std::uint8_t>(length));
    voxel = next;
  }
  runs_.shrink_to_fit();
}

Mask::Pointer PackedMask::unpacked() const {
  const auto mask = emptyMask(*grid_, wholeRange(*grid_));
  std::uint8_t* voxel = mask->GetBufferPointer();
  std::uint8_t value = 0;
  std::size_t length = 0;
  unsigned bits = 0;
  for (const std::uint8_t byte : runs_) {
    length |= static_cast<std::size_t>(byte & 127) << bits;
    bits += 7;
    if (byte & 128) continue;
    voxel = std::fill_n(voxel, length, value);
    value ^= 1, length = 0, bits = 0;
  }
  return mask;
}

}  // namespace planning::anatomy
