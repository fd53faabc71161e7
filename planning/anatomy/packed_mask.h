#pragma once

#include <cstdint>
#include <vector>

#include "planning/anatomy/structure.h"

namespace planning::anatomy {

/// A mask as the lengths of its runs of voxels in and out: about a hundredth of its bytes, and exactly it again.
class PackedMask {
 public:
  explicit PackedMask(const Mask& mask);

  Mask::Pointer unpacked() const;
  /// Of the runs; what else it holds is small.
  std::size_t bytes() const { return runs_.size(); }

 private:
  itk::ImageBase<3>::Pointer grid_;
  std::vector<std::uint8_t>
      runs_;  ///< lengths, out first, seven bits a byte, the lowest first; the eighth: more follow
};

}  // namespace planning::anatomy
