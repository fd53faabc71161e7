#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "planning/error.h"

class DcmDataset;

namespace io::structures {

enum class SegKind {
  Binary,      ///< one bit a pixel, lowest bit first
  Fractional,  ///< one byte a pixel, in when >= threshold
  LabelMap,    ///< one or two bytes a pixel: the number of its segment
};

/// What the header of a DICOM SEG says about its pixels.
struct SegPixelLayout {
  std::size_t frames = 0, rows = 0, columns = 0;
  SegKind kind = SegKind::Binary;
  std::size_t bytesAPixel = 1;  ///< of all but a binary one
  std::uint8_t threshold = 1;
};

/// Pixels of one frame of a SEG, without unpacking what is empty.
class SegFramePixels {
 public:
  /// `bytes` from the `firstPixel`-th on; `owned` is what they lie in, or empty.
  SegFramePixels(const SegPixelLayout& layout, std::span<const std::uint8_t> bytes, std::size_t firstPixel,
                 std::vector<std::uint8_t> owned = {})
      : layout_(layout), owned_(std::move(owned)), bytes_(owned_.empty() ? bytes : owned_), first_(firstPixel) {}
  SegFramePixels(SegFramePixels&&) = default;
  SegFramePixels& operator=(SegFramePixels&&) = delete;

  /// Calls visit(row, column) for every pixel in, ascending. Not of a label map.
  template <class Visit>
  void forEachIn(Visit visit) const {
    const std::size_t columns = layout_.columns, count = layout_.rows * columns;
    const auto atPixel = [&](std::size_t pixel) { visit(pixel / columns, pixel % columns); };
    if (layout_.kind == SegKind::Fractional)
      forEachByteIn(bytes_.subspan(first_, count), atPixel);
    else
      forEachBitIn(bytes_, first_, count, atPixel);
  }

  /// Calls visit(value, row, column) for every pixel of a label map, ascending.
  template <class Visit>
  void forEachValue(Visit visit) const {
    const std::size_t columns = layout_.columns, count = layout_.rows * columns, width = layout_.bytesAPixel;
    const auto bytes = bytes_.subspan(first_ * width, count * width);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t value = width == 2 ? bytes[2 * i] + 256u * bytes[2 * i + 1] : bytes[i];
      visit(value, i / columns, i % columns);
    }
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

  const SegPixelLayout& layout_;
  std::vector<std::uint8_t> owned_;
  std::span<const std::uint8_t> bytes_;
  std::size_t first_;
};

/// Pixels of a SEG: uncompressed, deflated as a whole or by frame, RLE and JPEG 2000. Compressed frames are decoded as
/// they are asked for, so that only one is in memory.
class SegPixels {
 public:
  /// Checks that all pixels are there: ceil(frames x rows x columns / 8) bytes when binary. The data set must outlive
  /// it. `syntax`: the UID that its file names. Errors: "pixel-data-cut", "unsupported-transfer-syntax".
  static planning::Expected<SegPixels> open(DcmDataset& dataset, const std::string& syntax,
                                            const SegPixelLayout& layout, const std::filesystem::path& file);

  /// Errors: "decoding-failed".
  planning::Expected<SegFramePixels> frame(std::size_t index) const;

 private:
  SegPixelLayout layout_;
  std::string subject_;
  std::string syntax_;                                  ///< of the streams
  std::span<const std::uint8_t> native_;                ///< frames end to end, not byte aligned when binary
  std::vector<std::span<const std::uint8_t>> streams_;  ///< one a frame, when they are compressed
};

}  // namespace io::structures
