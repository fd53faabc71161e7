#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "planning/error.h"

class DcmDataset;

namespace io::structures {

/// What the header of a DICOM SEG says about its pixels.
struct SegPixelLayout {
  std::size_t frames = 0, rows = 0, columns = 0;
  bool fractional = false;  ///< one byte a pixel, in when >= threshold; else one bit a pixel, lowest bit first
  std::uint8_t threshold = 1;
};

/// Pixels of a SEG, frame by frame, without unpacking what is empty.
class SegPixels {
 public:
  /// Uncompressed, deflated, RLE and JPEG 2000. Checks that all pixels are there: ceil(frames x rows x columns / 8)
  /// bytes when binary. The data set must outlive it. Errors: "pixel-data-cut", "decoding-failed",
  /// "unsupported-transfer-syntax".
  static planning::Expected<SegPixels> open(DcmDataset& dataset, const SegPixelLayout& layout,
                                            const std::filesystem::path& file);

  /// Calls visit(row, column) for every pixel in, ascending.
  template <class Visit>
  void forEachIn(std::size_t frame, Visit visit) const {
    const std::size_t columns = layout_.columns, count = layout_.rows * columns;
    const auto atPixel = [&](std::size_t pixel) { visit(pixel / columns, pixel % columns); };
    const auto bytes = decoded_.empty() ? native_ : std::span<const std::uint8_t>(decoded_[frame]);
    const std::size_t start = decoded_.empty() ? frame * count : 0;
    if (layout_.fractional)
      forEachByteIn(bytes.subspan(start, count), atPixel);
    else
      forEachBitIn(bytes, start, count, atPixel);
  }

 private:
  template <class Visit>
  void forEachByteIn(std::span<const std::uint8_t> bytes, Visit visit) const {
    for (std::size_t i = 0; i < bytes.size(); ++i)
      if (bytes[i] >= layout_.threshold) visit(i);
  }
  template <class Visit>
  static void forEachBitIn(std::span<const std::uint8_t> bytes, std::size_t start, std::size_t count, Visit visit) {
    for (std::size_t byte = start / 8; byte * 8 < start + count; ++byte) {
      for (unsigned bits = bytes[byte]; bits != 0; bits &= bits - 1) {
        const std::size_t bit = byte * 8 + static_cast<std::size_t>(std::countr_zero(bits));
        if (bit >= start && bit < start + count) visit(bit - start);
      }
    }
  }

  SegPixelLayout layout_;
  std::span<const std::uint8_t> native_;            ///< frames end to end, not byte aligned when binary
  std::vector<std::vector<std::uint8_t>> decoded_;  ///< one a frame, when it was compressed
};

}  // namespace io::structures
