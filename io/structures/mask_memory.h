#pragma once

#include <cstddef>
#include <new>
#include <span>

#include "planning/anatomy/structure.h"

namespace io::structures {

/// Where the voxels of masks that are being read lie.
class MaskMemory {
 public:
  virtual ~MaskMemory() = default;
  /// Gives a mask, whose region is set, its voxels, all 0. Throws std::bad_alloc where there is no room for them.
  virtual void give(planning::anatomy::Mask& mask) = 0;
};

/// Each mask has its own.
class OwnMaskMemory : public MaskMemory {
 public:
  void give(planning::anatomy::Mask& mask) override { mask.Allocate(true); }
};

/// Zeroed memory that outlives the masks, used from front to back.
class SharedMaskMemory : public MaskMemory {
 public:
  explicit SharedMaskMemory(std::span<std::byte> memory) : memory_(memory) {}

  void give(planning::anatomy::Mask& mask) override {
    constexpr std::size_t kAlignment = 64;
    const std::size_t count = mask.GetLargestPossibleRegion().GetNumberOfPixels();
    const std::size_t start = (used_ + kAlignment - 1) / kAlignment * kAlignment;
    if (start > memory_.size() || count > memory_.size() - start) throw std::bad_alloc();
    auto* voxels = reinterpret_cast<std::uint8_t*>(memory_.data() + start);
    mask.GetPixelContainer()->SetImportPointer(voxels, count, false);
    mask.SetBufferedRegion(mask.GetLargestPossibleRegion());
    used_ = start + count;
  }
  /// Where a mask's voxels start.
  std::size_t offsetOf(const planning::anatomy::Mask& mask) const {
    return static_cast<std::size_t>(reinterpret_cast<const std::byte*>(mask.GetBufferPointer()) - memory_.data());
  }

 private:
  std::span<std::byte> memory_;
  std::size_t used_ = 0;
};

}  // namespace io::structures
