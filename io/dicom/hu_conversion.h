#pragma once

#include <cstdint>
#include <span>

#include "io/dicom/slice.h"

namespace io::dicom {

/// What the conversion of one slice came across, in pixels.
struct ConversionCounts {
  std::uint64_t clamped = 0;   ///< beyond what 16 bits hold
  std::uint64_t belowAir = 0;  ///< below kLowestHu: a scanner's mark for "outside the field"
};

/// No tissue, and no noise around air, measures less. Scanners mark what lies outside their field of view by -2000,
/// -3024 and the like, often without the padding tag.
inline constexpr int kLowestHu = -1500;

/// Stored words to Hounsfield units: takes the stored bits (and their sign) out of each word, applies the
/// rescale, rounds to the nearest integer, keeps to [-32767, 32767]. Padding, and with `isHu` what lies below
/// kLowestHu, becomes planning::kOutsideScan.
/// `hu` has as many places as there are words; it may be the words' own.
ConversionCounts convertToHu(std::span<const std::uint16_t> stored, std::span<std::uint16_t> hu,
                             const PixelFormat& format, const Rescale& rescale, bool isHu);

/// Whether that rescale makes fractions, which rounding then loses.
bool rounds(const Rescale& rescale);

}  // namespace io::dicom
